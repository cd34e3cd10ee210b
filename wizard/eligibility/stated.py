"""Reasons rest on what was stated, never on a value that a completion only tried."""

from collections.abc import Collection, Sequence
from typing import Any

Coded = dict[str, Any]

_VALUES = {"of": "base", "before": "best"}
"""Beside a parameter that names a further fact, the one that holds its value."""


def stated_only(coded: Sequence[Coded], unknown: Collection[str]) -> list[Coded]:
    """Take out notes and steps about facts that nobody stated; blank such values in the others.

    A value that is not known becomes None.
    """
    kept: list[Coded] = []
    for entry in coded:
        params = dict(entry["params"])
        if params.get("fact") in unknown:
            if entry["code"] != "no-step":
                continue
            params["found"] = None
        for name, value in _VALUES.items():
            if params.get(name) in unknown and value in params:
                params[value] = None
        kept.append(entry | {"params": params})
    return kept
