"""The review figure."""

from fractions import Fraction

import pytest

from eligibility.review_figure import review_figure


@pytest.mark.parametrize(
    ("premium", "received", "figure"),
    [(500_000, 400_000, 100_000), (500_000, 0, 400_000), (500_000, 600_000, 0)],
)
def test_review_figure_never_passes_the_premium(premium: int, received: int, figure: int) -> None:
    assert review_figure(Fraction(premium), Fraction("0.8"), Fraction(received)) == figure
