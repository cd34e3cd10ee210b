"""Of several tiers of one title in one year, the highest stays."""

import pytest

from eligibility.closing_rule import AS_READ
from eligibility.titles import keep_highest_tier
from tests.eligibility.made_entries import claim, entry, judgement

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
