"""How a sum comes about on the applicant's own figures, and which limit decides it."""

from collections.abc import Mapping, Sequence
from typing import Any

from results.lines import ResultLine
from results.params import Phrases

Json = Mapping[str, Any]

CONDITIONS = frozenset({"condition", "threshold", "share"})
LIMITS = ("limit", "less-paid", "ceiling", "below-ceiling")
"""The steps that say what limits a sum, the last one first: a later limit leaves less."""


def formula(phrases: Phrases, line: ResultLine, steps: Sequence[Json]) -> list[str]:
    """Say the steps that lead to the sum; conditions and instalments stand elsewhere."""
    apart = CONDITIONS | {"stage"}
    return [phrases.step(line, step) for step in steps if step["code"] not in apart]


def binding(phrases: Phrases, steps: Sequence[Json]) -> str:
    """Name the limit that decides the sum; empty where the text sets none."""
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
