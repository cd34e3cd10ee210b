"""Where the words of a passage went in its new version, and what changed: figure by figure.

Both versions are split into figures, words of level and single characters. What comes between two
places that both versions have can be found again, whatever changed inside it.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import groupby

from clauses.levels import scan_levels
from clauses.revision.figures import figures

_Hunk = tuple[str, int, int, int, int]
"""What became of a run of pieces, and from where to where it is in both versions."""


@dataclass(frozen=True)
class TextUnit:
    """A figure, a word of level or a character, with its place."""

    kind: str
    key: object
    start: int
    end: int


@dataclass(frozen=True)
class Replaced:
    """A figure or word of level of the old version, and the one in its place in the new one."""

    kind: str
    old: TextUnit
    new: TextUnit


@lru_cache(4096)
def pieces(text: str) -> tuple[TextUnit, ...]:
    """Split a text into pieces, in their order."""
    spans: list[TextUnit] = []
    for figure in figures(text):
        spans.append(TextUnit("figure", figure.key, figure.start, figure.end))
    for level in scan_levels(text):
        if not any(one.start < level.end and level.start < one.end for one in spans):
            spans.append(TextUnit("level", level.words, level.start, level.end))
    found: list[TextUnit] = []
    at = 0
    for span in [*sorted(spans, key=lambda one: one.start), TextUnit("", "", len(text), len(text))]:
        found += [TextUnit("character", text[n], n, n + 1) for n in range(at, span.start)]
        if span.kind:
            found.append(span)
        at = span.end
    return tuple(found)


def day_of(text: str) -> date | None:
    """Return the day that is all a text says, as below a signature; None for anything else."""
    found = pieces("".join(text.split()))
    if len(found) != 1 or not isinstance(found[0].key, tuple) or found[0].key[0] != "date":
        return None
    number = int(found[0].key[1])
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:  # a year or a month only, or 2021年2月30日
        return None


_STOPS = "，。；：、！？（）"
_STOP = re.compile(f"[{_STOPS}]")


_BREAK = re.compile("[，。；：]")


class _Parts:
    """The figures of a text by their places: the part of a sentence, and the number in that part.

    Where a text has the words of a part once, its figures go with those of the same words in the
    other text, whatever their values: else tiers that all move by one step look as if one had gone.
    """

    def __init__(self, text: str, row: Sequence[TextUnit]) -> None:
        self.row = row
        self.ends = [match.end() for match in _BREAK.finditer(text)]
        self.of = [bisect_right(self.ends, piece.start) for piece in row]
        words = [""] * (len(self.ends) + 1)
        for piece, part in zip(row, self.of, strict=True):
            words[part] += (
                _blank(piece) if piece.kind == "figure" else text[piece.start : piece.end]
            )
        self.words = words
        self.once = {one for one, count in Counter(words).items() if count == 1}

    def keys(self, other: "_Parts") -> list[object]:
        """Return a key for each piece, by which it finds its partner in the other text."""
        both = self.once & other.once
        counts: Counter[int] = Counter()
        found: list[object] = []
        for piece, part in zip(self.row, self.of, strict=True):
            if piece.kind == "figure" and self.words[part] in both:
                counts[part] += 1
                found.append((self.words[part], counts[part]))
            else:
                found.append(piece.key)
        return found


def _blank(figure: TextUnit) -> str:
    """Return what stands for a figure of its kind, whatever its value."""
    return f"<{figure.key[::2] if isinstance(figure.key, tuple) else ''}>"


class PassageDiff:
    """Two versions of a passage side by side."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.left, self.right = pieces(old), pieces(new)
        a, b = _Parts(old, self.left), _Parts(new, self.right)
        matcher = SequenceMatcher(None, a.keys(b), b.keys(a), autojunk=False)
        self.hunks = list(self._apart(matcher.get_opcodes()))

    def _apart(self, hunks: Iterable[_Hunk]) -> Iterator[_Hunk]:
        """Take apart a run where figures of one place have other values."""
        for tag, i1, i2, j1, j2 in hunks:
            if tag != "equal":
                yield tag, i1, i2, j1, j2
                continue
            pairs = zip(self.left[i1:i2], self.right[j1:j2], strict=True)
            same = [one.key == other.key for one, other in pairs]
            for like, row in groupby(range(i2 - i1), same.__getitem__):
                places = list(row)
                at, end = places[0], places[-1] + 1
                yield "equal" if like else "replace", i1 + at, i1 + end, j1 + at, j1 + end

    @cached_property
    def replaced(self) -> list[Replaced]:
        """The figures and levels that another one of the same kind replaces, in their order."""
        return [pair for pair in self._changes if pair.kind != "words"]

    @cached_property
    def rest(self) -> list[Replaced]:
        """What else changed: words of the old version, and those of the new one in their place."""
        return [pair for pair in self._changes if pair.kind == "words"]

    @cached_property
    def _changes(self) -> list[Replaced]:
        changed = (places for tag, *places in self.hunks if tag != "equal")
        return [pair for places in changed for pair in self._pairs(*places)]

    def _pairs(self, i1: int, i2: int, j1: int, j2: int) -> Iterator[Replaced]:
        """Pair the figures and levels of a change in their order; what is left are words."""
        left, right = self.left[i1:i2], self.right[j1:j2]
        before = [p for p in left if p.kind in ("figure", "level")]
        after = [p for p in right if p.kind in ("figure", "level")]
        whole = len(before) == len(after) and all(map(_alike, before, after))
        if whole:
            both = zip(before, after, strict=True)
            yield from (Replaced(a.kind, a, b) for a, b in both if a.key != b.key)
        words = [
            "".join(text[p.start : p.end] for p in row if not whole or p.kind == "character")
            for text, row in ((self.old, left), (self.new, right))
        ]
        if words[0] != words[1]:
            start, to = self._at(self.left, i1), self._at(self.right, j1)
            old = TextUnit("words", words[0], start, left[-1].end if left else start)
            yield Replaced(
                "words", old, TextUnit("words", words[1], to, right[-1].end if right else to)
            )

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where words of the old version are in the new one; None if a border is lost."""
        first = self._border(start, begins=True)
        last = self._border(end, begins=False)
        if first is not None and last is not None and first < last:
            first, last = self._beside(first, begins=True), self._beside(last, begins=False)
        return (first, last) if first is not None and last is not None and first < last else None

    def _beside(self, at: int, *, begins: bool) -> int | None:
        """Move a border of the new version out to the next stop over what was put in beside it.

        Else 予以 → 给予 would leave 予. Where the words beside it are others too, it is lost.
        """
        for tag, _, _, j1, j2 in self.hunks if 0 < at < len(self.new) else ():
            row = self.right[j1:j2] if tag != "equal" else []
            beside = [piece for piece in row if (piece.end if begins else piece.start) == at]
            if beside and tag == "replace":
                word = beside[0].kind == "character" and str(beside[0].key) not in _STOPS
                return None if word else at
            if beside and begins:
                return at - len(_STOP.split(self.new[row[0].start : at])[-1])
            if beside:
                return at + len(_STOP.split(self.new[at : row[-1].end])[0])
        return at

    def words(self, some: str, near: int = 0) -> str | None:
        """Return what became of words of the old version, the first from `near` on."""
        at = self.old.find(some, near)
        at = self.old.find(some) if at < 0 else at
        if at < 0:
            return None
        span = self.span(at, at + len(some))
        return self.new[slice(*span)] if span else None

    def start_of(self, at: int) -> int | None:
        """Return where in the new version that begins which begins at a place of the old one."""
        return self._border(at, begins=True)

    def end_of(self, at: int) -> int | None:
        """Return where in the new version that ends which ends at a place of the old one.

        None for what was dropped: there the words before it end.
        """
        for tag, i1, i2, _, _ in self.hunks:
            if tag == "delete" and any(piece.end == at for piece in self.left[i1:i2]):
                return None
        return self._border(at, begins=False)

    def _border(self, at: int, *, begins: bool) -> int | None:
        def edge(piece: TextUnit) -> int:
            return piece.start if begins else piece.end

        for tag, i1, i2, j1, j2 in self.hunks:
            for place, piece in enumerate(self.left[i1:i2], i1):
                if edge(piece) == at:
                    if i2 - i1 == j2 - j1:
                        return edge(self.right[j1 + place - i1])
                    if begins:
                        return self._at(self.right, j1) if place == i1 else None
                    return self.right[j2 - 1].end if place == i2 - 1 and j2 else None
                if piece.start < at < piece.end and tag == "equal":
                    return self._inside(piece, self.right[j1 + place - i1], at)
        return None

    def _inside(self, one: TextUnit, other: TextUnit, at: int) -> int | None:
        same = self.old[one.start : one.end] == self.new[other.start : other.end]
        return other.start + at - one.start if same else None

    def _at(self, row: Sequence[TextUnit], place: int) -> int:
        if place < len(row):
            return row[place].start
        return row[-1].end if row else 0


def _alike(one: TextUnit, other: TextUnit) -> bool:
    """Whether one figure can stand for the other: a sum for a sum, a day for a day."""
    if one.kind == "figure" and isinstance(one.key, tuple) and isinstance(other.key, tuple):
        return bool(one.key[::2] == other.key[::2])
    return one.kind == other.kind
