"""Figures in the policy's own notation: `最高3000万元`, `不超过20%`, `200万元（含）以上`.

A figure is read with its meaning: what it measures, whether it is a ceiling or exact, whether
a threshold includes its own value (以上, 达到) or not (超过), and whether it is counted per
unit (/个). Reading is exact; nothing here rounds. Readings: A06, A44.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Measure = Literal["money", "share", "count"]
Meaning = Literal["exact", "at-most", "more-than", "at-least"]

_UNITS = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}

# The longest words first: 最高不超过 holds 最高, and 不超过 holds 超过.
_BEFORE: list[tuple[str, Meaning]] = [
    ("最高不超过", "at-most"),
    ("不超过", "at-most"),
    ("不高于", "at-most"),
    ("不低于", "at-least"),
    ("最高", "at-most"),
    ("超过", "more-than"),
    ("达到", "at-least"),
]

_FIGURE = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"(?P<unit>%|个|亿元|亿|万元|万|元)"
    r"(?P<per>/个)?"
    r"(?P<after>（含）以上|以上)?"
)


@dataclass(frozen=True)
class Figure:
    """A figure of the text and what it means."""

    words: str
    measure: Measure
    value: Decimal
    """Yuan for money, a fraction of one for a share (20% is 0.20), a plain number for a count."""
    meaning: Meaning
    per_unit: bool = False
    """True for 元/个: the sum is due for each unit."""


def read_figure(words: str) -> Figure:
    """Read one figure of the policy.

    Raises `ValueError` where the words are no figure of the policy's notation.
    """
    rest, meaning = words, None
    for word, sense in _BEFORE:
        if words.startswith(word):
            rest, meaning = words[len(word) :], sense
            break
    match = _FIGURE.fullmatch(rest)
    if match is None:
        raise ValueError(
            "a figure in the policy's notation, like 最高3000万元, 不超过20%, 50万元/个, 5个"
        )
    if match["after"]:
        # “超过6%以上” in clause 9 says the same twice; the stricter word rules (A44).
        meaning = meaning if meaning == "more-than" else "at-least"
    number, unit = Decimal(match["number"]), match["unit"]
    if unit == "%":
        return Figure(words, "share", number / 100, meaning or "exact")
    if unit == "个":
        return Figure(words, "count", number, meaning or "exact")
    # 万 without 元 (clauses 7, 21, 22) is 万元: the draft drops the word, it means money.
    scale = _UNITS[unit.removesuffix("元")]
    return Figure(words, "money", number * scale, meaning or "exact", bool(match["per"]))
