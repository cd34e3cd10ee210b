"""Which claims of one subject are paid together: one award a year, and years under one ceiling."""

from dataclasses import replace

import pytest

from eligibility.bundles import _within, bundles_of
from eligibility.closing_rule import AS_READ
from eligibility.entries import Entry
from eligibility.mechanisms import sum_of
from tests.eligibility.made_entries import claim, entry, judgement
from tests.policy import policy

PREMIUM, MATCH = "21-insurance-premium", "21-insurance-match"


def due(award: str, year: int, amount: int, index: int) -> Entry:
    """Return a claim for one insurance policy, on the last of June."""
    made = claim(award, f"{year}-06-30", "保单", index)
    return entry(made, judgement(amount, kind="insurance-policy"))


def paid_together(*entries: Entry) -> list[list[int]]:
    """Return the numbers of the claims in each bundle."""
    found = bundles_of(entries, [], AS_READ)
    return [[one.claim.index for one in bundle.entries] for bundle in found]


@pytest.mark.parametrize("turned", [False, True])
def test_of_awards_that_exclude_each_other_the_highest_of_each_year_is_paid(turned: bool) -> None:
    entries = [due(PREMIUM, 2020, 100, 0), due(MATCH, 2020, 200, 1), due(PREMIUM, 2021, 50, 2)]
    assert paid_together(*entries[:: -1 if turned else 1]) == [[0], [1, 2]]


@pytest.mark.parametrize("turned", [False, True])
def test_of_equal_ones_the_first_of_the_policy_is_paid(turned: bool) -> None:
    entries = [due(PREMIUM, 2020, 100, 1), due(MATCH, 2020, 100, 0), due(PREMIUM, 2021, 50, 2)]
    assert paid_together(*entries[:: -1 if turned else 1]) == [[1, 2], [0]]


@pytest.mark.parametrize(
    ("received", "shared"), [(0, [600, 400, 0]), (100, [600, 300, 0]), (1000, [0, 0, 0]),
                             (2000, [0, 0, 0])]
)  # fmt: skip
def test_years_share_what_is_left_of_one_ceiling(received: int, shared: list[int]) -> None:
    rule = sum_of({"mechanism": "rate", "rate": "0.2", "of": "input", "at_most": "10"})
    award = replace(policy().awards[PREMIUM], sum=rule)
    assert _within(award, [600, 600, 600], received) == shared


def test_without_a_ceiling_nothing_is_shared() -> None:
    matched = sum_of({"mechanism": "matched", "of": "grant"})
    for rule in (None, matched):
        award = replace(policy().awards[PREMIUM], sum=rule)
        assert _within(award, [600, 600], 100) == [600, 600]
