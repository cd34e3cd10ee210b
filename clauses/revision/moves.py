"""Sentences that are gone in one clause and new in another: they were moved."""

from collections.abc import Sequence

from clauses.revision.change import Change
from clauses.revision.changes import sentence_changes
from clauses.revision.likeness import alike
from clauses.revision.placed import Placed

MOVED = 0.75
"""From this likeness on a sentence that is gone here and new there was moved."""


def with_moves(
    found: Sequence[list[Placed]], departments: frozenset[str] = frozenset()
) -> list[list[Placed]]:
    """Find the sentences that are gone in one clause and new in another: they were moved."""
    gone = [
        (n, one) for n, changes in enumerate(found) for one in changes
        if one.change.kind == "text-dropped"
    ]  # fmt: skip
    come = [
        (n, one) for n, changes in enumerate(found) for one in changes
        if one.change.kind == "text-added"
    ]  # fmt: skip
    result = [list(changes) for changes in found]
    order = sorted(
        (
            (-alike(a.change.old or "", b.change.new or ""), i, j)
            for i, (_, a) in enumerate(gone)
            for j, (_, b) in enumerate(come)
        ),
    )
    used: set[tuple[str, int]] = set()
    for minus, i, j in order:
        if -minus < MOVED or ("gone", i) in used or ("come", j) in used:
            continue
        used |= {("gone", i), ("come", j)}
        (n, a), (m, b) = gone[i], come[j]
        result[n].remove(a)
        result[m].remove(b)
        result[m].append(Placed(Change("layout", a.change.old, b.change.new), a.old, b.new))
        result[m] += [
            Placed(change, a.old, b.new, sentence=a.change.old or "")
            for change in sentence_changes(a.change.old or "", b.change.new or "", departments)
        ]
    return result
