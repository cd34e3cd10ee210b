"""What a run says: a summary, tables and the fund, for the page, the workbook and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

import amounts
from clauses.messages import Both, Language
from clauses.rosters.comparison import RosterComparison
from clauses.rosters.tally import Tally
from docs.site.language import BY_CODE
from docs.site.rosters.sheets import Fen
from docs.site.rosters.tables import (
    Beside,
    ReportTable,
    ReportTables,
    SummaryLine,
    both,
    in_both,
)
from eligibility.money import write

Json = dict[str, Any]
_YI = Decimal(10) ** 10
"""Fen of 1亿元."""
_MILLION = Decimal(10) ** 8
"""Fen of RMB 1 million."""


@dataclass(frozen=True)
class Fund:
    """What an edition sets aside each year, and how much of it the claims of a year would take."""

    edition: str
    fen: int
    quote: Both
    years: Sequence[tuple[str, int]]
    """Sums that fall due in a year."""
    undated: int
    """The sum whose year neither the text nor the roster states."""

    def most(self, due: int) -> int:
        """Return what a year may come to: its sum, and everything without a known year."""
        return due + self.undated


class Report:
    """The result of a run."""

    def __init__(
        self,
        tables: ReportTables,
        beside: Beside,
        ignored: Sequence[str] = (),
        comparison: RosterComparison | None = None,
    ) -> None:
        self.made, self.ignored, self.comparison = tables, list(ignored), comparison
        self.beside = beside
        self.editions = tables.editions
        self.summary = tables.summary(beside, comparison)
        self.tables = tables.all(comparison)
        self.funds = [
            _fund(edition, fen, target, tables.tallies[tables.editions.index(edition)])
            for edition, (fen, target) in tables.funds().items()
        ]

    @property
    def title(self) -> Both:
        """Return the title: exposure under an edition, or a comparison of two."""
        if self.comparison is None:
            return both("title-exposure", edition=self.editions[0])
        old, new = self.editions
        return both("title-compare", old=old, new=new)

    @property
    def notes(self) -> list[Both]:
        """Return what a reader has to know before the figures."""
        found = [both("note-words"), both("note-time")]
        if assumed := self.made.assumed_splits():
            found.append(both("note-split", awards=assumed))
        if any(tally.open for tally in self.made.tallies):
            found.append(both("note-open"))
        if self.comparison is not None and not any(
            count for kind, count in self.comparison.kinds.items() if kind != "same"
        ):
            found.insert(0, both("note-nothing-differs"))
        if self.ignored:
            found.append(both("note-ignored", columns=self.ignored))
        return found

    def column(self, table: ReportTable, name: str) -> Both:
        """Return the heading of a column of figures: the edition, or the difference."""
        if name == "difference":
            return both("column-difference")
        words = Both(name, name)
        return self._capped(name, words) if table.money else words

    def due(self, fund: Fund) -> Both:
        """Return the heading of what falls due in a year."""
        return self._capped(fund.edition, both("column-due"))

    def _capped(self, edition: str, words: Both) -> Both:
        """Say “at most” where there are ceilings in what an edition comes to."""
        ceilings = self.made.tallies[self.editions.index(edition)].ceiling
        return both("at-most", words=words) if ceilings else words

    def data(self) -> Json:
        """Return the whole as JSON: sums as decimal texts in yuan."""
        return {
            "editions": self.editions,
            "summary": {line.key: _line(line) for line in self.summary},
            "funds": [
                {
                    "edition": fund.edition,
                    "yearly": write(fund.fen),
                    "quote": {"zh": fund.quote.zh, "en": fund.quote.en},
                    "years": [
                        {
                            "year": year,
                            "due": write(due),
                            "share": share(due, fund.fen),
                            "most": write(fund.most(due)),
                            "most_share": share(fund.most(due), fund.fen),
                        }
                        for year, due in fund.years
                    ],
                    "undated": write(fund.undated),
                }
                for fund in self.funds
            ],
            "tables": {table.key: _table(table) for table in self.tables},
            "columns_ignored": self.ignored,
        }

    def rows(self, language: Language) -> Iterator[list[Any]]:
        """Yield the rows of a sheet in one language; a heading is a row of one cell."""
        said = BY_CODE[language].of
        yield [said(self.title)]
        for note in self.notes:
            yield [said(note), ""]
        yield []
        yield [said(both("heading-summary"))]
        yield ["", "", *self.editions]
        for line in self.summary:
            sums = [Fen(fen) for fen in line.sums]
            counts: list[Any] = list(line.counts) or [""]
            # counts are in the columns of the editions where there is one for each
            cells = [*counts, *sums] if len(counts) == 1 else ["", *counts, *sums]
            yield [said(line.label), *cells]
        for fund in self.funds:
            yield []
            yield [said(both("heading-fund", edition=fund.edition))]
            yield [said(fund.quote), Fen(fund.fen)]
            share_heading, most_heading = both("column-share"), both("column-fund-most")
            yield [*map(said, (both("column-year"), self.due(fund), share_heading, most_heading,
                               share_heading))]  # fmt: skip
            for year, due in fund.years:
                most = fund.most(due)
                yield [said(both("year", year=year)), Fen(due), share(due, fund.fen), Fen(most),
                       share(most, fund.fen)]  # fmt: skip
            yield [said(both("undated")), Fen(fund.undated)]
        for table in self.tables:
            yield []
            yield [said(both(f"table-{table.key}"))]
            counts_named = said(both(f"counts-{table.counts}")) if table.counts else ""
            yield ["", counts_named, *(said(self.column(table, name)) for name in table.columns)]
            for row in table.rows:
                kind = Fen if table.money else int
                sums_shown = [kind(one) for one in row.sums]
                yield [said(row.label), "" if row.count is None else row.count, *sums_shown]
            if table.rows and table.adds_up:
                yield [said(both("total")), "", *map(Fen, table.totals)]


def in_yi(fen: int) -> str:
    """Write a sum in 亿元 with four decimals, rounded; its exact yuan is next to it."""
    return f"{(Decimal(fen) / _YI).quantize(Decimal('0.0001'), ROUND_HALF_EVEN):,f}"


def in_million(fen: int) -> str:
    """Write a sum in RMB million with two decimals, as exactly as in 亿元."""
    return f"{(Decimal(fen) / _MILLION).quantize(Decimal('0.01'), ROUND_HALF_EVEN):,f}"


def with_separators(fen: int) -> str:
    """Write a sum in yuan with separators of thousands: 1,234,567.50."""
    return amounts.digits(write(fen))


def share(part: int, whole: int) -> str:
    """Write a part of a whole in per cent with one decimal."""
    return f"{(Decimal(part) * 100 / whole).quantize(Decimal('0.1'), ROUND_HALF_EVEN):f}%"


def _fund(edition: str, fen: int, target: Json, tally: Tally) -> Fund:
    years: Counter[str] = Counter()
    for (year, _), due in tally.by_time.items():
        if year:
            years[year] += due
    undated = tally.total - sum(years.values())
    return Fund(edition, fen, in_both(target["quote"]), sorted(years.items()), undated)


def _line(line: SummaryLine) -> Json:
    counts = {"counts": list(line.counts)} if line.counts else {}
    return counts | ({"sums": [write(fen) for fen in line.sums]} if line.sums else {})


def _table(table: ReportTable) -> Json:
    return {
        "columns": list(table.columns),
        "rows": [
            {"key": row.key, "label": {"zh": row.label.zh, "en": row.label.en}}
            | ({} if row.count is None else {"count": row.count})
            | {"sums": [write(one) if table.money else one for one in row.sums]}
            for row in table.rows
        ],
    }
