"""Judges one claim on its own, with all facts known: whether it qualifies, and for how much.

The effect of other claims and earlier payments is decided in `closing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import takewhile
from typing import Any

from eligibility.days import write_day
from eligibility.facts import Note, note
from eligibility.mechanisms.mechanism import Value, number
from eligibility.mechanisms.thresholds import passes
from eligibility.money import floor_to_fen, write, write_exact
from eligibility.policy import Policy
from eligibility.review_figure import review_figure
from eligibility.rules import Award, Condition, Review

Step = dict[str, Any]

LIVE = frozenset({"payable", "reference", "non-cash"})
"""Statuses with a sum that later rules can still change."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The result of a claim on its own."""

    status: str
    amount: int
    """Fen, truncated; 0 if nothing is due. If the status is needs-review, a review figure."""
    tier: str | None
    """The level, rating, route or title that decides the sum, if any."""
    kind: str
    """The kind of subject: project, product, platform, enterprise …"""
    figures: tuple[Fraction, Fraction] | None
    """For first-time awards: the figure of the year and the stated best earlier year."""
    notes: tuple[Note, ...] = ()
    steps: tuple[Step, ...] = ()
    title: str | None = None
    """Which of several titles, or subjects, of the same name it is (see `Award.title_by`)."""


@dataclass(slots=True)
class _Working:
    """The notes and steps of one claim while it is judged."""

    award: Award
    notes: list[Note] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def step(self, code: str, quote: Mapping[str, str] | None = None, **params: Any) -> None:
        self.steps.append(step(self.award, code, quote, **params))


def step(award: Award, code: str, quote: Mapping[str, str] | None = None, **params: Any) -> Step:
    """Make a step of the calculation with its citation."""
    return {
        "code": code,
        "params": params,
        "clause": award.clause,
        "paragraph": award.paragraph,
        "quote": dict(quote or award.quote),
    }


def judge(policy: Policy, award: Award, values: Mapping[str, Value], day: date) -> Judgement:
    """Judge a claim whose facts and date are all known and possible."""
    working = _Working(award)
    kind = award.subject_kind(values)
    title = None if award.title_by is None else str(values[award.title_by])
    rule = award.sum
    assert rule is not None, "lines without a sum are not judged"
    figures = (number(values, rule.figure), number(values, rule.before)) if rule.by_steps else None

    def done(status: str, amount: int = 0, tier: str | None = None) -> Judgement:
        return Judgement(
            status, amount, tier, kind, figures, tuple(working.notes), tuple(working.steps), title
        )

    if not policy.covers(award, day):
        working.notes.append(outside_validity(policy, day))
        if day.year == policy.valid_from.year - 1 and award.by_accounts:
            working.notes.append(note("accounting-year", year=str(day.year)))
        return done("outside-validity")

    undefined = _conditions(working, values)
    tier = values.get(rule.by)
    code = None if tier is None else str(tier)
    if tier is not None and tier not in rule.tiers:
        working.notes.append(note("no-tier", fact=rule.by, found=tier))
    if working.notes:
        return done("not-eligible")
    if undefined is not None:
        working.notes.append(note("ratio-undefined", of=undefined))
        return done("needs-review")
    if figures is not None:
        # another claim may state the best earlier year, so `titles` settles the step
        return done("payable")

    stated = _Working(award)
    amount = floor_to_fen(rule.evaluate(values, stated.step))
    if amount == 0:
        working.steps += stated.steps
        working.notes.append(note("sum-zero"))
        return done("not-eligible", 0, code)
    review = _review_of(award, values)
    if review is not None:
        working.notes.append(note("review", reading=review.reading))
        return done("needs-review", _review_figure(working, review, values), code)
    working.steps += stated.steps
    if tier in rule.undecided:
        working.notes.append(note("tier-undecided", fact=rule.by, found=tier))
    if award.wording == "reference":
        working.notes.append(note("match-assumed"))
        return done("reference", amount, code)
    if award.wording == "floor" and award.support != "price-floor":
        working.notes.append(note("floor-open"))
        return done("reference", amount, code)
    return done("non-cash" if award.wording == "floor" else "payable", amount, code)


def outside_validity(policy: Policy, day: date) -> Note:
    """Make the note that a day is outside the term."""
    first, last = policy.valid_from.isoformat(), policy.valid_to.isoformat()
    return note("outside-validity", date=day.isoformat(), **{"from": first, "to": last})


def _conditions(working: _Working, values: Mapping[str, Value]) -> str | None:
    """Check every condition that applies; return the fact with value 0 that a ratio divides by."""
    undefined: str | None = None
    conditions = working.award.conditions
    for place, condition in enumerate(conditions):
        if condition.alternative:
            continue  # judged with the first of its alternatives
        unmet, ratio = len(working.notes), None
        others = takewhile(lambda one: one.alternative, conditions[place + 1 :])
        for one in (condition, *others):
            before = len(working.notes)
            own = _condition(working, one, values)
            if own is None and len(working.notes) == before:
                del working.notes[unmet:]  # one that is met is enough
                ratio = None
                break
            ratio = own or ratio
        if ratio is not None:
            del working.notes[unmet:]  # one that nobody can compute may be met
            undefined = ratio
    return undefined


def _condition(working: _Working, condition: Condition, values: Mapping[str, Value]) -> str | None:
    """Check one condition; return the fact with value 0 that its ratio divides by, if any."""
    if any(values[name] not in codes for name, codes in condition.given.items()):
        return None
    value = values[condition.fact]
    if condition.codes is not None:
        if value in condition.codes:
            working.step("condition", condition.words, fact=condition.fact, value=value)
        else:
            working.notes.append(note("condition-unmet", fact=condition.fact, found=value))
    elif condition.of is not None and not condition.points and base_of(condition, values) == 0:
        return condition.of
    else:
        _threshold(working, condition, values)
    return None


def base_of(condition: Condition, values: Mapping[str, Value]) -> Fraction:
    """Return what a condition takes a share of: the fact, or its substitute where it is zero."""
    assert condition.of is not None
    return number(values, condition.of) or condition.substitute


def _threshold(working: _Working, condition: Condition, values: Mapping[str, Value]) -> None:
    value = number(values, condition.fact)
    compare, figure = condition.comparison, condition.figure
    written = write_day if condition.dated else write_exact
    params: dict[str, Any] = {"fact": condition.fact, "compare": compare}
    if condition.of is None or condition.points:
        threshold = figure if condition.of is None else figure + number(values, condition.of)
        name = "threshold"
        params["figure"] = written(threshold)
    else:
        base = base_of(condition, values)
        threshold, name = figure * base, "share"
        params |= {"figure": write_exact(figure), "of": condition.of, "base": write_exact(base)}
    if passes(value, compare, threshold):
        working.step(name, condition.words, value=written(value), **params)
    else:
        working.notes.append(note(f"{name}-unmet", found=written(value), **params))


def _review_of(award: Award, values: Mapping[str, Value]) -> Review | None:
    for review in award.reviews:
        if all(values[name] in codes for name, codes in review.when.items()):
            return review
    return None


def _review_figure(working: _Working, review: Review, values: Mapping[str, Value]) -> int:
    if review.share is None:
        return 0
    assert review.of is not None and review.less is not None, "a share is of one, less the other"
    value, received = number(values, review.of), number(values, review.less)
    amount = floor_to_fen(review_figure(value, review.share, received))
    working.step(
        "review-figure",
        share=write_exact(review.share),
        fact=review.of,
        value=write_exact(value),
        less=review.less,
        paid=write_exact(received),
        amount=write(amount),
    )
    return amount
