"""首次: the highest step reached this year and in no earlier year."""

from fractions import Fraction
from typing import Literal

import pytest

from eligibility.mechanisms.first_time import first_time, steps_added, sum_reached

STEPS = [(Fraction(50), Fraction(1)), (Fraction(100), Fraction(2)), (Fraction(500), Fraction(4))]


@pytest.mark.parametrize(
    ("figure", "before", "comparison", "sum_"),
    [
        (50, 0, ">", None),
        (51, 0, ">", 1),
        (50, 0, ">=", 1),
        (49, 0, ">=", None),
        (51, 50, ">", 1),
        (51, 50, ">=", None),
        (120, 0, ">", 2),
        (120, 60, ">", 2),
        (120, 101, ">", None),
        (600, 0, ">", 4),
        (90, 600, ">", None),
    ],
)
def test_steps(figure: int, before: int, comparison: Literal[">", ">="], sum_: int | None) -> None:
    step = first_time(Fraction(figure), Fraction(before), STEPS, comparison)
    assert (step and step[1]) == sum_


def test_the_highest_step_is_that_of_the_highest_figure() -> None:
    steps = [(Fraction(100), Fraction(1)), (Fraction(50), Fraction(2))]
    assert first_time(Fraction(120), Fraction(0), steps, ">") == (100, 1)


@pytest.mark.parametrize(
    ("figure", "comparison", "sum_"),
    [(49, ">=", 0), (50, ">", 0), (50, ">=", 1), (120, ">=", 2), (600, ">", 4)],
)
def test_what_a_figure_has_reached(figure: int, comparison: Literal[">", ">="], sum_: int) -> None:
    assert sum_reached(Fraction(figure), STEPS, comparison) == sum_


def test_the_sum_reached_is_that_of_the_highest_step_not_the_highest_sum() -> None:
    steps = [(Fraction(100), Fraction(1)), (Fraction(50), Fraction(2))]
    assert sum_reached(Fraction(120), steps, ">") == 1


@pytest.mark.parametrize(
    ("figure", "before", "sum_"), [(49, 0, 0), (120, 0, 3), (600, 60, 6), (600, 600, 0)]
)
def test_every_step_crossed_for_the_first_time_added_up(
    figure: int, before: int, sum_: int
) -> None:
    assert steps_added(Fraction(figure), Fraction(before), STEPS, ">=") == sum_
