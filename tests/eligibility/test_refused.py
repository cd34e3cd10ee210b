"""Applications refused as a whole: the place, what was found, what is allowed."""

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


@pytest.mark.parametrize("fact", ["-0", "-1", "-0.0"])
def test_a_sign_before_nothing_is_a_sign_too(fact: str) -> None:
    text = (
        '{"claims": [{"id": "a", "award": "03-industrial-investment", "subject": "甲",'
        f' "date": "2021-06-30", "facts": {{"selected": true, "actual_input": {fact}}}}}]}}'
    )
    (award,) = assess(policy(), read_application(text))["awards"]
    assert award["status"] == "invalid"
    (note,) = award["notes"]
    assert note["code"] == "invalid-number"
    assert fact in note["params"]["found"]


@pytest.mark.parametrize("key", ["id", "subject"])
def test_a_text_is_bounded_before_anything_is_done_with_it(key: str) -> None:
    claim = {"id": "a", "award": "22-industrial-brand", "subject": "甲", key: "\u0315\u0300" * 500}
    assert assess(policy(), {"claims": [claim]})["awards"][0]["claim"] == claim["id"]
    longer = claim | {key: claim[key] + "a"}
    with pytest.raises(Refused) as refused:
        assess(policy(), {"claims": [longer]})
    assert str(refused.value) == (
        f"$.claims[0].{key}: found 1001 characters; allowed: at most 1000 characters"
    )


def test_a_file_longer_than_any_application_is_refused_unread() -> None:
    text = '{"claims": []' + " " * 2_000_000 + "}"
    with pytest.raises(Refused) as refused:
        read_application(text)
    assert str(refused.value) == (
        f"$: found {len(text)} characters; allowed: at most 2000000 characters"
    )
    assert read_application(text.replace(" ", "", 20)) == {"claims": []}
