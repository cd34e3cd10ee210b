"""The parts of a sum, each with the kind of change that a change of it is.

Every mechanism and every part of a composed sum declares its fields, so a new one needs nothing
here.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from clauses.compiled_parts import Leaf, walk
from clauses.document import Award
from clauses.notation import read_figure
from eligibility.mechanisms import mechanism_of
from eligibility.mechanisms.declaration import Field

_KINDS = {"ceiling": "ceiling", "rate": "rate", "share": "threshold"}
"""The kind of change of a figure by the kind of its field; a sum asks the wording."""


@dataclass(frozen=True)
class SumPart:
    """A part of a sum: its figure with the words of the text, or the code of a fact or award."""

    kind: str
    words: str
    value: Fraction | None = None
    """In yuan, a fraction of one, or percentage points as the text counts them."""
    each: bool = False
    """True where the text pays it for each piece: 50万元/个."""


def parts_of(award: Award) -> dict[str, SumPart]:
    """Return the parts of the sum of an award by name, in the order of its fields."""
    rule, declared = award.sum, mechanism_of(award.sum).declared
    found = {"mechanism": SumPart(_mechanism(award), rule["mechanism"])}
    if mechanism_of(rule).of_parts:
        leaves = walk(award.written["sum"])
        return found | {".".join(map(str, leaf.path)): _leaf(leaf) for leaf in leaves}
    for field in declared.fields:
        value = rule.get(field.key)
        if field.kind == "tiers":
            found |= _tiers(award, value)
        elif field.kind == "steps":
            found |= _steps(award, value)
        elif field.kind in ("money", *_KINDS):
            if value is not None:
                found[field.key] = _figure(award, field, value)
        elif field.kind == "comparison":
            found[field.key] = SumPart("comparison", str(value))
        elif field.kind in ("fact", "award") and value is not None:
            found[field.key] = SumPart("base", str(value))
        elif field.kind == "codes" and value:
            found[field.key] = SumPart("tier", "、".join(map(str, value)))
    return found


def _mechanism(award: Award) -> str:
    """Tell of what kind another way of stating the sum is: one by steps is 首次 until it is not."""
    return "first-time" if mechanism_of(award.sum).by_steps else "base"


_COMPOSED_KINDS = {"ceiling": "ceiling", "floor": "strength", "rate": "rate"}
"""The kind of change of a figure of a composed sum; what is paid asks its own words."""


def _leaf(leaf: Leaf) -> SumPart:
    """Return a fact or a figure of a composed sum; other figures are compared with something."""
    words = str(leaf.value)
    if leaf.kind in ("fact", "word"):
        return SumPart("base", words)
    figure = read_figure(words)
    if leaf.path[-1] == "raise":
        kind = "rate"
    elif leaf.kind == "money":
        kind = "ceiling" if figure.meaning == "at-most" else "amount"
    else:
        kind = _COMPOSED_KINDS.get(leaf.kind, "threshold")
    value = figure.value * 100 if figure.measure == "points" else figure.value
    return SumPart(kind, words, Fraction(value), figure.per_unit)


def _figure(award: Award, field: Field, value: Any) -> SumPart:
    written = _written(award, field)
    return SumPart(_KINDS.get(field.kind, _paid(award)), written, Fraction(value), "/" in written)


def _paid(award: Award) -> str:
    return "ceiling" if award.wording == "ceiling" else "amount"


def _written(award: Award, field: Field) -> str:
    written: Any = award.written["sum"]
    for key in field.path:
        written = written.get(key) if isinstance(written, dict) else None
    return "" if written is None else str(written)


def _tiers(award: Award, tiers: Any) -> dict[str, SumPart]:
    """Return a part for each code with its sum, and one for the codes themselves."""
    written = award.written["sum"].get("tiers") or {}
    codes = [str(code) for code, _ in tiers or ()]
    found = {"codes": SumPart("tier", "、".join(codes))}
    for code, sum_ in tiers or ():
        words = str(written.get(str(code), written.get(code, "")))
        found[f"tier {code}"] = SumPart(_paid(award), words, Fraction(sum_), "/" in words)
    return found


def _steps(award: Award, steps: Any) -> dict[str, SumPart]:
    written = award.written["sum"].get("steps") or []
    found: dict[str, SumPart] = {}
    for number, (at, sum_) in enumerate(steps or ()):
        words = written[number] if number < len(written) else {}
        found[f"step {number} at"] = SumPart("threshold", str(words.get("at", at)), Fraction(at))
        found[f"step {number}"] = SumPart(_paid(award), str(words.get("sum", sum_)), Fraction(sum_))
    return found
