"""Which awards two editions treat alike, so that a claim of them is computed once for both."""

from collections.abc import Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

_WORDS = frozenset(
    ("clause", "paragraph", "name", "quote", "departments", "frequency_stated", "readings")
)
"""What a result quotes from an award; no sum depends on it."""


def alike(old: Json, new: Json) -> frozenset[str]:
    """Return the awards and lines that come to the same under both policy documents.

    What only claims of these awards make an application of has one result under both: they have
    the same rules and the same order, all limits over them are the same, and so is the term.
    """
    if any(old[part] != new[part] for part in ("validity", "closing")):
        return frozenset()
    before, after = _rules(old), _rules(new)
    same = {award for award, rules in before.items() if after.get(award) == rules}
    for limit in _differing(old["limits"], new["limits"]):
        same -= set(limit["awards"])
    orders = [[award for award in rules if award in same] for rules in (before, after)]
    limits = [
        [limit["id"] for limit in document["limits"] if not same.isdisjoint(limit["awards"])]
        for document in (old, new)
    ]
    if orders[0] != orders[1] or limits[0] != limits[1]:
        return frozenset()
    return frozenset(same)


def _rules(document: Json) -> dict[str, Json]:
    """Return what the engine reads of each award and line, in the order of the policy."""
    return {
        entry["id"]: {key: value for key, value in entry.items() if key not in _WORDS}
        | {"line": kind}
        for kind in ("awards", "lines")
        for entry in document[kind]
    }


def _differing(old: Sequence[Json], new: Sequence[Json]) -> list[Json]:
    """Return the limits that the other document does not have as they are."""
    return [
        limit
        for limits, others in ((old, new), (new, old))
        for limit in limits
        if limit not in others
    ]
