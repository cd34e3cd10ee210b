"""Clauses that are in another chapter of the new edition, as changes of layout.

Only editions say for sure which chapter is which: a print may lose a heading, and every clause
below it would look as if it had moved.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from clauses.document import Chapter, PolicyDocument

Json = dict[str, Any]


def chapter_moves(clauses: Iterable[Json], old: PolicyDocument, new: PolicyDocument) -> list[Json]:
    """Return a change for each clause of a report that is in another chapter now.

    It has no paragraph. Clauses that were merged or split are told by that.
    """
    return [move for entry in clauses for move in _move(entry, old, new)]


def _move(entry: Json, old: PolicyDocument, new: PolicyDocument) -> Iterator[Json]:
    before, after = (_chapter(policy, entry[side]) for policy, side in ((old, "old"), (new, "new")))
    if entry["fate"] in ("merged", "split") or not before or not after or before.key == after.key:
        return
    yield {
        "key": entry["key"],
        "old_clause": entry["old"],
        "new_clause": entry["new"],
        "old_paragraph": None,
        "new_paragraph": None,
        "award": None,
        "kind": "layout",
        "substance": False,
        "old": before.title.zh,
        "new": after.title.zh,
        "old_value": None,
        "new_value": None,
        "sure": entry["sure"],
    }


def _chapter(policy: PolicyDocument, number: int | None) -> Chapter | None:
    return next((one for one in policy.edition.chapters if number in one.clauses), None)
