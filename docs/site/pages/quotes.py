"""Cuts a paragraph into pieces: the quotations of awards and lines, and the terms in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from docs.site.pages.terms import TermPlace


@dataclass(frozen=True)
class TermRun:
    """A stretch of text; `term` is the number of a glossary term, 0 for plain text."""

    text: str
    term: int = 0


@dataclass(frozen=True)
class QuotedPiece:
    """A stretch of text that the same awards and lines quote, usually one or none."""

    runs: list[TermRun]
    quotes: list[str]
    """The ids of the awards and lines that quote the piece."""
    begins: list[str]
    """Those whose quotation begins here."""
    ends: list[str]
    """Those whose quotation ends here."""


def pieces(
    text: str, quotes: Iterable[tuple[str, str]], terms: Iterable[TermPlace]
) -> list[QuotedPiece]:
    """Cut `text` wherever one of `quotes` (words, id) begins or ends.

    Quotations may overlap or be the same (clause 26). A term across a cut is not marked, nor are
    words that the text no longer has: only a preview shows these, and says that they wait.
    """
    found = [(text.find(words), words, id_) for words, id_ in quotes]
    spans = [(start, start + len(words), id_) for start, words, id_ in found if start >= 0]
    cuts = sorted({0, len(text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    places = list(terms)
    return [
        QuotedPiece(
            runs=_runs(text, start, end, places),
            quotes=[id_ for a, b, id_ in spans if a <= start and end <= b],
            begins=[id_ for a, _, id_ in spans if a == start],
            ends=[id_ for _, b, id_ in spans if b == end],
        )
        for start, end in pairwise(cuts)
    ]


def _runs(text: str, start: int, end: int, places: list[TermPlace]) -> list[TermRun]:
    runs, here = [], start
    inside = [place for place in places if start <= place.start and place.end <= end]
    for place in sorted(inside, key=lambda place: place.start):
        if here < place.start:
            runs.append(TermRun(text[here : place.start]))
        runs.append(TermRun(text[place.start : place.end], place.term))
        here = place.end
    if here < end:
        runs.append(TermRun(text[here:end]))
    return runs
