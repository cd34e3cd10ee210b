"""Finds out which rule claims each figure and level word of the text, or what excuses it."""

from collections.abc import Iterable
from dataclasses import dataclass

from clauses.levels import scan_levels
from clauses.model import Bilingual
from clauses.model.proof import Unclaimed, UnclaimedFigure
from clauses.notation import digits_of_no_figure, scan
from clauses.proof.claims import FigureClaim
from clauses.proof.named import places_of


@dataclass(frozen=True)
class Covered:
    """A figure or level word of the text, and the rules that claim it.

    `claimed_by` lists the rules, by the id of an award or line or by a key (`targets[0]`,
    `validity`); `excuse` is the reason in `unclaimed.yml`. If both are missing, the check reports
    it.
    """

    words: str
    measure: str
    """`money`, `share`, `count`, `multiple`, `years`, `rank`, `date`, `level`, or `digits`."""
    start: int
    """The first character in the passage; `end` is after the last."""
    end: int
    claimed_by: tuple[str, ...]
    roles: tuple[str, ...]
    """For each of `claimed_by`, the key with the figure: `sum.at_most`, `when.0`, `quote`."""
    excuse: Bilingual | None


@dataclass(frozen=True)
class Coverage:
    """One passage of the text, with every figure and level word that has to be claimed."""

    place: str
    """3.1 for clause 3, paragraph 1; 引言, 函-4, 附则-2, 脚注1."""
    clause: int | None
    items: tuple[Covered, ...]

    @property
    def claimed(self) -> int:
        """The number of items claimed by a rule."""
        return sum(bool(item.claimed_by) for item in self.items)

    @property
    def excused(self) -> int:
        """The number of items listed in `unclaimed.yml` and not claimed."""
        return sum(item.excuse is not None and not item.claimed_by for item in self.items)


def cover(
    place: str, clause: int | None, text: str, claims: Iterable[FigureClaim], unclaimed: Unclaimed
) -> Coverage:
    """Return the coverage of one passage: its figures and level words with claims and excuses."""
    here = [claim for claim in claims if claim.place == place]
    items = [(f.start, f.end, str(f.figure.measure)) for f in scan(text)]
    items += [(level.start, level.end, "level") for level in scan_levels(text)]
    items += [(start, end, "digits") for start, end in _nameless_digits(text, unclaimed)]
    excuses = {
        span: entry.reason
        for entry in unclaimed.figures
        if entry.place == place and (span := excused_span(entry, text)) is not None
    }
    covered = []
    for start, end, measure in sorted(items):
        claiming = {c.by: c.role for c in here if c.start <= start and end <= c.end}
        covered.append(
            Covered(
                text[start:end],
                measure,
                start,
                end,
                tuple(claiming),
                tuple(claiming.values()),
                excuses.get((start, end)),
            )
        )
    return Coverage(place, clause, tuple(covered))


def excused_span(entry: UnclaimedFigure, text: str) -> tuple[int, int] | None:
    """Return the span of an excused figure, or None if the text has no such figure there."""
    around = text.find(entry.around)
    if around < 0 or text.count(entry.around) > 1:
        return None
    inside = spans_within(text, around, around + len(entry.around))
    return next((span for span in inside if text[slice(*span)] == entry.figure), None)


def spans_within(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of figures, level words and other digits within a part of a text."""
    spans = [(f.start, f.end) for f in scan(text)]
    spans += [(level.start, level.end) for level in scan_levels(text)]
    spans += digits_of_no_figure(text)
    return sorted((a, b) for a, b in spans if start <= a and b <= end)


def _nameless_digits(text: str, unclaimed: Unclaimed) -> list[tuple[int, int]]:
    named = [
        (begin, begin + len(name.words))
        for name in unclaimed.names
        for begin in places_of(name.words, text)
    ]
    return [
        (start, end)
        for start, end in digits_of_no_figure(text)
        if not any(a <= start and end <= b for a, b in named)
    ]
