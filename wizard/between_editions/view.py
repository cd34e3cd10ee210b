"""What the page and the tables show of a comparison: rows with their words, sums and reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from between_editions.kinds import KINDS, payable
from between_editions.pairs import ClaimPair, Sums, pairs_of, sums_of
from between_editions.reasons import reasons
from between_editions.said import ComparisonWords, EditionWords
from between_editions.sides import EditionSide, SideClaim
from eligibility.money import write
from results.comparison import sum_or_status
from results.leaving import left_out
from results.naming import subject_name

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cited:
    """The words of an award in one edition."""

    edition: str
    clause: int
    paragraph: int
    label: str
    """Which clause of which edition, in words."""
    zh: str
    translation: str
    """Empty in Chinese."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A claim under both editions."""

    number: int
    """Its place in the form, from 1."""
    key: str
    """One of `KINDS`, or `moved` where nothing but the number of the clause changed."""
    pair: ClaimPair
    award: str
    subject: str
    old: str
    """The sum, or else the status, in words."""
    new: str
    difference: str
    missing: list[str]
    reasons: list[str]
    cited: list[Cited]
    """The words of both editions; only of one where the other does not have the award."""
    history: tuple[str, int] | None
    """The edition and clause whose page shows the history; None if nothing changed."""


@dataclass(frozen=True, slots=True)
class ComparisonGroup:
    """Rows that change in the same way."""

    key: str
    heading: str
    rows: list[ComparisonRow]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A comparison in one language."""

    said: ComparisonWords
    sums: Sums
    pairs: list[ClaimPair]
    groups: list[ComparisonGroup]
    unchanged: list[ComparisonRow]
    """The claims that nothing changes."""
    totals: list[tuple[str, str]]
    """What each edition counts in all, by its name."""
    lost: list[tuple[str, list[str]]]
    """By the name of an edition: the answers that it has no place for."""
    unasked: list[tuple[str, str, int, int]]
    """Awards that only the other edition has and the page does not ask: name, edition, place."""
    unasked_of: str
    """The name of that edition."""

    @property
    def rows(self) -> list[ComparisonRow]:
        """All rows, in the order of the form."""
        found = [*(row for group in self.groups for row in group.rows), *self.unchanged]
        return sorted(found, key=lambda row: row.number)

    @property
    def same(self) -> list[str]:
        """The names of the claims that nothing changes."""
        return [
            self.said.say("items", award=row.award, subject=row.subject) for row in self.unchanged
        ]


def view_of(old: EditionSide, new: EditionSide, language: str, *, on_new: bool) -> ComparisonView:
    """Compare two sides; `on_new` says whether the page is that of the new edition."""
    said = ComparisonWords(old.document, new.document, language)
    pairs = pairs_of(old, new)
    rows = [_row(said, number, pair) for number, pair in enumerate(pairs, 1)]
    order = [*KINDS[: KINDS.index("status") + 1], "moved", *KINDS[KINDS.index("status") + 1 :]]
    groups = [
        ComparisonGroup(
            key, said.say("heading", kind=said.say("kinds", key), count=str(len(own))), own
        )
        for key in order
        if key != "same" and (own := [row for row in rows if row.key == key])
    ]
    sides = ((said.old, old), (said.new, new))
    ours, theirs = (said.new, said.old) if on_new else (said.old, said.new)
    claimed = {pair.claim.award for pair in pairs}
    # an award that an edition does not have is a row already
    lost_of = [
        (of, [one for one in side.lost if one.get("found") not in claimed]) for of, side in sides
    ]
    return ComparisonView(
        said,
        sums_of(pairs),
        pairs,
        groups,
        [row for row in rows if row.key == "same"],
        [(of.name, _total(of, side)) for of, side in sides],
        [(of.name, left_out(of.document, lost, language)) for of, lost in lost_of if lost],
        [
            (
                theirs.words.of(line.name),
                theirs.edition,
                line.entry["clause"],
                line.entry["paragraph"],
            )
            for award, line in theirs.words.lines.items()
            if award not in ours.words.lines and award not in claimed
        ],
        theirs.name,
    )


def _row(said: ComparisonWords, number: int, pair: ClaimPair) -> ComparisonRow:
    award, entry = pair.claim.award, pair.claim.entry
    old, new = said.old.line(award), said.new.line(award)
    of, line = (said.new, new) if new else (said.old, old)
    assert line is not None
    key = "moved" if pair.kind == "same" and pair.moved else pair.kind
    missing = dict.fromkeys(
        side.phrases.fact(own, name)
        for side, own, claim in ((said.old, old, pair.old), (said.new, new, pair.new))
        if own and claim
        for name in claim.entry["missing"]
    )
    known = pair.is_comparable
    return ComparisonRow(
        number,
        key,
        pair,
        of.words.of(line.name),
        subject_name(entry["subject"].strip(), said.language),
        _told(said, said.old, pair.old),
        _told(said, said.new, pair.new),
        said.difference(pair.difference) if known else said.say("not-comparable"),
        list(missing),
        reasons(said, pair) if key != "same" else [],
        [_cited(said, side, award) for side in (said.old, said.new) if side.line(award)],
        None if key == "same" else (of.edition, line.entry["clause"]),
    )


def _told(said: ComparisonWords, of: EditionWords, claim: SideClaim | None) -> str:
    """Return the sum of a claim, its range while facts are missing, or its status."""
    if claim is None:
        return said.say("no-award")
    entry = claim.entry
    told = sum_or_status(of.words, of.words.lines[claim.award], entry)
    if claim.status == "needs-facts" and entry["range"]:
        return of.words.join([told, of.words.span(entry["range"])], "clauses")
    if claim.status == "payable" and not payable(claim):
        return of.words.join([of.words.status(entry)["name"], told], "clauses")
    return told


def _cited(said: ComparisonWords, of: EditionWords, award: str) -> Cited:
    entry = of.words.lines[award].entry
    clause, quote = entry["clause"], entry["quote"]
    label = said.say("text", edition=of.name, clause=str(clause))
    translation = "" if said.language == "zh" else of.words.of(quote)
    return Cited(of.edition, clause, entry["paragraph"], label, quote["zh"], translation)


def _total(of: EditionWords, side: EditionSide) -> str:
    totals = side.assessment["totals"]
    if totals["range"]:
        return of.words.span(totals["range"])
    return of.words.total(totals, "max")


def sums_said(view: ComparisonView) -> Sequence[str]:
    """Return the total of the comparable claims before, after, and their difference, in words."""
    said, sums = view.said, view.sums
    return [
        said.old.words.worded(write(sums.old), "ceiling" if sums.old_at_most else "exact"),
        said.new.words.worded(write(sums.new), "ceiling" if sums.new_at_most else "exact"),
        said.difference(sums.difference),
    ]
