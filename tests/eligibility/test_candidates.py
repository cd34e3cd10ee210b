"""The values tried for one unknown figure: where the sum or a condition turns, and just beside."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from eligibility.completions import _candidates
from eligibility.mechanisms import sum_of
from eligibility.mechanisms.mechanism import BEYOND, LEAST, ZERO, Mechanism, Value
from eligibility.rules import Award, Condition, Fact
from tests import invented_policy
from tests.policy import policy

CAPPED = {"mechanism": "rate", "rate": "0.2", "of": "investment", "at_most": "1000000"}
ASKED = {ZERO, LEAST, Fraction(1, 20), BEYOND}
"""What this sum asks for: nothing, the least figure, the one that pays a fen, one beyond all."""


def condition(
    fact: str, comparison: Any = ">=", figure: int | str = 0, of: str | None = None, **more: Any
) -> Condition:
    """A condition on a figure, or on the share that it has of another."""
    plain = {"substitute": Fraction(0), "dated": False, "points": False, "alternative": False}
    return Condition(fact, None, comparison, Fraction(figure), of, {}, {}, **(plain | more))


def money(name: str) -> Fact:
    return Fact(name, "money", (), None)


def award(rule: Mechanism, *conditions: Condition) -> Award:
    return replace(policy().awards["03-industrial-investment"], sum=rule, conditions=conditions)


def simple(*conditions: Condition) -> Award:
    """An award of a capped share, which only rises with its figure."""
    rule = sum_of(CAPPED)
    assert rule is not None
    return award(rule, *conditions)


def composed(name: str, *conditions: Condition) -> Award:
    """An award with a composed sum of the invented policy."""
    rule = invented_policy.policy().awards[name].sum
    assert rule is not None and rule.of_parts
    return award(rule, *conditions)


def tried(made: Award, fact: Fact, known: Mapping[str, Value], *missing: Fact) -> list[Value]:
    return list(_candidates(made, fact, known, [fact, *missing]))


def around(*figures: Fraction | int | str) -> set[Fraction]:
    """Return each figure, and those just below and above it."""
    read = [Fraction(figure) for figure in figures]
    return {near for at in read for near in (max(at - LEAST, ZERO), at, at + LEAST)}


def test_an_answer_from_a_list_takes_each_code() -> None:
    level = Fact("level", "level", ("national", "none"), None)
    assert tried(simple(condition("investment", "<", 5)), level, {}) == ["national", "none"]


@pytest.mark.parametrize(("comparison", "upper"), [(">=", 0), (">", 0), ("<", 1), ("<=", 1)])
def test_a_simple_sum_turns_at_upper_bounds_of_its_figure(comparison: str, upper: int) -> None:
    limit = condition("investment", comparison, 500)
    bounds = around(500) if upper else set()
    assert tried(simple(limit), money("investment"), {}) == sorted(ASKED | bounds)
    # a condition on another figure has no part in it
    assert tried(simple(limit), money("revenue"), {}) == sorted(ASKED)


def test_a_sum_without_conditions_is_asked_alone() -> None:
    assert tried(simple(), money("investment"), {}) == [ZERO, LEAST, Fraction(1, 20), BEYOND]


@pytest.mark.parametrize("comparison", [">=", ">", "<", "<="])
def test_a_composed_sum_turns_at_every_bound_of_its_figure(comparison: str) -> None:
    made = composed("04-national", condition("grant", comparison, 500))
    rule = made.sum
    assert rule is not None
    own = {*rule.candidates_of("grant", {}), ZERO, LEAST, BEYOND}
    assert tried(made, money("grant"), {}) == sorted(own | around(500))


SHARE_AT_MOST = condition("rd", "<=", "0.04", of="sales", substitute=Fraction(1000))
POINTS_BELOW = condition("rd", "<", "0.04", of="sales", points=True)
SHARE_AT_LEAST = condition("rd", ">=", "0.04", of="sales", substitute=Fraction(1000))
LEAST_AND_POINTS = around(LEAST + Fraction("0.04"))
POINTS_ABOVE = condition("rd", ">", "3", of="sales", points=True)


@pytest.mark.parametrize(
    ("limit", "fact", "known", "bounds"),
    [
        # the figure is held against a share of its base, or lies points from it
        (SHARE_AT_MOST, "rd", {"sales": Fraction(500)}, around(20)),
        (SHARE_AT_MOST, "rd", {"sales": ZERO}, around(40)),
        (POINTS_BELOW, "rd", {"sales": Fraction(500)}, around("500.04")),
        # its base is open: nothing, for which something else may count, the least, beyond all
        (SHARE_AT_MOST, "rd", {}, around(40, LEAST / 25, BEYOND / 25)),
        (SHARE_AT_MOST, "rd", {"sales": True}, around(40, LEAST / 25, BEYOND / 25)),
        (POINTS_BELOW, "rd", {}, {*around("0.04", BEYOND + Fraction("0.04")), *LEAST_AND_POINTS}),
        # at most a share of its base is no upper bound of the base
        (SHARE_AT_MOST, "sales", {"rd": Fraction(500)}, set()),
        (POINTS_BELOW, "sales", {"rd": Fraction(500)}, set()),
        # at least a share of its base, or points above it, is one
        (SHARE_AT_LEAST, "sales", {"rd": Fraction(20)}, around(500)),
        (POINTS_ABOVE, "sales", {"rd": Fraction(20)}, around(17)),
        (POINTS_ABOVE, "sales", {"rd": Fraction(2)}, around(0)),
        (SHARE_AT_LEAST, "sales", {}, set()),
        (SHARE_AT_LEAST, "sales", {"rd": True}, set()),
        (condition("rd", ">", 0, of="sales"), "sales", {"rd": Fraction(20)}, set()),
        (SHARE_AT_LEAST, "rd", {"sales": Fraction(500)}, set()),
        (POINTS_ABOVE, "rd", {}, set()),
    ],
)  # fmt: skip
def test_a_figure_held_against_another(
    limit: Condition, fact: str, known: dict[str, Value], bounds: set[Fraction]
) -> None:
    assert tried(simple(limit), money(fact), known) == sorted(ASKED | bounds)


@pytest.mark.parametrize(
    ("limit", "fact", "known", "bounds"),
    [
        (SHARE_AT_LEAST, "grant", {"sales": Fraction(500)}, around(20)),
        (POINTS_ABOVE, "grant", {"sales": Fraction(500)}, around(503)),
        (SHARE_AT_MOST, "sales", {"grant": Fraction(20)}, around(500)),
        (POINTS_BELOW, "sales", {"grant": Fraction(20)}, around("19.96")),
    ],
)
def test_beside_a_composed_sum_every_comparison_is_a_turn(
    limit: Condition, fact: str, known: dict[str, Value], bounds: set[Fraction]
) -> None:
    made = composed("04-national", replace(limit, fact="grant"))
    rule = made.sum
    assert rule is not None
    own = {*rule.candidates_of(fact, known), ZERO, LEAST, BEYOND}
    assert tried(made, money(fact), known) == sorted(own | bounds)


def test_a_condition_on_codes_gives_no_figure_and_hides_none() -> None:
    listed = replace(condition("listed"), codes=frozenset({True}))
    upper = condition("investment", "<=", 7)
    assert tried(simple(listed), money("investment"), {}) == sorted(ASKED)
    assert tried(simple(listed, upper), money("investment"), {}) == sorted(ASKED | around(7))


def test_the_codes_that_decide_a_sum_are_tried_while_they_are_open() -> None:
    made = composed("01-renovation")
    rule = made.sum
    assert rule is not None
    no_land = Fact("no_land", "yes-no", (True, False), None)
    other = Fact("other", "yes-no", (True, False), None)
    each = [set(rule.candidates_of("equipment", {"no_land": code})) for code in (True, False)]
    assert each[0] != each[1]
    equipment = money("equipment")
    assert tried(made, equipment, {}, no_land, other) == sorted(each[0] | each[1])
    assert tried(made, equipment, {"no_land": False}, other) == list(
        rule.candidates_of("equipment", {"no_land": False})
    )


@pytest.mark.parametrize(("fact", "of"), [("rd", "revenue"), ("revenue", "sales")])
def test_beside_steps_a_comparison_adds_nothing_the_least_and_one_beyond_all(
    fact: str, of: str
) -> None:
    steps = policy().awards["07-service-company-revenue"].sum
    assert steps is not None
    listed = replace(condition("listed"), codes=frozenset({True}))
    made = award(steps, listed, condition(fact, ">=", "0.04", of=of))
    own = {Fraction(0), Fraction(50_000_000), Fraction(100_000_000)}
    assert tried(made, money("revenue"), {}) == sorted(own | {ZERO, LEAST, BEYOND})
    assert tried(award(steps, listed), money("revenue"), {}) == sorted(own)


@pytest.mark.parametrize("kind", ["count", "date"])
def test_what_is_counted_is_tried_whole_below_and_above(kind: Any) -> None:
    made = simple(condition("investment", "<=", "7.5"))
    whole = {ZERO, Fraction(1), Fraction(7), Fraction(8), BEYOND}
    assert tried(made, Fact("investment", kind, (), None), {}) == sorted(whole)
    alone = [ZERO, Fraction(1), BEYOND]
    assert tried(simple(), Fact("investment", kind, (), None), {}) == alone
