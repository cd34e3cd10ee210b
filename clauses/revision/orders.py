"""The same words in another order: names with their sums, levels alone, words of a name."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import product

from clauses.revision.bounds import enumerations
from clauses.revision.figures import Figure, figures
from clauses.revision.likeness import common
from clauses.revision.tokens import Token, words_of

Hunk = tuple[int, int, int, int]
"""A run of tokens that differ: from and to in the old row, from and to in the new one."""

_SEGMENT = re.compile("(?:(?!分别|给予)[^，；。：])+")
_EVENED = re.compile("级|省(?=[一二三四五]星)")
_LISTED = re.compile("[、和及与或]")


def in_the_order_of(new: str, old: str) -> str:
    """Return `new` with its names and their sums in the order in which `old` has them.

    省级、国家级 … 100万元、200万元 says the same as 国家级、省级 … 200万元、100万元. Where the sums
    stayed, or there are none, the order of the names is left: it may say who gets more.
    """
    for one, other in product(_SEGMENT.finditer(old), _SEGMENT.finditer(new)):
        order = _order(one[0], other[0])
        if order is None:
            continue
        before = [row for row in _rows(old) if len(row) == len(order) and row[0].start > one.end()]
        after = [row for row in _rows(new) if len(row) == len(order) and row[0].start > other.end()]
        pairs = list(zip(before, after, strict=False))
        stay, move = (
            sum(a.value == row[n].value for was, row in pairs for a, n in zip(was, by, strict=True))
            for by in (range(len(order)), order)
        )
        if move <= stay:
            continue
        for _, row in reversed(pairs):
            new = _reordered(new, row, order)
        return new[: other.start()] + one[0] + new[other.end() :]
    return new


def _rows(text: str) -> list[list[Figure]]:
    return enumerations(text, figures(text))


def _reordered(text: str, row: Sequence[Figure], order: Sequence[int]) -> str:
    for place, n in reversed(list(zip(row, order, strict=True))):
        text = text[: place.start] + row[n].words + text[place.end :]
    return text


def _order(old: str, new: str) -> list[int] | None:
    """Return where in `new` each name of the list in `old` stands; None where it is no such list.

    What stands around the list is the same: 对经认定的 省级、国家级 工业设计中心.
    """
    old, new = _EVENED.sub("", old), _EVENED.sub("", new)
    if old == new or Counter(old) != Counter(new):
        return None
    for start, end in product(range(common(old, new) + 1), range(common(old[::-1], new[::-1]) + 1)):
        names = [_LISTED.split(side[start : len(side) - end]) for side in (old, new)]
        if len(set(names[0])) == len(names[0]) > 1 and sorted(names[0]) == sorted(names[1]):
            return [names[1].index(name) for name in names[0]]
    return None


def levels_in_another_order(a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk]) -> bool:
    """Tell whether levels changed places and nothing else did."""
    sides = [
        Counter(t.key for t in side if t.words not in "、和及与") for side in _changed(a, b, hunks)
    ]
    levels = all(
        t.kind == "tier" or t.words in "、和及与级" for s in _changed(a, b, hunks) for t in s
    )
    return bool(sides[0]) and levels and sides[0] == sides[1]


def words_in_another_order(a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk]) -> bool:
    """Tell whether words only changed places: 解决示范方案, 示范解决方案."""
    removed, added = _changed(a, b, hunks)
    letters = [sorted(words_of(side)) for side in (removed, added)]
    plain = all(t.kind == "character" for t in (*removed, *added))
    return bool(removed) and plain and letters[0] == letters[1] and len(letters[0]) <= 8


def around(row: Sequence[Token], hunks: Sequence[Hunk], side: int) -> str:
    """Return the words from the first to the last hunk; `side`: 0 in the old row, 2 in the new."""
    first = min(hunk[side] for hunk in hunks)
    last = max(hunk[side + 1] for hunk in hunks)
    return words_of(row[first:last])


def _changed(
    a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk]
) -> tuple[list[Token], list[Token]]:
    removed = [t for i1, i2, _, _ in hunks for t in a[i1:i2]]
    added = [t for _, _, j1, j2 in hunks for t in b[j1:j2]]
    return removed, added
