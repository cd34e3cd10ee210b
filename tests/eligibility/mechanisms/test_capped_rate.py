"""不超过20%、最高3000万元: both limits bind, the smaller counts."""

from fractions import Fraction

import pytest

from eligibility.mechanisms import capped_rate


@pytest.mark.parametrize(
    ("base", "rate", "at_most", "sum_"),
    [
        ("0", "0.2", "30000000", "0"),
        ("100000000", "0.2", "30000000", "20000000"),
        ("149999999.95", "0.2", "30000000", "29999999.99"),
        ("150000000", "0.2", "30000000", "30000000"),
        ("150000000.05", "0.2", "30000000", "30000000"),
        ("16666667", "0.3", "5000000", "5000000"),
        ("123456.78", "0.8", None, "98765.424"),
    ],
)
def test_share_and_ceiling(base: str, rate: str, at_most: str | None, sum_: str) -> None:
    ceiling = None if at_most is None else Fraction(at_most)
    assert capped_rate(Fraction(base), Fraction(rate), ceiling) == Fraction(sum_)
