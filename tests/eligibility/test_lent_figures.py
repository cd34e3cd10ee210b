"""The input of clause 3 as the base of other clauses on the same project (option 2 of A08)."""

from typing import Any

import pytest

from eligibility import assess
from tests.policy import policy

Json = dict[str, Any]


def invested(key: str, day: str | None, sum_: str, selected: bool = True) -> Json:
    facts = {"selected": selected, "actual_input": sum_}
    return made(key, "03-industrial-investment", day, facts)


def workshop(day: str | None, sum_: str, level: str = "national") -> Json:
    return made("w", "06-digital-workshop", day, {"plan_level": level, "actual_input": sum_})


def made(key: str, award: str, day: str | None, facts: Json) -> Json:
    return {"id": key, "award": award, "subject": "项目甲", "date": day, "facts": facts}


def under_option_2(*claims: Json, of: str = "w") -> list[tuple[str, str]]:
    """Return a claim's sum and the total under the option, if it makes a difference."""
    awards = assess(policy(), {"claims": list(claims)})["awards"]
    (own,) = (award for award in awards if award["claim"] == of)
    assert own["status"] != "needs-facts"
    told = [other for other in own["alternatives"] if other["reading"] == "A08"]
    return [(other["amount"], other["total_max"]) for other in told]


NOT_SELECTED = [
    invested("x", "2020-06-30", "50000000", selected=False),
    invested("y", "2021-06-30", "70000000", selected=False),
    invested("z", "2022-06-30", "60000000", selected=False),
]
"""Clause 3 pays nothing, so that the workshop gets 20% × 80,000,000 = 16,000,000 as read."""


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2020-12-31", "10000000"),  # 20% × 50,000,000
        ("2021-01-01", "14000000"),  # 20% × 70,000,000
        ("2022-03-01", "12000000"),  # 20% × 60,000,000
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_several_years_the_same_one_lends_its_input(day: str, due: str, turned: bool) -> None:
    lent = NOT_SELECTED[::-1] if turned else NOT_SELECTED
    assert under_option_2(*lent, workshop(day, "80000000")) == [(due, due)]


@pytest.mark.parametrize("turned", [False, True])
def test_where_no_year_is_the_same_the_latest_lends_its_input(turned: bool) -> None:
    """The input of a year that is not known counts as the earliest of all."""
    lent = [invested("n", None, "90000000", selected=False), *NOT_SELECTED[:2]]
    claims = [*(lent[::-1] if turned else lent), workshop("2022-06-30", "80000000")]
    assert under_option_2(*claims) == [("14000000", "14000000")]


def test_an_input_without_a_year_is_lent_where_there_is_no_other() -> None:
    """20% × 90,000,000 = 18,000,000 instead of 20% × 80,000,000."""
    claims = [invested("n", None, "90000000", selected=False), workshop("2022-06-30", "80000000")]
    assert under_option_2(*claims) == [("18000000", "18000000")]


def test_a_workshop_that_is_due_nothing_is_so_with_any_base_and_in_any_year() -> None:
    lent = invested("n", "2021-06-30", "90000000", selected=False)
    assert under_option_2(lent, workshop(None, "80000000", level="none")) == []


def test_an_input_that_is_not_known_and_decides_nothing_is_lent_too() -> None:
    """As read, clause 6 gives 16,000,000, more than the 10,000,000 that clause 4 gives at most.

    With the input of clause 3 clause 6 gives 20% × 40,000,000 = 8,000,000, and clause 4
    30% × 40,000,000 = 12,000,000, at most 10,000,000.
    """
    claims = [
        invested("n", "2021-06-30", "40000000", selected=False),
        workshop("2021-06-30", "80000000"),
        made("s", "04-application-scenario", "2021-06-30", {"listed": True}),
    ]
    assert under_option_2(*claims, of="w") == [("0", "10000000")]
    assert under_option_2(*claims, of="s") == [("10000000", "10000000")]
