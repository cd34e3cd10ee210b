"""Conditions as the policy document writes them: thresholds, shares, points, days, and 或."""

from copy import deepcopy
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from eligibility.days import read_day
from eligibility.judgement import Judgement, judge
from eligibility.rules import compile_award
from tests import invented_policy
from tests.policy import document, policy

Json = dict[str, Any]
LISTED = {"in": [True]}
SHARE = {"compare": ">=", "figure": "0.04", "of": "sales"}


def judged(conditions: list[Json], **answers: Any) -> Judgement:
    """Judge a claim for 20 % of 1,000 yuan under these conditions: fact, test and `or`."""
    (entry,) = (deepcopy(one) for one in document()["awards"] if one["id"] == PLAIN)
    entry["conditions"] = [{"given": None, "words": {}} | one for one in conditions]
    values = {name: read(value) for name, value in answers.items()}
    award = compile_award(0, entry)
    return judge(policy(), award, {"actual_input": Fraction(1000), **values}, date(2021, 6, 30))


PLAIN = "03-industrial-investment"


def read(value: Any) -> Any:
    if isinstance(value, date):
        return read_day(value.isoformat())
    return value if isinstance(value, bool) else Fraction(value)


def on(fact: str, test: Json, **more: Any) -> Json:
    return {"fact": fact, "test": test, **more}


@pytest.mark.parametrize(
    ("test", "answers", "status", "step"),
    [
        ({"compare": ">", "figure": "5"}, {"rd": 6}, "payable", {"value": "6", "figure": "5"}),
        ({"compare": ">", "figure": "5"}, {"rd": 5}, "not-eligible", {"found": "5", "figure": "5"}),
        (SHARE, {"rd": 4, "sales": 100}, "payable",
         {"value": "4", "figure": "0.04", "of": "sales", "base": "100"}),
        (SHARE, {"rd": 3, "sales": 100}, "not-eligible",
         {"found": "3", "figure": "0.04", "of": "sales", "base": "100"}),
        (SHARE | {"if_zero": "50"}, {"rd": 2, "sales": 0}, "payable",
         {"value": "2", "figure": "0.04", "of": "sales", "base": "50"}),
        (SHARE | {"if_zero": "50"}, {"rd": 1, "sales": 0}, "not-eligible",
         {"found": "1", "figure": "0.04", "of": "sales", "base": "50"}),
        (SHARE | {"points": True}, {"rd": "0.09", "sales": "0.05"}, "payable",
         {"value": "0.09", "figure": "0.09"}),
        (SHARE | {"points": True}, {"rd": "0.08", "sales": "0.05"}, "not-eligible",
         {"found": "0.08", "figure": "0.09"}),
        (SHARE | {"points": True}, {"rd": "0.03", "sales": 0}, "not-eligible",
         {"found": "0.03", "figure": "0.04"}),
        ({"compare": "<=", "figure": "2021-06-30"}, {"rd": date(2021, 6, 30)}, "payable",
         {"value": "2021-06-30", "figure": "2021-06-30"}),
        ({"compare": "<=", "figure": "2021-06-30"}, {"rd": date(2021, 7, 1)}, "not-eligible",
         {"found": "2021-07-01", "figure": "2021-06-30"}),
        (LISTED, {"rd": True}, "payable", {"value": True}),
        (LISTED, {"rd": False}, "not-eligible", {"found": False}),
    ],
)  # fmt: skip
def test_a_condition_says_what_it_compares(
    test: Json, answers: Json, status: str, step: Json
) -> None:
    found = judged([on("rd", test)], **answers)
    assert found.status == status
    told = found.steps[0] if status == "payable" else found.notes[0]
    compared = {"compare": test["compare"]} if "compare" in test else {}
    assert told["params"] == {"fact": "rd", **compared, **step}


def test_a_share_of_nothing_is_looked_at_by_a_person() -> None:
    found = judged([on("rd", SHARE)], rd=1, sales=0)
    assert (found.status, found.notes) == (
        "needs-review",
        ({"code": "ratio-undefined", "params": {"of": "sales"}},),
    )


