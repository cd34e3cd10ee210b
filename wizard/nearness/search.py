"""Searches an application for near misses: one fact a little higher, and the gain in the total.

Each trial assesses the changed claims with the closing rule and the limits; the gain is the change
of `totals.max`. At most `MOST` trials are made, in the order of the claims.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from eligibility import assess
from eligibility.application import Claim, parse_application
from eligibility.facts import check_facts
from eligibility.mechanisms.mechanism import Value
from eligibility.money import write, write_exact
from eligibility.policy import Policy
from eligibility.rules import Fact
from nearness.grid import TriedValue, figure, trials
from nearness.parts import changed, only, parts

Json = dict[str, Any]

MOST = 400
"""The most trials for one application; twenty claims with all their facts need fewer."""

CLOSED = frozenset({"invalid", "outside-validity", "needs-facts"})
"""Statuses of claims without trials: they first need a correction, another date or facts."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One fact of one or more claims; a figure that occurs in several claims is one figure."""

    fact: Fact
    present: Value
    claims: tuple[Claim, ...]
    trials: tuple[tuple[TriedValue, Claim], ...]
    """The values to try, the nearest first, each with the claim whose rule they come from."""


def near_misses(
    policy: Policy, application: Mapping[str, Any], most: int = MOST
) -> Iterator[Json | None]:
    """Try the facts of an application one after the other, and yield after each trial.

    Yields a near miss as JSON, or None for a trial without a gain. `application` has the shape that
    `assess` accepts. For each fact, only the smallest change with a gain is a near miss.
    """
    plain = replace(policy, others=())  # other readings are not needed here
    parsed = parse_application(policy, application)
    left = most
    for part in parts(policy, [claim for claim in parsed.claims if claim.award.sum is not None]):
        own = only(application, part)
        before = assess(plain, own)
        for lever in _levers(part, before):
            for trial, claim in lever.trials:
                if not left:
                    return
                left -= 1
                names = {one.id for one in lever.claims}
                after = assess(plain, changed(own, names, lever.fact.name, _written(trial.value)))
                found = _near_miss(lever, trial, claim, before, after)
                yield found
                if found is not None:
                    break


def worthwhile(found: Iterable[Json | None]) -> list[Json]:
    """Sort near misses by gain, the highest first, then by the smallest change of a figure."""

    def rank(miss: Json) -> tuple[Fraction, Fraction]:
        return (-Fraction(miss["gain"]), Fraction(miss["share"] or 1))

    return sorted((miss for miss in found if miss is not None), key=rank)


def _levers(part: Iterable[Claim], assessment: Json) -> list[Lever]:
    status = {award["claim"]: award["status"] for award in assessment["awards"]}
    known = {
        claim.id: (claim, check_facts(claim).values)
        for claim in part
        if status[claim.id] not in CLOSED
    }
    together: dict[tuple[object, ...], list[Claim]] = {}
    for claim, values in known.values():
        for fact in claim.award.facts:
            if fact.name in values:
                key = _identity(claim, fact, values[fact.name])
                together.setdefault(key, []).append(claim)
    levers: list[Lever] = []
    for key, claims in together.items():
        fact = next(fact for fact in claims[0].award.facts if fact.name == key[0])
        found = [
            (trial, claim)
            for claim in claims
            for trial in trials(
                claim.award,
                next(own for own in claim.award.facts if own.name == fact.name),
                known[claim.id][1],
            )
        ]
        if found:
            if fact.is_number:
                found.sort(key=lambda pair: figure(pair[0]))
            present = known[claims[0].id][1][fact.name]
            levers.append(Lever(fact, present, tuple(claims), tuple(found)))
    return levers


def _identity(claim: Claim, fact: Fact, value: Value) -> tuple[object, ...]:
    """Return a key that is equal for one and the same figure: its name, subject, year and size."""
    if not fact.is_number:
        return (fact.name, claim.id)
    return (fact.name, claim.subject, claim.date.year if claim.date else None, value)


def _near_miss(
    lever: Lever, trial: TriedValue, claim: Claim, before: Json, after: Json
) -> Json | None:
    gain = Fraction(after["totals"]["max"]) - Fraction(before["totals"]["max"])
    if gain <= 0:
        return None
    was = {award["claim"]: award for award in before["awards"]}
    now = {award["claim"]: award for award in after["awards"]}
    more = {name: _amount(now[name]) - _amount(was[name]) for name in now}
    names = [one.id for one in lever.claims]
    best = claim.id if more[claim.id] > 0 else max(names, key=lambda name: more[name])
    share = more_of = None
    if isinstance(trial.value, Fraction) and isinstance(lever.present, Fraction):
        more_of = trial.value - lever.present
        share = more_of / lever.present
    same_ceiling = after["totals"]["ceiling"] == before["totals"]["ceiling"]
    return {
        "claim": best,
        "award": now[best]["award"],
        "claims": names,
        "fact": lever.fact.name,
        "why": trial.why,
        "from": _written(lever.present),
        "to": _written(trial.value),
        "at": None if trial.at is None else write_exact(trial.at),
        "compare": trial.compare,
        "more": None if more_of is None else write_exact(more_of),
        "share": None if share is None else _cut_up(share),
        "amount": now[best]["amount"],
        "status": now[best]["status"],
        "gain": _yuan(gain),
        "wording": "exact" if same_ceiling else "ceiling",
        "gives_way": [name for name in now if more[name] < 0],
    }


def _amount(award: Json) -> Fraction:
    counted = award["status"] == "payable"
    return Fraction(award["amount"]) if counted else Fraction(0)


def _yuan(amount: Fraction) -> str:
    return write(int(amount * 100))


def _cut_up(share: Fraction) -> str:
    """Write a share of one, rounded up to a tenth of a percent."""
    return write_exact(Fraction(-(-share * 1000 // 1), 1000))


def _written(value: Value) -> Any:
    return write_exact(value) if isinstance(value, Fraction) else value
