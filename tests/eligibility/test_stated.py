"""A value that a completion only tried is not reported as stated."""

from typing import Any

import pytest

from eligibility.stated import stated_only

Step = dict[str, Any]


def step(code: str, **params: str) -> Step:
    return {"code": code, "params": params}


CONDITION = step("condition", fact="listed", value="yes")
RATE = step("rate", fact="actual_input", value="1000", amount="300")
EXCESS = step("excess", fact="rd", value="90", of="sales", base="1000", part="30", amount="15")
CEILING = step("ceiling", at_most="10", amount="10")
BELOW = step("below-ceiling", at_most="500", amount="300")
LESS = step("less-paid", paid="3", amount="7")
SHARE = step("share", fact="rd", value="90", compare=">", figure="0.06", of="sales", base="1000")
TIER = step("tier", fact="level", value="national", amount="7")


@pytest.mark.parametrize(
    ("steps", "unknown", "told"),
    [
        ([CONDITION, RATE, CEILING], ["actual_input"], [CONDITION]),
        ([CONDITION, RATE, BELOW], ["actual_input"], [CONDITION]),
        ([CONDITION, RATE, CEILING], ["listed"], [RATE, CEILING]),
        ([CONDITION, RATE, BELOW], [], [CONDITION, RATE, BELOW]),
        ([RATE, CEILING, LESS], ["actual_input"], [LESS]),
        ([EXCESS, CEILING], ["sales"], []),
        ([EXCESS, CEILING], ["rd"], []),
        ([EXCESS, CEILING], ["actual_input"], [EXCESS, CEILING]),
        ([CONDITION, TIER], ["level"], [CONDITION]),
        ([CONDITION, SHARE], ["sales"], [CONDITION]),
        ([SHARE], ["sales"], []),
        ([CONDITION, SHARE], ["listed"], [SHARE]),
        ([TIER, CEILING], ["actual_input"], [TIER, CEILING]),
    ],
)
def test_a_sum_is_told_only_where_its_figures_were_stated(
    steps: list[Step], unknown: list[str], told: list[Step]
) -> None:
    assert stated_only(steps, unknown) == told


def test_a_value_that_is_not_known_is_blanked() -> None:
    no_step = step("no-step", fact="revenue", found="5", before="prior_best", best="4")
    blank = {"fact": "revenue", "found": None, "before": "prior_best", "best": None}
    assert stated_only([no_step], ["revenue", "prior_best"]) == [
        {"code": "no-step", "params": blank}
    ]


def test_an_unmet_share_of_what_is_not_known_is_told_only_as_the_sole_reason() -> None:
    listed = step("condition-unmet", fact="listed", found="no")
    share = step("share-unmet", fact="rd", found="0", compare=">", figure="0.06",
                 of="sales", base="1000")  # fmt: skip
    open_base = {"code": "share-unmet", "params": share["params"] | {"base": None}}
    assert stated_only([listed, share], ["sales"]) == [listed]
    assert stated_only([share], ["sales"]) == [open_base]
