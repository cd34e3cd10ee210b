"""What an assessment says about itself, and how it shows a claim with unknown facts."""

from dataclasses import replace
from typing import Any

from clauses.wizard_part import policy_hash
from eligibility import VERSION, assess
from tests.policy import document, policy


def claim(name: str, award: str, subject: str, date: str | None, **facts: Any) -> dict[str, Any]:
    return {"id": name, "award": award, "subject": subject, "date": date, "facts": facts}


def test_an_assessment_names_edition_engine_and_policy() -> None:
    assessment = assess(policy(), {"claims": []})
    assert list(assessment) == ["edition", "engine", "policy", "awards", "totals", "as_if"]
    assert assessment["edition"] == document()["edition"] == "2020-03-16"
    assert assessment["engine"] == VERSION
    assert assessment["policy"] == policy_hash(document())


def test_a_payment_of_an_earlier_year_makes_the_year_of_a_title_matter() -> None:
    title = claim("a", "22-zhejiang-quality", "甲", None, recognised=True)
    paid = {"award": "22-zhejiang-quality", "subject": "甲", "date": "2021-03-01"}
    application = {"claims": [title], "paid": [paid | {"amount": "50000"}]}
    (award,) = assess(policy(), application)["awards"]
    assert (award["status"], award["missing"]) == ("needs-facts", ["date"])
    assert award["range"] == ["0", "200000"]


def test_a_day_that_is_not_known_can_take_the_place_of_the_last_in_turn() -> None:
    made = [
        claim(f"{n}", "13-green-product", f"产品{n}", "2021-06-30", level="national")
        for n in range(5)
    ]
    open_day = claim("x", "13-green-product", "产品x", None, level="national")
    awards = assess(policy(), {"claims": [*made, open_day]})["awards"]
    assert [award["amount"] for award in awards] == ["100000"] * 5 + [None]
    assert [award["range"] for award in awards] == [None] * 4 + [["0", "100000"]] * 2
    assert [award["missing"] for award in awards] == [[]] * 5 + [["date"]]


def test_each_year_of_a_limit_is_tried_for_a_day_that_is_not_known() -> None:
    """A limit that each year counts by itself: in 2021 the last in turn may lose its place."""
    count = policy().limits[0]
    years = tuple(replace(count, id=f"{year}", year=year) for year in (2020, 2021, 2022))
    made = [
        claim(f"{n}", "13-green-product", f"产品{n}", "2021-06-30", level="national")
        for n in range(5)
    ]
    open_day = claim("x", "13-green-product", "产品x", None, level="national")
    awards = assess(replace(policy(), limits=years), {"claims": [*made, open_day]})["awards"]
    assert [award["range"] for award in awards] == [None] * 4 + [["0", "100000"]] * 2


def test_the_sums_alone_are_those_of_the_whole_assessment() -> None:
    made = {
        "claims": [claim("a", "17-innovation-enterprise", "甲", "2021-06-30", level="national")]
    }
    whole, sums = assess(policy(), made), assess(policy(), made, only_sums=True)
    assert "as_if" in whole and "as_if" not in sums
    assert sums["totals"] == whole["totals"]
    (award,), (own,) = whole["awards"], sums["awards"]
    assert {key: award[key] for key in own} == own
    assert set(award) - set(own) == {"alternatives", "as_if"}
