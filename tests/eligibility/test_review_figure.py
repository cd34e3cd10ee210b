"""The review figure and the room under a limit."""

from fractions import Fraction

import pytest

from eligibility.review_figure import review_figure
from eligibility.room import room_in_pool


@pytest.mark.parametrize(
    ("premium", "received", "figure"),
    [(500_000, 400_000, 100_000), (500_000, 0, 400_000), (500_000, 600_000, 0)],
)
def test_review_figure_never_passes_the_premium(premium: int, received: int, figure: int) -> None:
    assert review_figure(Fraction(premium), Fraction("0.8"), Fraction(received)) == figure


@pytest.mark.parametrize(("limit", "used", "room"), [(5, 3, 2), (5, 5, 0), (5, 7, 0)])
def test_room_is_never_below_nothing(limit: int, used: int, room: int) -> None:
    assert room_in_pool(limit, used) == room