ANSWERS = {"met": {"rd": 4, "sales": 100}, "unmet": {"rd": 1, "sales": 100},
           "open": {"rd": 1, "sales": 0}}  # fmt: skip
"""Answers by which the share is met, is not, or divides by nothing."""
EITHER = {
    ("met", True): "payable",
    ("met", False): "payable",
    ("unmet", True): "payable",
    ("unmet", False): "not-eligible",
    ("open", True): "payable",
    ("open", False): "needs-review",
}


@pytest.mark.parametrize("first", ["share", "listed"])
@pytest.mark.parametrize(("share", "listed"), list(EITHER))
def test_one_of_several_is_enough_in_whatever_order_they_stand(
    share: str, listed: bool, first: str
) -> None:
    either = [on("rd", SHARE), on("listed", LISTED)]
    either = either if first == "share" else either[::-1]
    either[1]["or"] = True
    before, after = on("small", LISTED), on("old", LISTED)
    answers = {**ANSWERS[share], "listed": listed}
    found = judged([before, *either, after], small=True, old=True, **answers)
    assert found.status == EITHER[share, listed]
    codes = {"payable": [], "needs-review": ["ratio-undefined"],
             "not-eligible": ["share-unmet", "condition-unmet"]}  # fmt: skip
    told = [note["code"] for note in found.notes]
    assert sorted(told) == sorted(codes[found.status])
    # what is required besides is required all the same
    for others in ({"small": False, "old": True}, {"small": True, "old": False}):
        strict = judged([before, *either, after], **others, **answers)
        assert strict.status == "not-eligible"


def test_of_three_the_last_is_enough_and_a_share_of_nothing_may_be() -> None:
    three = [
        on("a", LISTED),
        on("rd", SHARE, **{"or": True}),
        on("b", LISTED, **{"or": True}),
        on("c", LISTED),
    ]
    answers = {"a": False, "c": True, **ANSWERS["open"]}
    assert judged(three, b=True, **answers).status == "payable"
    assert judged(three, b=False, **answers).status == "needs-review"
    assert judged(three, b=False, **{**answers, "rd": 4, "sales": 100}).status == "payable"
    assert judged(three, b=False, **{**answers, "sales": 100}).status == "not-eligible"


def test_a_condition_applies_where_the_other_answer_is_as_given() -> None:
    only = on("rd", {"compare": ">=", "figure": "9"}, given={"kind": [True]})
    assert judged([only], rd=1, kind=False).status == "payable"
    assert judged([only], rd=1, kind=True).status == "not-eligible"


def test_a_sum_of_which_only_the_least_is_stated_is_outside_the_totals() -> None:
    award = invented_policy.policy().awards["07-fund"]
    facts = {
        fact.name: fact.codes[0] if fact.codes else Fraction(10_000_000) for fact in award.facts
    }
    found = judge(invented_policy.policy(), award, facts, date(2025, 5, 1))
    assert (found.status, found.amount) == ("reference", 100_000_000)
    assert [note["code"] for note in found.notes] == ["floor-open"]


@pytest.mark.parametrize(
    ("frequency", "composed", "yearly", "accounts"),
    [
        ("once-per-step", True, True, True),
        ("once-per-step", False, False, False),
        ("yearly", False, True, True),
        ("per-policy", False, True, False),
        ("once-per-project", True, False, False),
    ],
)
def test_steps_of_composed_sums_are_counted_year_by_year(
    frequency: str, composed: bool, yearly: bool, accounts: bool
) -> None:
    (entry,) = (deepcopy(one) for one in document()["awards"] if one["id"] == PLAIN)
    entry["frequency"] = frequency
    if composed:
        entry["sum"] = {"mechanism": "composed", "sum": {"fact": "actual_input"}}
    award = compile_award(0, entry)
    assert (award.yearly, award.accounts) == (yearly, accounts)
