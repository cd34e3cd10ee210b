"""The tables of a run: each adds up to the same total, under one edition or under both."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import amounts
from between_editions.kinds import KINDS
from clauses.messages import Both, say
from clauses.notation import read_figure
from clauses.rosters.comparison import RosterComparison, classes
from clauses.rosters.tally import SCALE, Tally, grouped
from clauses.wizard_part import wizard_part
from eligibility.money import write
from results.words import Words

Json = dict[str, Any]


@dataclass(frozen=True)
class ReportRow:
    """A row: what it is about, sums in fen, and a number of claims or enterprises."""

    key: str
    label: Both
    sums: tuple[int, ...]
    """One for each edition, or a difference alone."""
    count: int | None = None

    @property
    def difference(self) -> int:
        """What the new edition gives more."""
        return self.sums[-1] - self.sums[0]


@dataclass(frozen=True)
class ReportTable:
    """A table of a run."""

    key: str
    """Its heading in the messages: `table-clause`."""
    rows: Sequence[ReportRow]
    columns: Sequence[str]
    """Of its sums: the editions, or `difference`."""
    counts: str = ""
    """What `count` counts: a name in the messages."""
    money: bool = True
    """False where the columns count claims."""

    @property
    def adds_up(self) -> bool:
        """Whether its rows are all of a total; a list of the largest is not."""
        return self.money and not self.key.startswith("largest")

    @property
    def most(self) -> int:
        """The largest sum, for the length of the bars."""
        return max((abs(fen) for row in self.rows for fen in row.sums), default=0) or 1

    @property
    def totals(self) -> tuple[int, ...]:
        """The sum of each column."""
        return tuple(map(sum, zip(*(row.sums for row in self.rows), strict=True)))


@dataclass(frozen=True)
class SummaryLine:
    """A line of the summary: what it is, and a count or sums in fen."""

    key: str
    counts: tuple[int, ...] = ()
    sums: tuple[int, ...] = ()
    at_most: bool = False
    """Whether there are ceilings in the sums."""

    @property
    def label(self) -> Both:
        """Return the words for it."""
        words = both(f"line-{self.key}")
        return both("at-most", words=words) if self.at_most else words


@dataclass
class Beside:
    """What a run found besides the claims that it computed."""

    left_out: int = 0
    doubts: int = 0
    """Places that count, but should be checked."""
    payments: int = 0
    """Rows of a roster that are payments already received."""
    paid: int = 0
    """Their sum in fen."""


def both(name: str, **values: Any) -> Both:
    """Return a message of the rosters in both languages."""
    return Both(say(("rosters", name), "zh", values), say(("rosters", name), "en", values))


def in_both(text: Json) -> Both:
    """Return a text of a document."""
    return Both(text["zh"], text["en"])


class ReportTables:
    """Makes the tables of a run out of its tallies and the compiled documents."""

    def __init__(self, documents: Sequence[Json], tallies: Sequence[Tally]) -> None:
        self.documents, self.tallies = documents, tallies
        self.editions = [document["edition"]["edition"] for document in documents]
        self.words = [Words(wizard_part(documents[-1]), language) for language in ("zh", "en")]
        self.awards: dict[str, Json] = {}
        self.clauses: dict[str, Json] = {}
        for document in documents:  # the new edition's names count where both have one
            clauses = {clause["number"]: clause for clause in document["clauses"]}
            for entry in (*document["awards"], *document["lines"]):
                self.awards[entry["id"]] = entry
                self.clauses[entry["id"]] = clauses[entry["clause"]]

    def funds(self) -> dict[str, tuple[int, Json]]:
        """Return the yearly fund of each edition that states one, in fen, with its target."""
        return {
            edition: (int(read_figure(target["fund"]).value * 100), target)
            for edition, document in zip(self.editions, self.documents, strict=True)
            for clause in document["clauses"]
            for target in clause["targets"]
            if target.get("fund")
        }

    def assumed_splits(self) -> list[Both]:
        """Return the awards whose instalments the text does not split, if anything is due."""
        return [
            self.name(award)
            for award, entry in self.awards.items()
            if any(stage["assumed"] for stage in entry.get("stages", []))
            and any(tally.by_award[award] for tally in self.tallies)
        ]

    def summary(self, beside: Beside, comparison: RosterComparison | None) -> list[SummaryLine]:
        """Return the summary: counts and sums of each edition."""
        each = self.tallies
        lines = [
            SummaryLine("applications", (each[0].applications,)),
            SummaryLine("left-out", (beside.left_out,)),
            *([SummaryLine("doubts", (beside.doubts,))] if beside.doubts else []),
            *([SummaryLine("paid", (beside.payments,), (beside.paid,))] if beside.payments else []),
            SummaryLine("claims", tuple(one.claims for one in each)),
            SummaryLine("payable", tuple(one.statuses["payable"] for one in each)),
            SummaryLine("open", tuple(one.open for one in each)),
            SummaryLine(
                "total", (), tuple(one.total for one in each), any(one.ceiling for one in each)
            ),
            SummaryLine("exact", sums=tuple(one.exact for one in each)),
            SummaryLine("ceiling", sums=tuple(one.ceiling for one in each)),
            SummaryLine("least", sums=tuple(one.least for one in each)),
            SummaryLine("most", sums=tuple(one.most for one in each)),
            SummaryLine("unbounded", tuple(one.unbounded for one in each)),
            SummaryLine("reference", sums=tuple(one.reference for one in each)),
        ]
        if comparison is not None:
            whole = each[1].total - each[0].total
            lines += [
                SummaryLine("whole-difference", sums=(whole,)),
                SummaryLine("difference", sums=(comparison.difference,)),
                SummaryLine("rest", sums=(whole - comparison.difference,)),
                SummaryLine("gains", (comparison.gaining,), (comparison.gains,)),
                SummaryLine("losses", (comparison.losing,), (comparison.losses,)),
                SummaryLine("equal", (comparison.equal,)),
                SummaryLine("undecided", (comparison.undecided,)),
            ]
        return lines

    def all(self, comparison: RosterComparison | None) -> list[ReportTable]:
        """Return every table of the run."""
        made = [self._by_clause(), self._by_department(), self._by_payee(), self._by_time()]
        if comparison is None:
            made += [self._sizes(), self._largest()]
        else:
            made += [_kinds(comparison), _sizes(comparison), *_largest(comparison)]
        return [*made, self._statuses()]

    def _by_clause(self) -> ReportTable:
        numbers = {award: clause["key"] for award, clause in self.clauses.items()}
        titles = {
            clause["key"]: both("clause", number=clause["number"], title=in_both(clause["title"]))
            for clause in self.clauses.values()
        }
        order = {clause["key"]: clause["number"] for clause in self.clauses.values()}
        return self._table("clause", numbers, titles, lambda key: order[key])

    def _by_department(self) -> ReportTable:
        names = {award: "+".join(entry["departments"]) for award, entry in self.awards.items()}
        words: dict[str, Json] = {}
        for document in self.documents:
            words |= document["edition"]["departments"]
        titles = {
            key: Both(
                "、".join(words[one]["zh"] for one in key.split("+")),
                "; ".join(words[one]["en"] for one in key.split("+")),
            )
            for key in set(names.values()) if key
        }  # fmt: skip
        return self._table("department", names, titles)

    def _by_payee(self) -> ReportTable:
        titles: dict[str, Both] = {}
        for entry in self.awards.values():
            payee = entry["payee"]
            named = self._said("payees", payee["code"]) or in_both(payee)
            titles.setdefault(payee["code"], named)
        rows = [
            ReportRow(key, titles[key], tuple(tally.by_payee[key] for tally in self.tallies))
            for key in {key for tally in self.tallies for key in tally.by_payee}
        ]
        return ReportTable("payee", _ordered(rows), self.editions)

    def _by_time(self) -> ReportTable:
        keys = sorted({key for tally in self.tallies for key in tally.by_time})
        names = {
            stage["code"]: in_both(stage["name"])
            for entry in self.awards.values()
            for stage in entry.get("stages", [])
        }
        rows = []
        for year, milestone in sorted(keys, key=lambda key: (not key[0], key)):
            if milestone:
                name = "milestone-in" if year else "milestone"
                label = both(name, stage=names[milestone], year=year)
            else:
                label = both("year", year=year) if year else both("no-year")
            sums = tuple(tally.by_time[year, milestone] for tally in self.tallies)
            rows.append(ReportRow(f"{year}/{milestone}", label, sums))
        return ReportTable("time", rows, self.editions)

    def _sizes(self) -> ReportTable:
        (tally,) = self.tallies
        rows = [
            ReportRow(str(size), size_label(size), (tally.size_sums[size],), tally.sizes[size])
            for size in range(len(SCALE) + 1)
        ]
        return ReportTable("sizes", rows, self.editions, "enterprises")

    def _largest(self) -> ReportTable:
        (tally,) = self.tallies
        rows = [ReportRow(name, Both(name, name), (fen,)) for fen, name in tally.largest]
        return ReportTable("largest", rows, self.editions)

    def _statuses(self) -> ReportTable:
        codes = {code for tally in self.tallies for code in tally.statuses}
        rows = [
            ReportRow(
                code, self.status(code), tuple(tally.statuses[code] for tally in self.tallies)
            )
            for code in codes
        ]
        rows.sort(key=lambda row: (-sum(row.sums), row.key))
        return ReportTable("statuses", rows, self.editions, money=False)

    def name(self, award: str) -> Both:
        """Return the name of an award."""
        return in_both(self.awards[award]["name"])

    def status(self, code: str) -> Both:
        """Return the name of a status."""
        return self._said("statuses", code) or Both(code, code)

    def _said(self, section: str, code: str) -> Both | None:
        """Return the words of the results for a code, the name of a status."""
        found = [words.catalogue[section].get(code) for words in self.words]
        zh, en = (one if isinstance(one, str | None) else one["name"] for one in found)
        return Both(zh, en) if zh and en else None

    def _table(
        self,
        key: str,
        key_of: Mapping[str, str],
        titles: Mapping[str, Both],
        order: Any = None,
    ) -> ReportTable:
        sums = [grouped(tally.by_award, key_of) for tally in self.tallies]
        counts = grouped(self.tallies[-1].counted, key_of)
        keys = {one for each in sums for one in each}
        rows = [
            ReportRow(
                one, titles[one], tuple(each.get(one, 0) for each in sums), counts.get(one, 0)
            )
            for one in keys
        ]
        in_order = sorted(rows, key=lambda row: order(row.key)) if order else _ordered(rows)
        counted = "claims" if len(self.editions) == 1 else "claims-new"
        return ReportTable(key, in_order, self.editions, counted)


def _kinds(comparison: RosterComparison) -> ReportTable:
    rows = [
        ReportRow(kind, both(f"kind-{kind}"), (comparison.kind_sums[kind],), comparison.kinds[kind])
        for kind in KINDS
    ]
    return ReportTable("kinds", rows, ["difference"], "claims")


def _sizes(comparison: RosterComparison) -> ReportTable:
    rows = []
    for size in classes():
        name = size_label(abs(size) - 1)
        label = both("more-by" if size > 0 else "less-by", size=name)
        rows.append(
            ReportRow(str(size), label, (comparison.size_sums[size],), comparison.sizes[size])
        )
    return ReportTable("sizes", rows, ["difference"], "enterprises")


def _largest(comparison: RosterComparison) -> Iterable[ReportTable]:
    ordered = sorted(comparison.most, key=lambda one: (-abs(one[0]), one[1]))
    rows = [ReportRow(name, Both(name, name), (fen,)) for fen, name in ordered]
    yield ReportTable("largest-gains", [row for row in rows if row.sums[0] > 0], ["difference"])
    yield ReportTable("largest-losses", [row for row in rows if row.sums[0] < 0], ["difference"])


def _ordered(rows: Iterable[ReportRow]) -> list[ReportRow]:
    return sorted(rows, key=lambda row: (-max(row.sums), row.key))


def size_label(size: int) -> Both:
    """Return the words for a class of sums: below 1万元, 1万至10万元 …, 10亿元 and more."""
    bounds = [Both(_short(fen, "zh"), _short(fen, "en")) for fen in SCALE]
    if size == 0:
        return both("size-below", bound=bounds[0])
    if size == len(SCALE):
        return both("size-from", bound=bounds[-1])
    return both("size-between", least=bounds[size - 1], most=bounds[size])


def _short(fen: int, language: str) -> str:
    return amounts.money(write(fen), language)
