"""The same words in another order: names with their sums, levels alone, words of a name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from clauses.revision.bounds import enumerations
from clauses.revision.change import Change
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.likeness import common
from clauses.revision.tokens import Token, tokens, words_of
from clauses.revision.words import KIND_OF, alternatives

Hunk = tuple[int, int, int, int]
"""A run of tokens that differ: from and to in the old row, from and to in the new one."""

_SEGMENT = re.compile("(?:(?!分别|给予)[^，；。：])+")
_LEVEL = alternatives([word for word, kind in KIND_OF.items() if kind == "tier"])
LEVELS = re.compile(f"(?:{_LEVEL})级?(?:[、和](?:省(?=.星))?(?:{_LEVEL})级?)+")
_EVENED = re.compile("级|共同|对|的|省(?=[一二三四五]星)")
_LISTED = re.compile("[、和及与或]")


def in_the_order_of(new: str, old: str) -> tuple[str, list[Change]]:
    """Return `new` with its lists in the order of `old`, and what their order says.

    省级、国家级 … 100万元、200万元 says the same as 国家级、省级 … 200万元、100万元. Where names
    changed places and sums did not, each has another sum; of levels the order alone counts.
    """
    for one, other in product(_lists(old), _lists(new)):
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
        if move <= stay and figures(one[0]):
            continue  # figures that changed places are reported as figures
        levels = bool(LEVELS.search(one[0]))
        kind = "tier" if move <= stay and (levels or stay) else "wording"
        for _, row in reversed(pairs) if move > stay else ():
            new = _reordered(new, row, order)
        rest, more = in_the_order_of(new[: other.start()] + one[0] + new[other.end() :], old)
        return rest, [Change(kind, *_listed(one[0], other[0])), *more]
    return new, []


def _lists(text: str) -> Iterator[re.Match[str]]:
    """Find what may be a list: the parts of a sentence, and the levels in a row by themselves."""
    yield from _SEGMENT.finditer(text)
    yield from LEVELS.finditer(text)


def _listed(one: str, other: str) -> tuple[str, str]:
    """Return the words of two lists that changed places, each with its whole first and last."""
    start, end = common(one, other), common(one[::-1], other[::-1])
    found = []
    for words in (one, other):
        inside = [t for t in tokens(words) if t.end > start and t.start < len(words) - end]
        found.append(words[inside[0].start : inside[-1].end])
    return found[0], found[1]


def _rows(text: str) -> list[list[PlacedFigure]]:
    return enumerations(text, figures(text))


def _reordered(text: str, row: Sequence[PlacedFigure], order: Sequence[int]) -> str:
    for place, n in reversed(list(zip(row, order, strict=True))):
        text = text[: place.start] + row[n].whole_words + text[place.end :]
    return text


def _order(old: str, new: str) -> list[int] | None:
    """Return where in `new` each name of the list in `old` is; None where it is no such list.

    What is around the list is the same: 对经认定的 省级、国家级 工业设计中心.
    """
    old, new = _EVENED.sub("", old), _EVENED.sub("", new)
    if old == new or Counter(old) != Counter(new):
        return None
    for start, end in product(range(common(old, new) + 1), range(common(old[::-1], new[::-1]) + 1)):
        names = [_LISTED.split(side[start : len(side) - end]) for side in (old, new)]
        if len(set(names[0])) == len(names[0]) > 1 and sorted(names[0]) == sorted(names[1]):
            return [names[1].index(name) for name in names[0]]
    return None


def words_in_another_order(a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk]) -> bool:
    """Tell whether words only changed places: 解决示范方案, 示范解决方案."""
    removed, added = _changed(a, b, hunks)
    letters = [sorted(words_of(side)) for side in (removed, added)]
    plain = all(t.kind in ("character", "who") for t in (*removed, *added))
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
