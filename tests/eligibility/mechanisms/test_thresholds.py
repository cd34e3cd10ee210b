"""Thresholds: more than, at least, less than, or at most."""

from fractions import Fraction

import pytest

from eligibility.mechanisms.thresholds import Comparison, passes


@pytest.mark.parametrize(
    ("comparison", "passed"),
    [
        (">", [False, False, True]),
        (">=", [False, True, True]),
        ("<", [True, False, False]),
        ("<=", [True, True, False]),
    ],
)
def test_whether_the_number_itself_is_included(comparison: Comparison, passed: list[bool]) -> None:
    figures = map(Fraction, (199, 200, 201))
    assert [passes(figure, comparison, Fraction(200)) for figure in figures] == passed
