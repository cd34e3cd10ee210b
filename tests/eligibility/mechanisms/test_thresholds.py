"""Thresholds: more than, or at least."""

from fractions import Fraction
from typing import Literal

import pytest

from eligibility.mechanisms.thresholds import passes


@pytest.mark.parametrize(
    ("figure", "comparison", "passed"),
    [(199, ">", False), (200, ">", False), (201, ">", True), (200, ">=", True), (199, ">=", False)],
)
def test_more_than_excludes_the_number_and_at_least_includes_it(
    figure: int, comparison: Literal[">", ">="], passed: bool
) -> None:
    assert passes(Fraction(figure), comparison, Fraction(200)) is passed
