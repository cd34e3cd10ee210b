"""One claim on its own, all its facts known: does it qualify, and for how much?

What other claims and earlier payments change is not decided here (see `closing`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from eligibility import mechanisms
from eligibility.facts import Note, Value, note
from eligibility.money import cut, write, write_exact
from eligibility.policy import Award, Condition, Policy, Sum

Step = dict[str, Any]

LIVE = frozenset({"payable", "reference", "non-cash"})
"""Statuses with a sum that still stands."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the claim gives by itself."""

    status: str
    amount: int
    """Fen, cut; 0 where nothing is due. A review figure where the status is needs-review."""
    tier: str | None
    """The level, rating, route or title that decides the sum, where one does."""
    kind: str
    """What the subject is: project, product, platform, enterprise …"""
    ladder: tuple[Fraction, Fraction] | None
    """For first-time lines: the figure of the year and the stated best earlier year."""
    notes: tuple[Note, ...] = ()
    steps: tuple[Step, ...] = ()
    title: str | None = None
    """Which of the titles, or subjects, of one name it is (see `Award.title_by`)."""


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
    ladder = (
        (_number(values, rule.of), _number(values, rule.before))
        if rule.mechanism == "first-time"
        else None
    )

    def done(status: str, amount: int = 0, tier: str | None = None) -> Judgement:
        return Judgement(
            status, amount, tier, kind, ladder, tuple(working.notes), tuple(working.steps), title
        )

    if not policy.covers(award, day):
        span = {"from": policy.valid_from.isoformat(), "to": policy.valid_to.isoformat()}
        working.notes.append(note("outside-validity", date=day.isoformat(), **span))
        if day.year == policy.valid_from.year - 1 and award.by_accounts:
            working.notes.append(note("accounting-year", year=str(day.year)))
        return done("outside-validity")

    undefined = _conditions(working, values)
    tier = values.get(rule.by) if rule.mechanism == "tiered" else None
    code = None if tier is None else str(tier)
    if tier is not None and mechanisms.tiered(tier, rule.tiers or {}) is None:  # type: ignore[arg-type]
        working.notes.append(note("no-tier", fact=rule.by, found=tier))
    if working.notes:
        return done("not-eligible")
    if undefined is not None:
        working.notes.append(note("ratio-undefined", of=undefined))
        return done("needs-review")
    if ladder is not None:
        # the best earlier year may stand in another claim: the step is taken in `titles`
        return done("payable")

    stated = _Working(award)
    amount = cut(_sum(stated, rule, values))
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
    return done("non-cash" if award.wording == "floor" else "payable", amount, code)


def _conditions(working: _Working, values: Mapping[str, Value]) -> str | None:
    """Check every condition that binds; return the fact of zero on which a ratio fails, if any."""
    undefined: str | None = None
    for condition in working.award.conditions:
        if any(values[name] not in codes for name, codes in condition.given.items()):
            continue
        value = values[condition.fact]
        if condition.codes is not None:
            if value in condition.codes:
                working.step("condition", condition.words, fact=condition.fact, value=value)
            else:
                working.notes.append(note("condition-unmet", fact=condition.fact, found=value))
        elif condition.of is not None and _number(values, condition.of) == 0:
            undefined = condition.of
        else:
            _threshold(working, condition, values)
    return undefined


def _threshold(working: _Working, condition: Condition, values: Mapping[str, Value]) -> None:
    value = _number(values, condition.fact)
    compare, figure = condition.comparison, condition.figure
    params: dict[str, Any] = {"fact": condition.fact, "compare": compare}
    if condition.of is None:
        threshold, name = figure, "threshold"
        params["figure"] = write_exact(figure)
    else:
        base = _number(values, condition.of)
        threshold, name = figure * base, "share"
        params |= {"figure": write_exact(figure), "of": condition.of, "base": write_exact(base)}
    if mechanisms.passes(value, compare, threshold):
        working.step(name, condition.words, value=write_exact(value), **params)
    else:
        working.notes.append(note(f"{name}-unmet", found=write_exact(value), **params))


def _sum(working: _Working, rule: Sum, values: Mapping[str, Value]) -> Fraction:
    """Compute the sum of the line in yuan, not yet cut, and write down the steps."""
    if rule.mechanism == "fixed":
        working.step("fixed", amount=write_exact(rule.amount))
        return rule.amount
    if rule.mechanism == "tiered":
        code = values[rule.by]
        amount = mechanisms.tiered(code, rule.tiers or {})  # type: ignore[arg-type]
        assert amount is not None
        working.step("tier", fact=rule.by, value=code, amount=write_exact(amount))
        return amount
    value = _number(values, rule.of)
    if rule.mechanism == "matched":
        amount = mechanisms.matched(value)
        working.step("matched", fact=rule.of, value=write_exact(value), amount=write(cut(amount)))
        return amount
    if rule.mechanism == "price-floor":
        area = _number(values, rule.area)
        share = rule.rate if values[rule.share_when] is True else Fraction(1)
        amount = mechanisms.price_floor(value, area, share)
        working.step(
            "price-floor",
            price=write_exact(value),
            area=write_exact(area),
            share=write_exact(share),
            amount=write(cut(amount)),
        )
        return amount
    if rule.mechanism == "excess":
        base = _number(values, rule.beyond_of)
        assert rule.at_most is not None
        amount = mechanisms.excess(value, base, rule.beyond_share, rule.rate, rule.at_most)
        part = value - rule.beyond_share * base
        product = rule.rate * part
        working.step(
            "excess",
            rate=write_exact(rule.rate),
            fact=rule.of,
            value=write_exact(value),
            share=write_exact(rule.beyond_share),
            of=rule.beyond_of,
            base=write_exact(base),
            part=write_exact(part),
            amount=write(cut(product)),
        )
    else:
        amount = mechanisms.capped_rate(value, rule.rate, rule.at_most)
        product = rule.rate * value
        working.step(
            "rate",
            rate=write_exact(rule.rate),
            fact=rule.of,
            value=write_exact(value),
            amount=write(cut(product)),
        )
    if rule.at_most is not None:
        name = "ceiling" if product > rule.at_most else "below-ceiling"
        working.step(name, at_most=write_exact(rule.at_most), amount=write(cut(amount)))
    return amount


def _review_of(award: Award, values: Mapping[str, Value]) -> Any:
    for review in award.reviews:
        if all(values[name] in codes for name, codes in review.when.items()):
            return review
    return None


def _review_figure(working: _Working, review: Any, values: Mapping[str, Value]) -> int:
    if review.share is None:
        return 0
    value, received = _number(values, review.of), _number(values, review.less)
    amount = cut(mechanisms.review_figure(value, review.share, received))
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


def _number(values: Mapping[str, Value], name: str) -> Fraction:
    value = values[name]
    assert isinstance(value, Fraction)
    return value
