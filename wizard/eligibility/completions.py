"""The completions of a claim's unknown facts: enough values to reach every extreme of a sum.

- A fact with a list of codes takes each code.
- A simple sum only rises or only falls with each figure, so a figure takes its extremes: zero, the
  smallest figure that can be typed, and one beyond all figures, which means “without upper limit”
  if nothing bounds the sum. It also takes the smallest figure that pays at all, since any payment
  awards the title. In a composed sum it takes every figure at which the sum turns, too.
- The figures of first-time awards take one value for each number of steps passed.
- A date takes a day in each year of the policy and one outside it on both sides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

from eligibility.closing_rule import GROUPED_KINDS
from eligibility.facts import contradictions
from eligibility.judgement import Judgement, judge
from eligibility.mechanisms.mechanism import BEYOND, LEAST, ZERO, Value
from eligibility.money import LONGEST
from eligibility.policy import Policy
from eligibility.rules import Award, Condition, Fact

UNBOUNDED = 10 ** (2 * LONGEST + 10)
"""An amount in fen from which on a sum counts as without limit: `BEYOND` leads to it, and of typed
figures only a product of three that all have more than forty digits."""

DATE = "date"
"""The name of an unknown date among the missing facts."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one claim on its own, shared by all completions that cannot be told apart."""

    judgement: Judgement
    date: date


@dataclass(frozen=True, slots=True)
class Completed:
    """All outcomes of a claim, and which completion leads to which outcome."""

    outcomes: tuple[Outcome, ...]
    unknown: tuple[str, ...]
    """The unknown facts, conditions before sums, the date first."""
    assignments: Mapping[tuple[int, ...], int]
    """Maps the index of the candidate chosen for each unknown fact to the index of the outcome."""
    dated: bool
    """Whether the date of an outcome can matter to other claims or payments."""


def complete(
    policy: Policy,
    award: Award,
    known: Mapping[str, Value],
    unknown: Iterable[Fact],
    day: date | None,
    days: Iterable[date] = (),
    *,
    year_matters: bool = False,
    day_matters: bool = False,
) -> Completed:
    """Judge a claim under every completion of its unknown facts.

    `days` are further days to try if the date is unknown. Contradictory combinations of facts are
    left out. `year_matters` and `day_matters` say whether outcomes that differ only in the year or
    the day have to be kept separate.
    """
    missing = sorted(unknown, key=lambda fact: fact.is_number)
    if not missing and day is not None:
        only = Outcome(judge(policy, award, known, day), day)
        return Completed((only,), (), {(): 0}, year_matters or day_matters)
    names = [fact.name for fact in missing]
    choices = [_candidates(award, fact, known, missing) for fact in missing]
    dates = [day] if day is not None else _days(policy, days)

    within = [chosen for chosen in dates if policy.covers(award, chosen)]

    outcomes: list[Outcome] = []
    index: dict[tuple[object, ...], int] = {}
    assignments: dict[tuple[int, ...], int] = {}
    for places in product(*map(range, map(len, choices))):
        values = dict(known)
        for name, values_of_name, place in zip(names, choices, places, strict=True):
            values[name] = values_of_name[place]
        if contradictions(award, values):
            continue
        # within the term the date does not change the result of a claim on its own
        inside = judge(policy, award, values, within[0]) if within else None
        for number, chosen in enumerate(dates):
            judged = inside if chosen in within else judge(policy, award, values, chosen)
            assert judged is not None
            key = (
                judged.status,
                judged.amount,
                judged.tier,
                judged.kind,
                _rungs(award, judged),
                judged.title if year_matters else None,
                chosen.year if year_matters else None,
                chosen if day_matters else None,
            )
            if key not in index:
                index[key] = len(outcomes)
                outcomes.append(Outcome(judged, chosen))
            elif len(judged.steps) > len(outcomes[index[key]].judgement.steps):
                # the same result, but more steps of the calculation can be shown
                outcomes[index[key]] = Outcome(judged, chosen)
            assignments[(number, *places) if day is None else places] = index[key]
    if day is None:
        names = [DATE, *names]
    return Completed(tuple(outcomes), tuple(names), assignments, year_matters or day_matters)


def _rungs(award: Award, judged: Judgement) -> tuple[int, ...] | None:
    """Count the steps that the figure and the best earlier year pass; nothing else of them matters.

    For a year that pays nothing only its figure counts, as the best earlier year of another claim.
    A best year above the figure has the same effect as one that equals it.
    """
    if judged.figures is None:
        return None
    rule = award.sum
    assert rule is not None
    figure, best = map(rule.passed, judged.figures)
    return (figure, min(figure, best)) if judged.status == "payable" else (figure,)


