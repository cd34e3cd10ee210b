"""For every application, the reported change gives the reported gain, and no smaller one does."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings

from eligibility.application import parse_application
from eligibility.facts import check_facts
from eligibility.money import write_exact
from nearness import near_misses
from nearness.grid import trials
from nearness.parts import changed
from tests.eligibility.applications import applications, summed
from tests.policy import policy

Json = dict[str, Any]


def total(application: Json) -> Fraction:
    return Fraction(summed(application)["totals"]["max"])


def smaller(application: Json, miss: Json) -> list[Any]:
    """Values between the present one and that of a near miss, in the claims that share it."""
    values: list[Any] = []
    for claim in parse_application(policy(), application).claims:
        if claim.id in miss["claims"]:
            known = check_facts(claim).values
            fact = next(fact for fact in claim.award.facts if fact.name == miss["fact"])
            tried: list[Any] = [trial.value for trial in trials(claim.award, fact, known)]
            if fact.is_number:
                values += [v for v in tried if v < Fraction(miss["to"])]
            else:
                values += tried[: tried.index(miss["to"])]
    return [write_exact(v) if isinstance(v, Fraction) else v for v in values]


@settings(max_examples=120, deadline=None)
@given(applications(unknown=True, most=12))
def test_the_named_change_gives_the_named_gain_and_nothing_smaller_does(application: Json) -> None:
    before = total(application)
    for miss in near_misses(policy(), application):
        if miss is None:
            continue
        names = set(miss["claims"])
        after = total(changed(application, names, miss["fact"], miss["to"]))
        assert after - before == Fraction(miss["gain"]) > 0
        for value in smaller(application, miss):
            assert total(changed(application, names, miss["fact"], value)) <= before


@settings(max_examples=60, deadline=None)
@given(applications(wrong=True, most=8))
def test_whatever_is_typed_near_misses_are_found_or_there_are_none(application: Json) -> None:
    for miss in near_misses(policy(), application):
        assert miss is None or Fraction(miss["gain"]) > 0


@settings(max_examples=40, deadline=None)
@given(applications(most=30))
def test_the_work_is_bounded(application: Json) -> None:
    assert len(list(near_misses(policy(), application, most=7))) <= 7


@settings(max_examples=80, deadline=None)
@given(applications(most=12))
def test_a_figure_is_only_ever_raised_and_at_most_doubled(application: Json) -> None:
    for miss in near_misses(policy(), application):
        if miss is not None and miss["share"] is not None:
            assert Fraction(miss["from"]) < Fraction(miss["to"]) <= 2 * Fraction(miss["from"])
