"""Which claims of one subject are paid together: one award a year, and years under one ceiling."""

from dataclasses import replace

import pytest

from eligibility.application import Paid
from eligibility.bundles import _within, bundles_of, granted_by_year
from eligibility.closing_rule import AS_READ, ClosingRule
from eligibility.entries import Entry
from eligibility.mechanisms import sum_of
from tests.eligibility.made_entries import claim, entry, judgement, payment
from tests.policy import policy

PREMIUM, MATCH = "21-insurance-premium", "21-insurance-match"
INVESTMENT, SCENARIO = "03-industrial-investment", "04-application-scenario"
WORKSHOP, PARK_UPGRADE = "06-digital-workshop", "06-park-digital-upgrade"
CITY, PROVINCE, NATION = "14-city-centre", "14-provincial-centre", "14-national-centre"
CAPACITY, REVENUE = "14-capacity-project", "07-service-company-revenue"


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


def under(reading: str, option: int) -> ClosingRule:
    """Return the closing rule under another reading."""
    (found,) = (one for one in policy().others if (one.reading, one.option) == (reading, option))
    return found.policy.closing


EACH_CLAUSE, NATION_BESIDE, CENTRES_BY_YEAR = under("A13", 2), under("A05", 2), under("A05", 3)
INVESTMENT_BY_YEAR = ClosingRule(
    parted_by="year",
    parted=frozenset({INVESTMENT}),
    together_against=frozenset({INVESTMENT, WORKSHOP}),
)
"""As A05, option 3, for a line with a figure of its own: the ledger has no such reading yet."""


def of(award: str, year: int, amount: int, index: int = 0, tier: str | None = None) -> Entry:
    """Return a claim for one project or platform, on the last of June."""
    return entry(
        claim(award, f"{year}-06-30", index=index), judgement(amount, tier=tier, kind="project")
    )


def received(award: str, year: int, amount: int) -> Paid:
    return payment(award, f"{year}-09-01", amount)


def highest(rule: ClosingRule, entries: list[Entry], paid: list[Paid]) -> list[tuple[int, int]]:
    """Return the number of each claim in the bundle that pays most, and the fen still due to it."""
    best = max(bundles_of(entries, paid, rule), key=lambda bundle: bundle.net)
    return [(one.claim.index, net) for one, net in zip(best.entries, best.nets, strict=True)]


def test_lines_side_by_side_compete_together_with_each_other_line() -> None:
    entries = [of(INVESTMENT, 2021, 100, 0), of(SCENARIO, 2021, 90, 1), of(WORKSHOP, 2021, 80, 2)]
    bundles = bundles_of(entries, [], EACH_CLAUSE)
    found = [[one.claim.index for one in bundle.entries] for bundle in bundles]
    assert found == [[0], [0, 2], [1], [2]]
    assert highest(EACH_CLAUSE, entries, []) == [(0, 100), (2, 80)]


def test_a_single_line_that_could_be_paid_beside_others_is_one_bundle() -> None:
    entries = [of(INVESTMENT, 2021, 100, 0), of(SCENARIO, 2021, 90, 1)]
    bundles = bundles_of(entries, [], EACH_CLAUSE)
    assert [[one.claim.index for one in bundle.entries] for bundle in bundles] == [[0], [1]]


def test_where_each_clause_is_paid_a_payment_counts_in_its_own_clause() -> None:
    entries = [of(INVESTMENT, 2021, 100, 0), of(WORKSHOP, 2021, 80, 1)]
    paid = [received(PARK_UPGRADE, 2020, 30)]
    assert highest(EACH_CLAUSE, entries, paid) == [(0, 100), (1, 50)]


def test_a_payment_for_another_line_is_deducted_once_from_the_first_of_those_side_by_side() -> None:
    centres = [of(CITY, 2020, 100, 0), of(NATION, 2021, 500, 1)]
    assert highest(NATION_BESIDE, centres, [received(CAPACITY, 2020, 30)]) == [(0, 70), (1, 500)]
    # the first in the policy, also where it is claimed later
    entries = [of(WORKSHOP, 2020, 80, 0), of(INVESTMENT, 2021, 100, 1)]
    assert highest(EACH_CLAUSE, entries, [received(SCENARIO, 2020, 30)]) == [(1, 70), (0, 80)]


@pytest.mark.parametrize(("tier", "left"), [(None, 70), ("national", 100)])
def test_by_years_what_the_same_line_was_paid_before_is_deducted_except_for_another_title(
    tier: str | None, left: int
) -> None:
    entries = [of(CITY, 2021, 100, 0, tier), of(PROVINCE, 2021, 200, 1)]
    paid = [received(CITY, 2020, 30)]
    assert highest(CENTRES_BY_YEAR, entries, paid) == [(0, left), (1, 200)]


def test_by_years_what_an_earlier_year_grants_is_deducted_whatever_the_order() -> None:
    entries = [of(INVESTMENT, 2021, 250, 0), of(INVESTMENT, 2020, 100, 1)]
    assert highest(INVESTMENT_BY_YEAR, entries, []) == [(0, 150), (1, 100)]
    assert highest(INVESTMENT_BY_YEAR, entries[::-1], []) == [(0, 150), (1, 100)]


@pytest.mark.parametrize(
    ("award", "rule", "granted"),
    [
        (INVESTMENT, INVESTMENT_BY_YEAR, [100]),
        (WORKSHOP, INVESTMENT_BY_YEAR, []),
        (INVESTMENT, AS_READ, []),
        (CITY, ClosingRule(parted_by="year"), []),
        (REVENUE, ClosingRule(parted_by="year"), []),
    ],
    ids=["by year", "not parted", "as read", "a title", "by steps"],
)
def test_a_year_grants_something_only_to_a_line_by_years_that_is_no_title_and_has_no_steps(
    award: str, rule: ClosingRule, granted: list[int]
) -> None:
    bundles = bundles_of([of(award, 2020, 100)], [], rule)
    assert [one.amount for one in granted_by_year(bundles, rule)] == granted


def test_what_is_paid_side_by_side_adds_up_what_was_received_beyond_it() -> None:
    entries = [of(INVESTMENT, 2021, 100, 0), of(WORKSHOP, 2021, 80, 1)]
    paid = [received(INVESTMENT, 2020, 110), received(WORKSHOP, 2020, 100)]
    together = bundles_of(entries, paid, EACH_CLAUSE)[1]
    assert (together.nets, together.standing) == ((0, 0), -30)
