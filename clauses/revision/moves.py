"""Sentences that are gone in one clause and new in another: they were moved."""

from collections.abc import Sequence

from clauses.revision.change import Change, Placed
from clauses.revision.changes import sentence_changes
from clauses.revision.likeness import alike, best_pairs

MOVED = 0.75
"""From this likeness on a sentence that is gone here and new there was moved."""


def with_moves(
    found: Sequence[list[Placed]], departments: frozenset[str] = frozenset()
) -> list[list[Placed]]:
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
