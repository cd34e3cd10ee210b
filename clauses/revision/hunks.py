"""The runs of tokens in which two versions of a sentence differ, as they are reported."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.orders import LEVELS, Hunk
from clauses.revision.roles import BASE, role
from clauses.revision.tokens import Token, between_commas

Span = tuple[int, int]

NO_SUM = frozenset({"一事一议", "一企一策"})
"""Words that stand for a sum which is settled case by case."""
_BETWEEN_ITEMS = "、和及与或"
_AT_ONCE = re.compile("[^，；。]*(?:一次性|开工|竣工|投产|验收)[^，；。]*")
SUMS = frozenset({"rate", "ceiling", "amount", "strength"})
"""Kinds of a figure that says how much is given."""


def hunks_of(
    old: str, new: str, a: Sequence[Token], b: Sequence[Token], matcher: SequenceMatcher[object]
) -> list[Hunk]:
    """Return the runs that differ, each a whole: one item of a list, one base, one way to pay."""
    found = _whole_items(apart(a, matcher), a, b)
    for spans in (_bases, _instalments, _sums, _levels):
        places = spans(old, new)
        if places is not None:
            found = _joined(found, a, b, places)
    return found


def apart(a: Sequence[Token], matcher: SequenceMatcher[object]) -> list[Hunk]:
    """Return the runs of tokens that differ; runs with one character between them are one."""
    hunks: list[Hunk] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if hunks and _close(a[hunks[-1][1] : i1]):
            start_i, _, start_j, _ = hunks.pop()
            hunks.append((start_i, i2, start_j, j2))
        else:
            hunks.append((i1, i2, j1, j2))
    return hunks


def _close(between: Sequence[Token]) -> bool:
    return len(between) <= 1 and all(
        t.kind == "character" and t.words not in "，、；。" for t in between
    )


def _whole_items(hunks: Sequence[Hunk], a: Sequence[Token], b: Sequence[Token]) -> list[Hunk]:
    """Shift what only one text has to whole items of a list: 中国软件百强、, not 百强、中国软件."""
    found: list[Hunk] = []
    for i1, i2, j1, j2 in hunks:
        row, start, end = (a, i1, i2) if j1 == j2 else (b, j1, j2)
        by = _shift(row, start, end) if i1 == i2 or j1 == j2 else 0
        found.append((i1 - by, i2 - by, j1 - by, j2 - by))
    return found


def _shift(row: Sequence[Token], start: int, end: int) -> int:
    """Return by how much the same run can begin earlier (or later, below 0) to be whole items."""
    for step in (1, -1):
        by = 0
        while True:
            first, last = row[start - by].words, row[end - by - 1].words
            if last in _BETWEEN_ITEMS or first in _BETWEEN_ITEMS or (first, last) == ("“", "”"):
                return by
            gone, come = (start - by - 1, end - by - 1) if step > 0 else (start - by, end - by)
            if gone < 0 or come >= len(row) or row[gone].key != row[come].key:
                break
            by += step
    return 0


def _joined(
    hunks: list[Hunk], a: Sequence[Token], b: Sequence[Token], spans: tuple[Span, Span]
) -> list[Hunk]:
    """Take the runs that lie in a span of both texts as one."""
    inside = [
        hunk
        for hunk in hunks
        if _within(a[hunk[0] : hunk[1]], spans[0]) and _within(b[hunk[2] : hunk[3]], spans[1])
    ]
    if len(inside) < 2:
        return hunks
    (start, _, begin, _), (_, stop, _, end) = inside[0], inside[-1]
    at = hunks.index(inside[0])
    return [*hunks[:at], (start, stop, begin, end), *hunks[at + len(inside) :]]


def _within(side: Sequence[Token], span: Span) -> bool:
    return all(span[0] <= token.start and token.end <= span[1] for token in side)


def _bases(old: str, new: str) -> tuple[Span, Span] | None:
    """Return what comes between 按照 and 给予: 实际投入（设备、软件投入）, 设备投入."""
    one, other = BASE.search(old), BASE.search(new)
    return (one.span(1), other.span(1)) if one and other and one[1] != other[1] else None


def _instalments(old: str, new: str) -> tuple[Span, Span] | None:
    """Return where both texts say how much is paid at which stage, if one names more stages."""
    rows = [[one for one in figures(text) if role(text, one) == "stage"] for text in (old, new)]
    numbers = [
        [one.value if one.measure == "count" else one.measure for one in row] for row in rows
    ]
    if numbers[0] == numbers[1]:
        return None
    spans = [_stages(text, row) for text, row in zip((old, new), rows, strict=True)]
    return (spans[0], spans[1]) if spans[0] and spans[1] else None


def _stages(text: str, shares: Sequence[PlacedFigure]) -> Span | None:
    """Return where a text says when it is paid: by its shares, or all at once."""
    if shares:
        return between_commas(text, shares[0].start, shares[-1].end)
    at_once = [match.span() for match in _AT_ONCE.finditer(text)]
    return at_once[-1] if at_once else None


def _levels(old: str, new: str) -> tuple[Span, Span] | None:
    """Return the first row of levels that is another one: 国内、省内, 国际、国内."""
    rows = [list(LEVELS.finditer(text)) for text in (old, new)]
    if len(rows[0]) != len(rows[1]):
        return None
    pairs = zip(*rows, strict=True)
    return next(((a.span(), b.span()) for a, b in pairs if a[0] != b[0]), None)


def _sums(old: str, new: str) -> tuple[Span, Span] | None:
    """Return where one text names a sum, and the other has it settled case by case."""
    named = [[text.find(word) for word in NO_SUM if word in text] for text in (old, new)]
    if bool(named[0]) == bool(named[1]):
        return None
    spans = []
    for text, places in zip((old, new), named, strict=True):
        given = [one for one in figures(text) if role(text, one) in SUMS]
        if places:
            spans.append(between_commas(text, min(places), max(places) + 4))
        elif given:
            spans.append(between_commas(text, given[0].start, given[-1].end))
        else:
            return None
    return spans[0], spans[1]
