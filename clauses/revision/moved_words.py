"""What is in both versions of a sentence, at another place."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.orders import Hunk
from clauses.revision.roles import role
from clauses.revision.tokens import Token

MOVED = "moved"
"""The kind of a token that the other version has elsewhere, with the same meaning."""
_NO_SUM = {"target", "threshold", "condition"}
_BOUND_TO_THEIR_PLACE = frozenset({"character", "figure", "tier", "again", "modality", "strength"})
"""Kinds that say something else at another place of the sentence; all others say the same."""


def moved_figures(
    old: str, new: str, a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk]
) -> Iterator[tuple[PlacedFigure, PlacedFigure]]:
    """Pair the figures that only moved: 给予不超过30%, 按投资额的30%以内给予.

    The figures that do the same must be in the same order in both: sums that changed places
    are no move.
    """
    rest = [t for _, _, j1, j2 in hunks for t in b[j1:j2] if t.figures]
    for token in (t for i1, i2, _, _ in hunks for t in a[i1:i2] if t.figures):
        what = role(old, token.figures[0])
        other = next((t for t in rest if t.key == token.key), None)
        if other is None or not _alike(what, role(new, other.figures[0])):
            continue
        if what in _NO_SUM or _values(old, what) == _values(new, what):
            rest.remove(other)
            yield from zip(token.figures, other.figures, strict=True)


def _alike(one: str, other: str) -> bool:
    """Tell whether two roles of a figure may be the same, in another order of the words."""
    return one == other or {one, other} <= _NO_SUM


def _values(text: str, what: str) -> list[object]:
    return [one.value for one in figures(text) if role(text, one) == what]


def _before_sums(row: Sequence[Token]) -> list[object]:
    """Return the figures that follow each 再: 再给予200万元, 再由市级财政给予200万元."""
    places = [n for n, token in enumerate(row) if token.kind == "again"]
    return [next((t.key for t in row[n:] if t.figures), None) for n in places]


def without_moved(
    a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk], figures_there: Set[int]
) -> tuple[list[Token], list[Token]]:
    """Mark the figures and the words that the other version has elsewhere.

    `figures_there` are the identities of these figures.
    """
    gone = {t.key for i1, i2, _, _ in hunks for t in a[i1:i2]}
    moved = gone & {t.key for _, _, j1, j2 in hunks for t in b[j1:j2]}

    levels = [[t.key for t in row if t.kind == "tier"] for row in (a, b)]
    same_levels = levels[0] == levels[1]
    again = [_before_sums(row) for row in (a, b)]

    def marked(token: Token) -> Token:
        there = token.kind not in _BOUND_TO_THEIR_PLACE or any(
            id(one) in figures_there for one in token.figures
        )
        there = there or (token.kind == "again" and again[0] == again[1])
        there = there or (token.kind == "tier" and same_levels)
        return replace(token, kind=MOVED, figures=()) if there and token.key in moved else token

    return [marked(token) for token in a], [marked(token) for token in b]
