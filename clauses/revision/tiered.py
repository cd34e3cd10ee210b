"""Levels with their sums, written out one by one where only one text has them in a row.

对国家级、省级的分别给予200万元、100万元 became 对国家级的给予200万元；对省级的给予100万元: level
by level both can be compared, sum with sum and condition with condition.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clauses.revision.bounds import enumerations
from clauses.revision.figures import figures
from clauses.revision.hunks import SUMS
from clauses.revision.joined import Sentence
from clauses.revision.likeness import alike, best_pairs
from clauses.revision.orders import LEVELS
from clauses.revision.roles import role
from clauses.revision.tokens import tokens

_PARTS = re.compile("[^，；。]+[，；。]?")
_IN_A_ROW = re.compile("分别|分档")
_ALIKE = 0.5
"""From this likeness on what is given at one level is what the other text gives there."""
_OTHER_LEVEL = 0.9
"""By this two passages on different levels are less alike."""


class _Unit(NamedTuple):
    """What a sentence gives to one level, or to several in a row; from and to in the sentence."""

    start: int
    end: int
    tiers: Sequence[tuple[str, str]]
    """Each level with the words for it alone."""


_Units = Mapping[int, Sequence[_Unit]]
"""The units of sentences, by their places."""


def written_out(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> tuple[list[Sentence], list[Sentence]]:
    """Write out the rows of levels whose levels stand one by one in the other text."""
    same = {one.words for one in old} & {one.words for one in new}
    a, b = (
        {n: units for n, one in enumerate(side)
         if not one.title and one.words not in same and (units := _units(one.words))}
        for side in (old, new)
    )  # fmt: skip
    parted: list[set[int]] = [set(), set()]
    for some, others in _groups(a, b):
        left = [unit for n in some for unit in a[n]]
        right = [unit for n in others for unit in b[n]]
        in_a_row = any(len(unit.tiers) > 1 for unit in (*left, *right))
        if in_a_row and len(left) != len(right):
            parted[0] |= some
            parted[1] |= others
    return _parted(old, a, parted[0]), _parted(new, b, parted[1])


def tiers_alike(one: Sentence, other: Sentence) -> float:
    """Return by what to weigh how alike two sentences are: less where their levels differ."""
    return _OTHER_LEVEL if one.level and other.level and one.level != other.level else 1.0


def _parted(side: Sequence[Sentence], units: _Units, parted: set[int]) -> list[Sentence]:
    """Part some sentences; what they say beside their levels is there once."""
    pieces = [
        piece
        for n, one in enumerate(side)
        for piece in (_pieces(one, units[n]) if n in parted else [one])
    ]
    beside = [one.words if one.whole and not one.level else "" for one in pieces]
    return [one for n, one in enumerate(pieces) if not beside[n] or beside[n] not in beside[:n]]


def _pieces(sentence: Sentence, units: Sequence[_Unit]) -> Iterator[Sentence]:
    """Yield each level of a sentence as one of its own, and what is around them."""
    words, at = sentence.words, 0
    for unit in units:
        yield from _rest(sentence, words[at : unit.start])
        for level, said in unit.tiers:
            yield sentence._replace(words=said.rstrip("，；"), level=level, whole=words)
        at = unit.end
    yield from _rest(sentence, words[at:])


def _rest(sentence: Sentence, words: str) -> Iterator[Sentence]:
    if words.strip("，；。"):
        yield sentence._replace(words=words.strip("，；"), whole=sentence.words)


def _groups(a: _Units, b: _Units) -> list[tuple[set[int], set[int]]]:
    """Return which sentences of both texts speak of the same levels, as groups."""
    left, right = (
        [(n, level, said) for n, units in side.items() for unit in units
         for level, said in unit.tiers]
        for side in (a, b)
    )  # fmt: skip

    def likeness(one: tuple[int, str, str], other: tuple[int, str, str]) -> float:
        return alike(one[2], other[2]) * (1.0 if one[1] == other[1] else _OTHER_LEVEL)

    groups: list[tuple[set[int], set[int]]] = []
    for i, j in best_pairs(left, right, likeness, _ALIKE).items():
        n, m = left[i][0], right[j][0]
        joined = [group for group in groups if n in group[0] or m in group[1]]
        groups = [group for group in groups if group not in joined]
        groups.append(({n}.union(*(g[0] for g in joined)), {m}.union(*(g[1] for g in joined))))
    return groups


def _units(words: str) -> list[_Unit]:
    """Split a sentence into what it gives to each level, or to each row of levels."""
    row = tokens(words)
    levels = [token.start for token in row if token.kind == "tier"]
    sums = [one.start for one in figures(words) if role(words, one) in SUMS]
    found: list[tuple[int, int]] = []
    start = end = -1  # where a unit begins, and its sums end
    count = 0  # of its levels
    for part in _PARTS.finditer(words):
        own, given = (
            [at for at in places if part.start() <= at < part.end()] for places in (levels, sums)
        )
        if own and (start < 0 or end >= 0):
            found += [(start, end)] * (end >= 0)
            start, end, count = part.start(), -1, len(own)
        # what comes after its sums, such as 每个项目最高500万元, is of all levels
        if start >= 0 and given and (end < 0 or len(given) == count > 1):
            end = part.end()
    found += [(start, end)] * (end >= 0)
    return [_unit(words, *span) for span in found]


def _unit(words: str, start: int, end: int) -> _Unit:
    said = words[start:end]
    listed = LEVELS.search(said)
    names = _names(listed[0] if listed else said)
    rows = [
        one for one in enumerations(said, figures(said))
        if len(one) == len(names) > 1 and listed and one[0].start > listed.end()
    ]  # fmt: skip
    if not listed or not any(role(said, one[0]) in SUMS for one in rows):
        return _Unit(start, end, [("、".join(names) if listed else names[0], said)])
    tiers = []
    for n, name in enumerate(names):
        alone = said
        for one in reversed(rows):
            alone = alone[: one[0].start] + one[n].whole_words + alone[one[-1].end :]
        level = name + "级" * (listed[0].endswith("级") and not name.endswith("级"))
        alone = alone[: listed.start()] + level + alone[listed.end() :]
        tiers.append((name, _IN_A_ROW.sub("", alone)))
    return _Unit(start, end, tiers)


def _names(words: str) -> list[str]:
    return [token.words for token in tokens(words) if token.kind == "tier"]
