"""What claims outside the term would be due if the policy had applied on their dates."""

from typing import Any

from eligibility import assess
from tests.policy import policy

Json = dict[str, Any]


def revenue(key: str, day: str, **facts: Any) -> Json:
    """A claim for the revenue of a service company, clause 7: 首次达到5000万元, 1,000,000 yuan."""
    award = "07-service-company-revenue"
    return {"id": key, "award": award, "subject": "甲", "date": day, "facts": facts}


def as_if(*claims: Json) -> tuple[list[tuple[Any, ...]], Json]:
    """Return status, sum and missing facts of each claim, and the total."""
    assessment = assess(policy(), {"claims": list(claims)})
    told = [tuple(award["as_if"].values()) for award in assessment["awards"]]
    return told, assessment["as_if"]


LATER = revenue("b", "2024-12-31", service_company=True, revenue="70000000", prior_best="0")


def test_a_figure_of_an_earlier_year_counts_though_its_own_claim_needs_facts() -> None:
    """60 million in 2023 passed the step of 50 million already (A16)."""
    earlier = revenue("a", "2023-12-31", revenue="60000000")
    assert as_if(earlier, LATER) == (
        [
            ("needs-facts", None, ["service_company", "prior_best"]),
            ("not-eligible", "0", []),
        ],
        {"max": "0"},
    )


def test_a_figure_below_the_step_leaves_it_to_the_later_year() -> None:
    earlier = revenue(
        "a", "2023-12-31", service_company=True, revenue="49999999.99", prior_best="0"
    )
    told, total = as_if(earlier, LATER)
    assert told == [("not-eligible", "0", []), ("payable", "1000000", [])]
    assert total == {"max": "1000000"}
