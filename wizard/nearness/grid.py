"""The values of a fact to try: the thresholds of the rules above its present value.

Only upwards: the results never suggest earning, spending or reporting less, or that a thing is
something else. For a figure, the values are the thresholds of its conditions, the steps, and the
figure at which the ceiling is reached; for a level, rating or title, the ones above; for a plain
condition, “yes”.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from eligibility.mechanisms.mechanism import FEN, Value
from eligibility.mechanisms.thresholds import Comparison
from eligibility.rules import Award, Condition, Fact

NEAR = 2
"""A figure is near a threshold if it has to grow at most by this factor."""

SMALLEST: Mapping[str, Fraction] = {"count": Fraction(1), "percentage": Fraction(1, 10_000)}
"""The smallest step of a figure of each type: whole pieces, hundredths of a percent; else a fen."""

RANKED = frozenset({"level", "star", "scope"})
"""The types of facts whose answers are ordered, the highest first."""


@dataclass(frozen=True, slots=True)
class TriedValue:
    """One value to try, and why."""

    value: Value
    why: str
    """`condition`, `step` or `ceiling` for a figure; `rank` or `answer` for a code."""
    at: Fraction | None = None
    """The threshold, in whole steps; `value` is the smallest figure that passes it."""
    compare: str = ">="


def trials(award: Award, fact: Fact, values: Mapping[str, Value]) -> list[TriedValue]:
    """List the values to try above the present one of `fact`, the nearest first."""
    present = values.get(fact.name)
    if present is None:
        return []
    if fact.type == "date":
        return []  # a day is not brought nearer
    if fact.is_number:
        assert isinstance(present, Fraction)
        near = [
            trial
            for trial in thresholds(award, fact, values)
            if present < figure(trial) <= NEAR * present
        ]
        return sorted(near, key=figure)
    if fact.type == "yes-no":
        return _yes(award, fact, values) if present is False else []
    if fact.type in RANKED:
        above = fact.codes[: fact.codes.index(present)]
        return [TriedValue(code, "rank") for code in reversed(above)]
    return _higher_tiers(award, fact, present)


def thresholds(award: Award, fact: Fact, values: Mapping[str, Value]) -> list[TriedValue]:
    """List every threshold of a figure, whatever its present value."""
    found: list[TriedValue] = []
    step = SMALLEST.get(fact.type, FEN)

    def passing(at: Fraction, compare: Comparison, why: str) -> None:
        found.append(_passing(at, compare, why, step))

    for condition in award.conditions:
        if (
            condition.codes is None
            and condition.fact == fact.name
            and condition.comparison in (">", ">=")  # below an upper bound only less would do
            and not condition.dated
            and _binds(condition, values)
        ):
            base = values.get(condition.of) if condition.of else Fraction(1)
            if isinstance(base, Fraction) and condition.points:
                passing(condition.figure + base, condition.comparison, "condition")
            elif isinstance(base, Fraction) and (base := base or condition.substitute):
                passing(condition.figure * base, condition.comparison, "condition")
    rule = award.sum
    assert rule is not None, "lines without a sum have no facts"
    for stop in rule.stops_of(fact.name, values):
        passing(*stop)
    return found


def ends(award: Award, fact: Fact, values: Mapping[str, Value]) -> list[Fraction]:
    """List the figures from which on, as it grows, a condition no longer holds.

    It has an upper bound, or another figure has to be a share of it.
    """
    found: list[Fraction] = []
    for condition in award.conditions:
        if condition.codes is not None or condition.dated:
            continue
        if condition.fact == fact.name and condition.comparison in ("<", "<="):
            base = values.get(condition.of) if condition.of else Fraction(1)
            if isinstance(base, Fraction):
                found.append((base or condition.substitute) * condition.figure)
        elif condition.of == fact.name and condition.figure:
            value = values.get(condition.fact)
            found += [value / condition.figure] if isinstance(value, Fraction) else []
    return found


def _passing(at: Fraction, compare: Comparison, why: str, step: Fraction) -> TriedValue:
    """Return a trial with the smallest figure in whole steps that passes a threshold."""
    steps = at / step
    least = step * (steps // 1 + 1 if compare == ">" else -(-steps // 1))
    if steps.denominator != 1:  # a threshold between two steps is passed at the next one
        return TriedValue(least, why, least, ">=")
    return TriedValue(least, why, at, compare)


def figure(trial: TriedValue) -> Fraction:
    """Return the figure to try; only for facts that are numbers."""
    assert isinstance(trial.value, Fraction)
    return trial.value


def _binds(condition: Condition, values: Mapping[str, Value]) -> bool:
    return all(values.get(name) in codes for name, codes in condition.given.items())


def _yes(award: Award, fact: Fact, values: Mapping[str, Value]) -> list[TriedValue]:
    asked = any(
        condition.fact == fact.name
        and condition.codes is not None
        and True in condition.codes
        and _binds(condition, values)
        for condition in award.conditions
    )
    return [TriedValue(True, "answer")] if asked else []


def _higher_tiers(award: Award, fact: Fact, present: Value) -> list[TriedValue]:
    """List the titles or routes with a higher amount, without changing what the subject is."""
    rule = award.sum
    if rule is None or rule.by != fact.name:
        return []
    if fact.name == award.title_by:
        return []  # another kind of brand is another brand
    paid = next((amount for code, amount in rule.tiers.items() if code == present), Fraction(0))
    above = [(amount, code) for code, amount in rule.tiers.items() if amount > paid]
    return [TriedValue(code, "rank") for _, code in sorted(above, key=lambda pair: pair[0])]
