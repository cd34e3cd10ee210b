"""The curve of a claim's sum as the figure that determines it grows, with the claim's own point.

Between two thresholds a sum is linear, so the points on both sides of each threshold and the
present figure give the whole curve.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from eligibility import assess
from eligibility.application import Claim, parse_application
from eligibility.facts import check_facts
from eligibility.mechanisms.mechanism import FEN, Value
from eligibility.money import write_exact
from eligibility.policy import Policy
from eligibility.rules import Fact
from nearness.grid import TriedValue, ends, figure, thresholds

Json = dict[str, Any]

BEYOND = Fraction(5, 4)
"""A curve ends at this multiple of its last threshold or the present figure."""
MOST = 30
"""The most curves for one application; a page with more would be too long to read."""


@dataclass(frozen=True, slots=True)
class CurveSamples:
    """The figures at which to assess a claim."""

    claim: Claim
    fact: Fact
    here: Fraction
    marks: Mapping[Fraction, TriedValue]
    figures: Sequence[Fraction]


def curves(policy: Policy, application: Mapping[str, Any]) -> list[Json]:
    """Return the curve of every claim whose sum depends on a figure, each claim on its own.

    Each curve has `claim`, `award`, `fact`, `here` (figure and sum), `points` (figures and sums in
    yuan) and `marks` (each threshold, and the sum just beyond it). A claim that never pays
    anything, or has unknown facts, has no curve.
    """
    lines = _lines(policy, parse_application(policy, application).claims)
    found = [
        _curve(line, sums)
        for line, sums in zip(lines, _sums(policy, application, lines), strict=True)
        if any(sums.values())
    ]
    return found[:MOST]


def _lines(policy: Policy, claims: Sequence[Claim]) -> list[CurveSamples]:
    found: list[CurveSamples] = []
    for claim in claims:
        facts, rule = check_facts(claim), claim.award.sum
        if rule is None or not rule.curved or facts.invalid or facts.unknown:
            continue
        if claim.date is not None and policy.covers(claim.award, claim.date):
            fact = next(fact for fact in claim.award.facts if fact.name == rule.figure)
            line = _line(claim, fact, facts.values)
            found += [line] if line is not None else []
        if len(found) == 2 * MOST:
            break
    return found


def _line(claim: Claim, fact: Fact, values: Mapping[str, Value]) -> CurveSamples | None:
    here = values[fact.name]
    assert isinstance(here, Fraction)
    marks = {
        trial.at: trial for trial in thresholds(claim.award, fact, values) if trial.at is not None
    }
    above = [at for at in marks if at > here]
    end = BEYOND * max(here, min(above, default=here), *(at for at in marks if at <= here))
    if not end:
        return None
    marks = {at: trial for at, trial in sorted(marks.items()) if at <= end}
    tried = {Fraction(0), here, end, *marks, *(at + FEN for at in marks)}
    tried |= {at - FEN for at in marks}
    for at in ends(claim.award, fact, values):
        tried |= {at // FEN * FEN + steps * FEN for steps in (-1, 0, 1)}
    return CurveSamples(claim, fact, here, marks, sorted(x for x in tried if 0 <= x <= end))


def _sums(
    policy: Policy, application: Mapping[str, Any], lines: Sequence[CurveSamples]
) -> list[dict[Fraction, Fraction]]:
    """Assess every claim at all its figures in one go, as claims that cannot affect each other."""
    claims = [
        {
            "id": f"{number} {place}",
            "award": line.claim.award.id,
            "subject": f"{number} {place}",
            "date": application["claims"][line.claim.index]["date"],
            "facts": {**line.claim.facts, line.fact.name: write_exact(x)},
        }
        for number, line in enumerate(lines)
        for place, x in enumerate(line.figures)
    ]
    alone = replace(policy, others=(), limits=())
    amounts = (
        Fraction(award["amount"]) if award["status"] == "payable" else Fraction(0)
        for start in range(0, len(claims), 500)
        for award in assess(alone, {"claims": claims[start : start + 500]})["awards"]
    )
    return [{x: next(amounts) for x in line.figures} for line in lines]


def _curve(line: CurveSamples, sums: Mapping[Fraction, Fraction]) -> Json:
    return {
        "claim": line.claim.id,
        "award": line.claim.award.id,
        "fact": line.fact.name,
        "here": [write_exact(line.here), write_exact(sums[line.here])],
        "points": [[write_exact(x), write_exact(sums[x])] for x in _bends(sums)],
        "marks": [
            {
                "at": write_exact(at),
                "compare": trial.compare,
                "why": trial.why,
                "amount": write_exact(sums[figure(trial)]),
            }
            for at, trial in line.marks.items()
        ],
    }


def _bends(sums: Mapping[Fraction, Fraction]) -> list[Fraction]:
    """Leave out figures between two others with the same sum, where the curve has no bend."""
    figures = sorted(sums)
    return [
        x
        for place, x in enumerate(figures)
        if place in (0, len(figures) - 1)
        or not sums[figures[place - 1]] == sums[x] == sums[figures[place + 1]]
    ]
