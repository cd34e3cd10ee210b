"""Withholds from the engine what is not confirmed yet, in the preview of an edition.

An award that waits for confirmation becomes a line without a sum, with the status `needs-review`:
the engine computes nothing from a rule that nobody has confirmed, and the reader is told so.
"""

from collections.abc import Collection, Mapping
from typing import Any

from clauses.wizard_part import LINE

Json = dict[str, Any]
STATUS = "needs-review"


def withheld(part: Mapping[str, Any], ids: Collection[str]) -> Json:
    """Return the wizard’s part of a document without the rules of some awards and lines."""
    taken = [award for award in part["awards"] if award["id"] in ids]
    kept = [award for award in part["awards"] if award["id"] not in ids]
    lines = [{**line, "kind": STATUS} if line["id"] in ids else line for line in part["lines"]]
    return {
        **part,
        "awards": [_without(award, ids) for award in kept],
        "limits": [
            {**limit, "awards": [id_ for id_ in limit["awards"] if id_ not in ids]}
            for limit in part["limits"]
            if limit["id"] not in ids
        ],
        "lines": sorted([*lines, *map(_as_line, taken)], key=lambda line: line["clause"]),
        "alternatives": [
            made for effect in part["alternatives"] if (made := _alternative(effect, ids))
        ],
    }


def _as_line(award: Mapping[str, Any]) -> Json:
    subject = {"by": None, "kinds": {}, "otherwise": award["subject"]["otherwise"]}
    made = {**award, "kind": STATUS, "pending": False, "subject": subject}
    return {key: made[key] for key in LINE}


def _without(award: Mapping[str, Any], ids: Collection[str]) -> Json:
    """Take the names of awards that are withheld out of another one."""
    return {
        **award,
        "adds_to": [id_ for id_ in award["adds_to"] if id_ not in ids],
        "excludes": [id_ for id_ in award["excludes"] if id_ not in ids],
        "further": award["further"] if award["further"] not in ids else None,
    }


def _alternative(effect: Mapping[str, Any], ids: Collection[str]) -> Json | None:
    """Return another reading without these awards; None if it was about nothing else."""
    made = dict(effect)
    for key in ("awards", "also", "limit_awards"):
        made[key] = [id_ for id_ in effect[key] if id_ not in ids]
        if effect[key] and not made[key]:
            return None
    made["together"] = [[id_ for id_ in line if id_ not in ids] for line in effect["together"]]
    return None if effect["base_of"] in ids else made
