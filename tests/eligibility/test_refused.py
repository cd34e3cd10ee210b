"""What is refused whole: the place, what was found, what is allowed."""

from typing import Any

import pytest

from eligibility import Refused, assess, read_application
from tests.policy import policy

CLAIM = {"id": "a", "award": "22-zhejiang-quality", "subject": "甲"}
PAID = {"award": "22-zhejiang-quality", "subject": "甲", "date": "2021-01-01", "amount": "1"}


@pytest.mark.parametrize(
    ("application", "place"),
    [
        (None, "$"),
        ([], "$"),
        ("{}", "$"),
        ({}, "$.claims"),
        ({"claims": None}, "$.claims"),
        ({"claims": {}}, "$.claims"),
        ({"claims": [CLAIM] * 1001}, "$.claims"),
        ({"claims": [7]}, "$.claims[0]"),
        ({"edition": "2019-01-01", "claims": []}, "$.edition"),
        ({"edition": 2020, "claims": []}, "$.edition"),
        ({"claims": [CLAIM | {"id": None}]}, "$.claims[0].id"),
        ({"claims": [CLAIM | {"id": 7}]}, "$.claims[0].id"),
        ({"claims": [CLAIM, CLAIM]}, "$.claims[1].id"),
        ({"claims": [CLAIM | {"award": "99-nothing"}]}, "$.claims[0].award"),
        ({"claims": [CLAIM | {"award": ["22-zhejiang-quality"]}]}, "$.claims[0].award"),
        ({"claims": [CLAIM | {"subject": "  "}]}, "$.claims[0].subject"),
        ({"claims": [{"id": "a", "award": "22-zhejiang-quality"}]}, "$.claims[0].subject"),
        ({"claims": [CLAIM | {"subject": "甲" * 1001}]}, "$.claims[0].subject"),
        ({"claims": [CLAIM | {"facts": []}]}, "$.claims[0].facts"),
        ({"claims": [], "paid": {}}, "$.paid"),
        ({"claims": [], "paid": [PAID | {"award": None}]}, "$.paid[0].award"),
        ({"claims": [], "paid": [PAID | {"subject": 1}]}, "$.paid[0].subject"),
        ({"claims": [], "paid": [PAID | {"date": "2021-02-30"}]}, "$.paid[0].date"),
        ({"claims": [], "paid": [PAID | {"amount": "-1"}]}, "$.paid[0].amount"),
        ({"claims": [], "paid": [PAID | {"amount": 1.5}]}, "$.paid[0].amount"),
    ],
)
def test_the_place_is_named(application: Any, place: str) -> None:
    with pytest.raises(Refused) as refused:
        assess(policy(), application)
    assert refused.value.place == place
    assert refused.value.found and refused.value.allowed
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["", "{", "claims: []", '{"claims": [], "claims": []}', '{"claims": NaN}',
     "[" * 100_000, '{"claims": [' + "9" * 5000 + "]}"],
)  # fmt: skip
def test_what_is_no_plain_json_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        assess(policy(), read_application(text))
    assert len(str(refused.value)) < 300


def test_an_edition_may_be_left_out_and_answers_are_ignored() -> None:
    application = {"claims": [], "answers": {"role": ["anything", {"deep": None}]}}
    assert assess(policy(), application)["totals"]["max"] == "0"
