"""Applications constructed to be slow are bounded by the number of states."""

import random
from collections.abc import Iterator

import pytest

from eligibility import fronts
from tests.eligibility.applications import Json, assessed
from tests.eligibility.crafted import change, crafted

FIFTY, TWO_HUNDRED = 60_000, 200_000
"""States over all readings and completions; each takes about four microseconds."""


@pytest.fixture
def states(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Count the states that are examined."""
    counted = [0]
    add = fronts.SearchWork.add

    def counting(work: fronts.SearchWork, more: int) -> None:
        counted[0] += more
        add(work, more)

    monkeypatch.setattr(fronts.SearchWork, "add", counting)
    yield counted


@pytest.mark.parametrize(
    ("claims", "unknown", "green", "most"),
    [
        (50, 0, 0, FIFTY),
        (50, 4, 0.5, FIFTY),
        (50, 6, 0, FIFTY),
        (50, 10, 0.3, FIFTY),
        (50, 0, 1, FIFTY),
        (200, 0, 0.6, TWO_HUNDRED),
        (200, 7, 0, TWO_HUNDRED),
    ],
)
def test_a_climb_to_slower_ones_stays_below_the_bound(
    claims: int, unknown: int, green: float, most: int, states: list[int]
) -> None:
    chance = random.Random(claims + unknown)

    def cost(application: Json) -> int:
        states[0] = 0
        assessed(application)
        return states[0]

    worst, application = max(
        ((cost(made), made) for made in (crafted(chance, claims, unknown, green) for _ in "abc")),
        key=lambda entry: entry[0],
    )
    for _ in range(6 if claims > 50 else 15):
        other = change(chance, application)
        if (looked_at := cost(other)) >= worst:
            worst, application = looked_at, other
    assert 0 < worst < most