def distinct_outcomes(completed: Completed) -> Completed:
    """Keep only the smallest and largest outcome (per day, if days matter) if no other can matter.

    On a project, product or platform the higher sum wins, so the result of each claim is monotonic
    in the sum of any other, and extreme if that sum is extreme. A sum in between decides nothing
    that the largest does not decide. This does not hold under a limit, where a larger sum may
    change the choice for another subject; do not call this for claims under a limit.
    """
    outcomes = completed.outcomes
    judgements = [outcome.judgement for outcome in outcomes]
    if any(judged.figures is not None for judged in judgements) or any(
        judged.amount and (judged.kind not in GROUPED_KINDS or judged.status != "payable")
        for judged in judgements
    ):
        return completed
    amounts = [outcome.judgement.amount for outcome in outcomes]
    together: dict[date | None, list[int]] = {}
    for index, outcome in enumerate(outcomes):
        together.setdefault(outcome.date if completed.dated else None, []).append(index)
    stands_for: dict[int, int] = {}
    for indexes in together.values():
        least, most = min(indexes, key=amounts.__getitem__), max(indexes, key=amounts.__getitem__)
        for index in indexes:
            stands_for[index] = least if amounts[index] == amounts[least] else most
    kept = list(dict.fromkeys(stands_for.values()))
    return Completed(
        tuple(outcomes[index] for index in kept),
        completed.unknown,
        {choice: kept.index(stands_for[index]) for choice, index in completed.assignments.items()},
        completed.dated,
    )


def _candidates(
    award: Award, fact: Fact, known: Mapping[str, Value], missing: Sequence[Fact]
) -> Sequence[Value]:
    """Values of an unknown fact; among them are those for the least and the most of every sum."""
    if not fact.is_number:
        return fact.codes
    rule = award.sum
    assert rule is not None
    deciding = [one for one in missing if one.name in rule.codes]
    whole = fact.type in ("count", "date")
    found = {
        near
        for at in _bounds(award.conditions, fact.name, known, of_parts=rule.of_parts)
        for near in (max(at - LEAST, ZERO), at, at + LEAST)
    }
    if any(fact.name in (one.fact, one.of) for one in award.conditions):
        found |= {ZERO, LEAST, BEYOND}  # met or not, whatever figures the sum itself turns at
    if not deciding and not whole and not found:
        return rule.candidates_of(fact.name, known)
    for codes in product(*(one.codes for one in deciding)):
        chosen = {one.name: code for one, code in zip(deciding, codes, strict=True)}
        found.update(rule.candidates_of(fact.name, {**known, **chosen}))
    if whole:
        found = {Fraction(whole) for at in found for whole in (at // 1, -(-at // 1))}
    return sorted(found)


def _bounds(
    conditions: Iterable[Condition], name: str, known: Mapping[str, Value], *, of_parts: bool
) -> Iterator[Fraction]:
    """Yield the figures at which a condition begins or ends to hold.

    A simple sum only rises with a figure, so that only an upper bound of it matters. What has to be
    a share of the figure at least, or more than it, is such a bound.
    """
    for condition in conditions:
        from_above = condition.comparison in ("<", "<=")
        if condition.fact == name and (of_parts or from_above):
            if condition.of is None:
                yield condition.figure
                continue
            base = known.get(condition.of)
            for of in [base] if isinstance(base, Fraction) else [ZERO, LEAST, BEYOND]:
                of = of or condition.substitute
                yield of + condition.figure if condition.points else of * condition.figure
        elif condition.of == name and (of_parts or not from_above):
            value = known.get(condition.fact)
            if isinstance(value, Fraction):
                if condition.points:
                    yield max(value - condition.figure, ZERO)
                elif condition.figure:
                    yield value / condition.figure


def _days(policy: Policy, given: Iterable[date]) -> list[date]:
    """Return a day in each year of the policy, one before and after it, and the given days."""
    days = list(given)
    years = policy.years(days)
    inside = {max(policy.valid_from, date(year, 1, 1)) for year in years}
    for day in days:
        inside |= {day, day + timedelta(days=1)} if day < date.max else {day}
    inside = {day for day in inside if policy.valid_from <= day <= policy.valid_to}
    outside = [] if policy.is_open else [policy.valid_to + timedelta(days=1)]
    return [policy.valid_from - timedelta(days=1), *sorted(inside), *outside]
