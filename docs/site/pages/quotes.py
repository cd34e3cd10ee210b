"""Cuts a paragraph into pieces: the words on which awards and lines rest, and the terms in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from docs.site.pages.terms import Place


@dataclass(frozen=True)
class Run:
    """A stretch of text; a term of the glossary where `term` bears its number."""

    text: str
    term: int = 0


@dataclass(frozen=True)
class Piece:
    """A stretch of text that rests below the same awards and lines, most often one or none."""

    runs: list[Run]
    quotes: list[str]
    """The ids of all whose quoted words hold the piece."""
    begins: list[str]
    """Those whose words begin here."""
    ends: list[str]
    """Those whose words end here."""


def pieces(text: str, quotes: Iterable[tuple[str, str]], terms: Iterable[Place]) -> list[Piece]:
    """Cut `text` wherever one of `quotes` (words, id) begins or ends.

    Words may overlap or be shared (clause 26); a term that lies across a cut is left out.
    Raises `ValueError` where quoted words do not stand in the text: the policy's checks see to it.
    """
    spans = []
    for words, id_ in quotes:
        start = text.index(words)
        spans.append((start, start + len(words), id_))
    cuts = sorted({0, len(text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    places = list(terms)
    return [
        Piece(
            runs=_runs(text, start, end, places),
            quotes=[id_ for a, b, id_ in spans if a <= start and end <= b],
            begins=[id_ for a, _, id_ in spans if a == start],
            ends=[id_ for _, b, id_ in spans if b == end],
        )
        for start, end in pairwise(cuts)
    ]


def _runs(text: str, start: int, end: int, places: list[Place]) -> list[Run]:
    runs, here = [], start
    inside = [place for place in places if start <= place.start and place.end <= end]
    for place in sorted(inside, key=lambda place: place.start):
        if here < place.start:
            runs.append(Run(text[here : place.start]))
        runs.append(Run(text[place.start : place.end], place.term))
        here = place.end
    if here < end:
        runs.append(Run(text[here:end]))
    return runs
