"""Two whole texts side by side: which clause became which, and every change in its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from clauses.revision.change import Change, Place, Placed
from clauses.revision.changes import sentence_changes
from clauses.revision.clause_changes import clause_changes
from clauses.revision.document import WholeText
from clauses.revision.likeness import alike, best_pairs
from clauses.revision.outside import outside_changes
from clauses.revision.pairing import Fate, Pair, pair_clauses, pairs_by_key

MOVED = 0.75
"""From this likeness on a sentence that is gone here and new there was moved."""


@dataclass(frozen=True)
class ComparedClause:
    """What became of a clause."""

    pair: Pair
    fate: Fate
    changes: tuple[Placed, ...]


@dataclass(frozen=True)
class Comparison:
    """Two texts compared."""

    old: WholeText
    new: WholeText
    clauses: tuple[ComparedClause, ...]
    beside: tuple[Placed, ...]
    """Changes outside the clauses."""

    @property
    def changes(self) -> list[Placed]:
        """All changes: the clauses in the order of the new text, then what is beside them."""
        return [one for clause in self.clauses for one in clause.changes] + list(self.beside)

    @property
    def asked(self) -> int:
        """How many clauses could also be paired in another way."""
        return sum(not clause.pair.sure for clause in self.clauses)


def compare(old: WholeText, new: WholeText, *, pairs: Sequence[Pair] | None = None) -> Comparison:
    """Compare two whole texts, whose clauses are paired as in `pairs` if that is given."""
    pairs = list(pairs or pairs_by_key(old, new) or pair_clauses(old, new))
    departments = old.departments | new.departments
    found = [_compare_pair(old, new, pair, departments) for pair in pairs]
    found = _with_moves(found, departments)
    left = {
        one.old.clause
        for changes in found
        for one in changes
        if one.change.kind == "layout" and one.old
    }
    compared = [
        ComparedClause(pair, _fate(pair, changes, pair.old in left), tuple(changes))
        for pair, changes in zip(pairs, found, strict=True)
    ]
    return Comparison(
        old,
        new,
        tuple(compared),
        tuple(Placed(change, part=part) for part, change in outside_changes(old, new, departments)),
    )


def _fate(pair: Pair, changes: Sequence[Placed], left: bool) -> Fate:
    """Name what became of a clause; `left` where one of its sentences moved elsewhere."""
    if pair.old is None:
        return "new"
    if pair.new is None:
        return "dropped"
    if pair.joining:
        return pair.joining
    if any(one.change.substance for one in changes):
        return "changed"
    return "wording" if changes or left else "same"


def _compare_pair(
    old: WholeText, new: WholeText, pair: Pair, departments: frozenset[str]
) -> list[Placed]:
    before = [(n, old.clauses[n]) for n in pair.olds]
    after = [(n, new.clauses[n]) for n in pair.news]
    if before and after:
        return clause_changes(before, after, departments)
    ((n, clause),) = before or after
    words, place = "\n".join(clause.paragraphs), Place(n, 1)
    if after:
        return [Placed(Change("text-added", None, words), new=place)]
    return [Placed(Change("text-dropped", words, None), old=place, sentence=words)]


def _with_moves(found: Sequence[list[Placed]], departments: frozenset[str]) -> list[list[Placed]]:
    """Find the sentences that are gone in one clause and new in another: they were moved."""
    gone, come = (
        [(n, one) for n, changes in enumerate(found) for one in changes if one.change.kind == kind]
        for kind in ("text-dropped", "text-added")
    )
    before = [one.change.old or "" for _, one in gone]
    after = [one.change.new or "" for _, one in come]
    result = [list(changes) for changes in found]
    for i, j in best_pairs(before, after, alike, MOVED).items():
        (n, a), (m, b) = gone[i], come[j]
        result[n].remove(a)
        result[m].remove(b)
        result[m].append(Placed(Change("layout", before[i], after[j]), a.old, b.new))
        result[m] += [
            Placed(change, a.old, b.new, sentence=before[i])
            for change in sentence_changes(before[i], after[j], departments)
        ]
    return result
