"""Which words go with which figure, and whether figures and words changed partners.

对国家级企业给予最高100万元，对省级企业给予最高50万元: where the sums change places, or the levels,
each word has another sum, although both texts hold the same words and the same figures.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from clauses.revision.bounds import compared, enumerations, strength
from clauses.revision.change import Change
from clauses.revision.contents import said_words
from clauses.revision.figure_changes import with_strength
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.hunks import SUMS
from clauses.revision.roles import MONEY_NAMES, role
from clauses.revision.tokens import tokens
from clauses.revision.words import CHANGE_OF

_GIVEN = SUMS | {"cumulative-limit", "count-limit", "stage"}
_END = re.compile("[^，；。、和及与或]*")
_LISTED = re.compile("[、和及与或]")
_PART = re.compile("[^，；。]+")
_SAYING_NOTHING = MONEY_NAMES | {"阶段"}
"""Words of the table that go with any figure."""
_KINDS = {**CHANGE_OF, "payer": "condition"}
_MOST = 3
"""So many figures that change partners with each other are looked for."""


_Step = tuple[Fraction, Fraction]
"""The figure that words went with, and the one they go with now."""
_Moves = Mapping[_Step, Sequence[object]]
"""The words that went with one figure and go with another now, by both figures."""


@dataclass(frozen=True)
class _Tied:
    """A word with its place."""

    key: object
    kind: str
    words: str
    start: int


class _Group:
    """The figures of a text that measure and do the same, each with the words that go with it.

    Words that go with several figures tell nothing about one of them, and are left out.
    """

    def __init__(self, text: str, rows: Sequence[Sequence[PlacedFigure]]) -> None:
        self.text = text
        self.figure = {one.value: one for row in reversed(rows) for one in reversed(row)}
        here = {one.start for row in rows for one in row}
        words = _words(text, here)
        owners: dict[object, set[Fraction]] = defaultdict(set)
        self.word: dict[object, _Tied] = {}
        for value, start, end in _spans(text, rows):
            for word in words:
                if start <= word.start < end:
                    owners[word.key].add(value)
                    self.word[word.key] = word
        self.owner = {key: next(iter(some)) for key, some in owners.items() if len(some) == 1}

    def place(self, key: object) -> int:
        """Return where a word is."""
        return self.word[key].start


def partners_changed(old: str, new: str, known: Sequence[Change]) -> list[Change]:
    """Return the changes of figures that go with other words now; `known` are those found so far.

    A figure that was found to have another value is not looked at again.
    """
    found: list[Change] = []
    one, other = _groups(old), _groups(new)
    for kind in one.keys() & other.keys():
        a, b = _Group(old, one[kind]), _Group(new, other[kind])
        found += _exchanged(a, b, known)
    return sorted(found, key=lambda change: old.find(change.old or ""))


def with_partners(found: Sequence[Change], exchanged: Sequence[Change]) -> list[Change]:
    """Put figures that changed partners in the place of what was found of the same figures."""
    values = {value for one in exchanged for value in (one.old_value, one.new_value)} - {None}
    rest = [
        one for one in found
        if not one.figure or not {one.old_value, one.new_value} - {None} <= values
    ]  # fmt: skip
    return [*(rest if values else found), *exchanged]


def _exchanged(a: _Group, b: _Group, known: Sequence[Change]) -> Iterator[Change]:
    both = a.figure.keys() & b.figure.keys()
    moves: dict[_Step, list[object]] = defaultdict(list)
    for key, owner in a.owner.items():
        if key in b.owner and {owner, b.owner[key]} <= both:
            moves[owner, b.owner[key]].append(key)
    for ring in _rings(sorted(both, key=lambda value: a.figure[value].start), moves):
        if _kept_words(a, ring, moves) or any(_told(a.figure[value], known) for value in ring):
            continue
        yield from _changes(a, b, ring, moves)
        return


def _kept_words(a: _Group, ring: Sequence[Fraction], moves: _Moves) -> bool:
    """Tell whether each figure keeps words of its own too: then those of a common head moved.

    Where the moved words are of the table, plain words beside them are not what names a case.
    """
    kinds = [{a.word[key].kind for key in moves[step]} - {"character"} for step in _steps(ring)]
    named = {kind for some in kinds for kind in some} if all(kinds) else set()
    return all(
        any(not named or a.word[key].kind in named for key in moves.get((value, value), ()))
        for value in ring
    )


def _steps(ring: Sequence[Fraction]) -> list[_Step]:
    return list(zip(ring, (*ring[1:], ring[0]), strict=True))


def _rings(values: Sequence[Fraction], moves: _Moves) -> Iterator[tuple[Fraction, ...]]:
    """Yield the figures that hand their words to each other in a ring, the shortest first."""
    for size in range(2, _MOST + 1):
        for ring in permutations(values, size):
            first = min(ring, key=values.index)
            if ring[0] == first and all(moves.get(step) for step in _steps(ring)):
                yield ring


def _told(figure: PlacedFigure, known: Sequence[Change]) -> bool:
    """Tell whether a change of substance names a figure already.

    One that is gone and has come elsewhere in the sentence is not yet told.
    """
    gone = {one.old_value for one in known if one.new_value is None}
    come = {one.new_value for one in known if one.old_value is None}
    elsewhere = gone & come
    return any(
        one.substance
        and figure.words in (one.old or "")
        and (one.kind == "tier" or one.old_value != one.new_value)
        and not {one.old_value, one.new_value} - {None} <= elsewhere
        for one in known
    )


def _changes(
    a: _Group,
    b: _Group,
    ring: Sequence[Fraction],
    moves: _Moves,
) -> Iterator[Change]:
    steps = _steps(ring)
    moved = [key for step in steps for key in moves[step]]
    in_order = [sorted(moved, key=side.place) for side in (a, b)]
    if in_order[0] == in_order[1]:  # the words stay, and the figures change places
        for before, after in steps:
            was, is_ = a.figure[before], b.figure[after]
            yield Change(
                role(a.text, was),
                with_strength(a.text, was, was.end),
                with_strength(b.text, is_, is_.end),
                was.value,
                is_.value,
            )
        return
    came = {after: moves[before, after] for before, after in steps}
    for before, after in steps:
        gone = moves[before, after]
        kinds = [a.word[key].kind for key in (*gone, *came[before])]
        kind = next((_KINDS[one] for one in kinds if one in _KINDS), None)
        was, is_ = a.figure[before], b.figure[before]
        yield Change(
            kind or role(a.text, was), _beside(a, gone, was), _beside(b, came[before], is_)
        )


def _beside(side: _Group, keys: Sequence[object], figure: PlacedFigure) -> str:
    """Return words with the figure that they go with: 开工 … 30%."""
    words = sorted((side.word[key] for key in keys), key=lambda word: word.start)
    rows: list[str] = []
    end = -1
    for word in words:
        if word.start == end:
            rows[-1] += word.words
        else:
            rows.append(word.words)
        end = word.start + len(word.words)
    return f"{max(rows, key=len)} … {with_strength(side.text, figure, figure.end)}"


def _groups(text: str) -> dict[tuple[str, bool], list[Sequence[PlacedFigure]]]:
    """Return the enumerations by what they measure, and whether they say how much is given."""
    found: dict[tuple[str, bool], list[Sequence[PlacedFigure]]] = defaultdict(list)
    for row in enumerations(text, figures(text)):
        found[row[0].measure, role(text, row[0]) in _GIVEN].append(row)
    return {kind: rows for kind, rows in found.items() if sum(map(len, rows)) > 1}


def _spans(
    text: str, rows: Sequence[Sequence[PlacedFigure]]
) -> Iterator[tuple[Fraction, int, int]]:
    """Yield each figure with the part of the sentence that goes with it, from and to.

    To a figure of a row goes the item of a list of as many.
    """
    at = 0
    for row in rows:
        rest = _END.match(text, row[-1].end)
        end = rest.end() if rest else row[-1].end
        parts = _items(text, at, row[0].start, len(row))
        if len(row) == 1:
            yield row[0].value, at, end
        elif parts:
            yield from (
                (one.value, start, stop) for one, (start, stop) in zip(row, parts, strict=True)
            )
        at = end


def _items(text: str, start: int, end: int, count: int) -> list[tuple[int, int]]:
    """Return where the items are of the last list that has so many."""
    for part in reversed(list(_PART.finditer(text, start, end))):
        marks = [match.span() for match in _LISTED.finditer(text, *part.span())]
        if len(marks) == count - 1:
            starts = [part.start(), *(stop for _, stop in marks)]
            return list(zip(starts, [*(begin for begin, _ in marks), part.end()], strict=True))
    return []


def _words(text: str, own: Set[int]) -> list[_Tied]:
    """Return what a text says with its places: words of the table, plain words, other figures.

    `own` are the places of the figures that are no such word.
    """
    row = tokens(text)
    found = [
        _Tied(said, "character", text[start:end], start) for said, start, end in said_words(row)
    ]
    for token in row:
        if token.kind == "figure":
            found += [
                _Tied(_figure_key(text, one), "figure", one.words, one.start)
                for one in token.figures
                if one.start not in own
            ]
        elif token.kind != "character" and token.words not in _SAYING_NOTHING:
            found.append(_Tied(token.key, token.kind, token.words, token.start))
    found += [
        _Tied(match[0], "character", match[0], match.start())
        for match in re.finditer("第[一二三四五六七八九十0-9]+", text)
    ]
    return found


def _figure_key(text: str, figure: PlacedFigure) -> object:
    how = compared(text, figure).meaning, strength(text, figure).meaning
    return figure.measure, figure.value, *how
