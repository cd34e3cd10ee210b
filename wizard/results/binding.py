"""Which limit of the text decides a sum."""

from collections.abc import Mapping, Sequence
from typing import Any

from results.params import Phrases

Json = Mapping[str, Any]

LIMITS = ("limit", "less-paid", "ceiling", "below-ceiling")
"""The steps that say what limits a sum, the last one first: a later limit leaves less."""


def binding(phrases: Phrases, steps: Sequence[Json]) -> str:
    """Name the limit that decides the sum; empty if the text sets none."""
    found = {step["code"]: step["params"] for step in steps}
    for code in LIMITS:
        if code in found:
            words = phrases.words
            params = {
                name: words.money(found[code][name])
                for name in ("left", "paid", "at_most")
                if name in found[code]
            }
            return words.part("bindings", code, **params)
    return ""
