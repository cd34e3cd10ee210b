"""What the sum of a claim does as the figure that rules it grows, with the claim's own place.

Between two thresholds a sum rises steadily or not at all: the points on both sides of each
threshold, and of the present figure, give the whole line.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from eligibility import assess
from eligibility.application import Claim, parse_application
from eligibility.facts import Value, check_facts
from eligibility.money import write_exact
from eligibility.policy import Fact, Policy
from nearness.grid import Trial, figure, thresholds
from nearness.parts import changed, only

Json = dict[str, Any]

FEN = Fraction(1, 100)
BEYOND = Fraction(5, 4)
"""A line ends this far beyond its last threshold or the present figure."""
RULED = frozenset({"rate", "excess", "first-time"})
"""The ways of stating a sum that a figure rules, up to a ceiling or in steps."""
MOST = 30
"""Curves of one file; what is beyond is for no page to read."""


def curves(policy: Policy, application: Mapping[str, Any]) -> list[Json]:
    """Draw the line of every claim whose sum a figure rules, each claim by itself.

    Returns for each `claim`, `award`, `fact`, `here` (figure and sum), `points` (the line, in
    yuan, by figure) and `marks` (each threshold, and the sum just beyond it). A claim that pays
    nothing anywhere, or whose facts are not all known, has none.
    """
    plain = replace(policy, others=())
    found: list[Json] = []
    for claim in parse_application(policy, application).claims:
        facts = check_facts(claim)
        rule = claim.award.sum
        if rule is None or rule.mechanism not in RULED or facts.invalid or facts.unknown:
            continue
        if claim.date is None or not policy.covers(claim.award, claim.date):
            continue
        curve = _curve(plain, application, claim, facts.values)
        if curve is not None:
            found.append(curve)
        if len(found) == MOST:
            break
    return found


def _curve(
    policy: Policy, application: Mapping[str, Any], claim: Claim, values: Mapping[str, Value]
) -> Json | None:
    rule = claim.award.sum
    assert rule is not None
    fact = next(fact for fact in claim.award.facts if fact.name == rule.of)
    here = values[fact.name]
    assert isinstance(here, Fraction)
    marks = _marks(claim, fact, values)
    above = [at for at in marks if at > here]
    end = BEYOND * max(here, min(above, default=here), *(at for at in marks if at <= here))
    if not end:
        return None
    marks = {at: trial for at, trial in marks.items() if at <= end}
    tried = {Fraction(0), here, end, *marks, *(at + FEN for at in marks)}
    tried |= {at - FEN for at in marks if at >= FEN}
    own = {**only(application, [claim]), "paid": []}
    sums = {x: _sum(policy, own, claim, fact, x) for x in tried if x <= end}
    if not any(sums.values()):
        return None
    return {
        "claim": claim.id,
        "award": claim.award.id,
        "fact": fact.name,
        "here": [write_exact(here), write_exact(sums[here])],
        "points": [[write_exact(x), write_exact(sums[x])] for x in _bends(sums)],
        "marks": [
            {
                "at": write_exact(at),
                "compare": trial.compare,
                "why": trial.why,
                "amount": write_exact(sums[figure(trial)]),
            }
            for at, trial in sorted(marks.items())
        ],
    }


def _marks(claim: Claim, fact: Fact, values: Mapping[str, Value]) -> dict[Fraction, Trial]:
    return {
        trial.at: trial for trial in thresholds(claim.award, fact, values) if trial.at is not None
    }


def _sum(policy: Policy, own: Json, claim: Claim, fact: Fact, x: Fraction) -> Fraction:
    assessed = assess(policy, changed(own, {claim.id}, fact.name, write_exact(x)))
    (award,) = assessed["awards"]
    return Fraction(award["amount"]) if award["status"] == "payable" else Fraction(0)


def _bends(sums: Mapping[Fraction, Fraction]) -> list[Fraction]:
    """Leave out the figures between two others of the same sum: the line does not bend there."""
    figures = sorted(sums)
    return [
        x
        for place, x in enumerate(figures)
        if place in (0, len(figures) - 1)
        or not sums[figures[place - 1]] == sums[x] == sums[figures[place + 1]]
    ]
