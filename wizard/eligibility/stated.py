"""Limits notes and steps to stated facts, without the values that a completion only tried."""

from collections.abc import Collection, Sequence
from typing import Any

from eligibility.mechanisms import MECHANISMS

Coded = dict[str, Any]

_VALUES = {"of": "base", "before": "best"}
"""Parameters that name a further fact, with the parameter that holds its value."""

_PRODUCTS = frozenset(own.product for own in MECHANISMS.values())
_HELD_AGAINST_IT = _PRODUCTS | {"ceiling", "below-ceiling"}
"""The steps of a product, and those that say how it compares with the ceiling."""


def stated_only(coded: Sequence[Coded], unknown: Collection[str]) -> list[Coded]:
    """Remove notes and steps about facts that were not stated, and blank such values in the others.

    An unknown value becomes None. What is said of a share of it is removed, unless it is the only
    reason: a share that cannot be passed, whatever it is of. Without the product, the step that
    compares it with the ceiling is removed too.
    """
    kept: list[Coded] = []
    product = True
    for entry in coded:
        params = dict(entry["params"])
        if entry["code"] in _PRODUCTS:
            product = params["fact"] not in unknown and params.get("of") not in unknown
        if not product and entry["code"] in _HELD_AGAINST_IT:
            continue
        if params.get("fact") in unknown:
            if entry["code"] != "no-step":
                continue
            params["found"] = None
        if params.get("of") in unknown and _needs_base(entry["code"], len(coded)):
            continue
        for name, value in _VALUES.items():
            if params.get(name) in unknown and value in params:
                params[value] = None
        kept.append(entry | {"params": params})
    return kept


def _needs_base(code: str, of_all: int) -> bool:
    """Return whether what a step or note says of a share is left out, unless it stands alone."""
    return code == "share" or of_all > 1
