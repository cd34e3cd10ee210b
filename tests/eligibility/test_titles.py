"""Of several tiers of one title in one year, the highest stays; a later year is no new title."""

import pytest

from eligibility.closing_rule import AS_READ, ClosingRule
from eligibility.titles import keep_highest_tier, refuse_repeated_titles
from tests.eligibility.made_entries import claim, entry, judgement, payment

DAY = "2021-06-30"


@pytest.mark.parametrize("turned", [False, True])
def test_among_equal_sums_the_one_outside_the_groups_stays(turned: bool) -> None:
    """No other award on the same project can displace it."""
    title = "17-innovation-enterprise"
    inside = entry(claim(title, DAY, index=0), judgement(100, tier="national", kind="project"))
    outside = entry(claim(title, DAY, index=1), judgement(100, tier="national"))
    keep_highest_tier([outside, inside] if turned else [inside, outside], AS_READ)
    assert (inside.status, outside.status) == ("lower-tier", "payable")
    assert [note["code"] for note in outside.notes] == ["tie"]


def test_beside_the_higher_tier_it_is_said_where_anything_further_is_claimed() -> None:
    enterprise = "22-pin-enterprise"
    higher = entry(claim(enterprise, DAY, index=0), judgement(300, tier="certified"))
    lower = entry(claim(enterprise, DAY, index=1), judgement(200, tier="self-declared"))
    keep_highest_tier([higher, lower], AS_READ)
    assert [note["code"] for note in lower.notes] == ["lower-tier", "further"]
    assert lower.notes[1]["params"] == {"award": "22-pin-product"}
    assert higher.notes == []


@pytest.mark.parametrize(
    ("kind", "status"), [("platform", "payable"), ("enterprise", "not-eligible")]
)
def test_a_payment_of_an_earlier_year_is_deducted_in_a_group_and_refuses_a_title_outside(
    kind: str, status: str
) -> None:
    """Where each year counts separately the same is deducted for the same platform (A03)."""
    centre = "14-city-centre"
    made = entry(claim(centre, DAY), judgement(1_000_000_000, kind=kind))
    paid = [payment(centre, "2020-06-30", 500_000_000)]
    refuse_repeated_titles([made], paid, ClosingRule(parted_by="year"))
    assert made.status == status
