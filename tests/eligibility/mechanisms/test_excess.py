"""Clause 9: half of what the R&D exceeds 6% of sales by, at most 2 million yuan."""

from fractions import Fraction

import pytest

from eligibility.mechanisms import excess


@pytest.mark.parametrize(
    ("rd", "sales", "sum_"),
    [
        ("3000000", "50000000", "0"),
        ("2999999", "50000000", "0"),
        ("3000001", "50000000", "0.5"),
        ("6999999.98", "50000000", "1999999.99"),
        ("7000000", "50000000", "2000000"),
        ("9000000", "50000000", "2000000"),
    ],
)
def test_part_beyond_six_percent(rd: str, sales: str, sum_: str) -> None:
    found = excess(
        Fraction(rd), Fraction(sales), Fraction("0.06"), Fraction("0.5"), Fraction(2_000_000)
    )
    assert found == Fraction(sum_)
