"""Thresholds, tiers, matching, the price floor, the review figure and the room under a limit."""

from fractions import Fraction
from typing import Literal

import pytest

from eligibility.mechanisms import (
    matched,
    passes,
    price_floor,
    review_figure,
    room_in_pool,
    tiered,
)


@pytest.mark.parametrize(
    ("figure", "comparison", "passed"),
    [(199, ">", False), (200, ">", False), (201, ">", True), (200, ">=", True), (199, ">=", False)],
)
def test_more_than_excludes_the_number_and_at_least_includes_it(
    figure: int, comparison: Literal[">", ">="], passed: bool
) -> None:
    assert passes(Fraction(figure), comparison, Fraction(200)) is passed


def test_a_code_without_a_sum_has_none() -> None:
    tiers: dict[str | int, Fraction] = {"national": Fraction(200), "provincial": Fraction(100)}
    assert tiered("national", tiers) == 200
    assert tiered("provincial", tiers) == 100
    assert tiered("municipal", tiers) is None


def test_matching_is_the_grant_itself() -> None:
    assert matched(Fraction(2_000_000)) == 2_000_000


@pytest.mark.parametrize(("share", "floor"), [("1", 19_200_000), ("0.7", 13_440_000)])
def test_price_floor_of_a_plot(share: str, floor: int) -> None:
    assert price_floor(Fraction(384), Fraction(50_000), Fraction(share)) == floor


@pytest.mark.parametrize(
    ("premium", "received", "figure"),
    [(500_000, 400_000, 100_000), (500_000, 0, 400_000), (500_000, 600_000, 0)],
)
def test_review_figure_never_passes_the_premium(premium: int, received: int, figure: int) -> None:
    assert review_figure(Fraction(premium), Fraction("0.8"), Fraction(received)) == figure


@pytest.mark.parametrize(("limit", "used", "room"), [(5, 3, 2), (5, 5, 0), (5, 7, 0)])
def test_room_is_never_below_nothing(limit: int, used: int, room: int) -> None:
    assert room_in_pool(limit, used) == room
