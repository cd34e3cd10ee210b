"""首次: the highest step crossed this year and in no year before."""

from fractions import Fraction
from typing import Literal

import pytest

from eligibility.mechanisms import first_time

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
