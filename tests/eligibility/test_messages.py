"""The exact texts of refusals: the place, what was found, what is allowed."""

from typing import Any

import pytest

from eligibility import Refused, assess, read_application
from eligibility.application import same_subject
from tests.policy import policy

CLAIM = {"id": "a", "award": "22-zhejiang-quality", "subject": "甲"}
PAID = {"award": "22-zhejiang-quality", "subject": "甲", "date": "2021-01-01", "amount": "1"}
AN_ID = "the id of a line of the policy, like “03-industrial-investment”"


def paid(**other: Any) -> dict[str, Any]:
    return {"claims": [], "paid": [PAID | other]}


def claimed(**other: Any) -> dict[str, Any]:
    return {"claims": [CLAIM | other]}


@pytest.mark.parametrize(
    ("application", "message"),
    [
        (None, "$: found null; allowed: an object"),
        ([], "$: found a list; allowed: an object"),
        (True, "$: found true; allowed: an object"),
        (False, "$: found false; allowed: an object"),
        (7, "$: found 7; allowed: an object"),
        (2**200 - 1, f"$: found {2**200 - 1}; allowed: an object"),
        (2**200, "$: found a number of very many digits; allowed: an object"),
        (1.5, "$: found the decimal number 1.5; allowed: an object"),
        ("甲" * 40, f"$: found “{'甲' * 40}”; allowed: an object"),
        ("\n" + "甲" * 40, f"$: found “�{'甲' * 39}…”; allowed: an object"),
        ({}, "$.claims: found nothing; allowed: a list of claims"),
        ({"claims": {}}, "$.claims: found an object; allowed: a list"),
        ({"claims": [CLAIM] * 1001}, "$.claims: found 1001 entries; allowed: at most 1000"),
        ({"claims": [7]}, "$.claims[0]: found 7; allowed: an object"),
        ({"claims": [], "paid": [PAID] * 1001},
         "$.paid: found 1001 entries; allowed: at most 1000"),
        ({"claims": [], "edition": "2019-01-01"},
         "$.edition: found “2019-01-01”; allowed: “2020-03-16”, or no edition"),
        (claimed(id=""), "$.claims[0].id: found nothing; allowed: a text"),
        (claimed(id=None), "$.claims[0].id: found nothing; allowed: a text"),
        (claimed(id=7), "$.claims[0].id: found 7; allowed: a text"),
        ({"claims": [CLAIM, CLAIM]},
         "$.claims[1].id: found “a”, which $.claims[0] has already; allowed: an id of its own"),
        (claimed(award="99-nothing"), f"$.claims[0].award: found “99-nothing”; allowed: {AN_ID}"),
        (claimed(award=None), f"$.claims[0].award: found nothing; allowed: {AN_ID}"),
        (claimed(subject="  "), "$.claims[0].subject: found “  ”; allowed: a text"),
        (claimed(subject="甲" * 1001),
         "$.claims[0].subject: found 1001 characters; allowed: at most 1000 characters"),
        (claimed(facts=[]), "$.claims[0].facts: found a list; allowed: an object of facts"),
        ({"claims": [], "paid": {}}, "$.paid: found an object; allowed: a list"),
        ({"claims": [], "paid": [8]}, "$.paid[0]: found 8; allowed: an object"),
        (paid(award=None), f"$.paid[0].award: found nothing; allowed: {AN_ID}"),
        (paid(subject=1), "$.paid[0].subject: found 1; allowed: a text"),
        (paid(date="2021-02-30"),
         "$.paid[0].date: found “2021-02-30”; allowed: a date like “2020-09-01”"),
        (paid(amount="-1"),
         "$.paid[0].amount: found “-1”; allowed: a sum in yuan like “1000000” or “123456.78”"),
    ],
)  # fmt: skip
def test_what_is_said_of_an_application(application: Any, message: str) -> None:
    with pytest.raises(Refused) as refused:
        assess(policy(), application)
    assert str(refused.value) == message
    told = refused.value
    assert f"{told.place}: found {told.found}; allowed: {told.allowed}" == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "$: found no JSON from line 1, column 1 on; allowed: a JSON object"),
        ('{"claims": [], "paid": [], "edition": null, "paid": []}',
         "$: found the key “paid” twice in one object; allowed: each key once"),
        ('{"claims": NaN}', "$: found NaN; allowed: JSON numbers; money as decimal strings"),
        ("[" * 100_000,
         "$: found JSON nested too deeply; allowed: an application as in the contract"),
        ("9" * 5000, "$: found a number of too many digits; allowed: numbers of this world"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_text(text: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        read_application(text)
    assert str(refused.value) == message


def test_a_text_of_two_million_characters_is_read_and_no_longer_one() -> None:
    text = '{"claims": []}'.ljust(2_000_000)
    assert read_application(text) == {"claims": []}
    with pytest.raises(Refused) as refused:
        read_application(text + " ")
    told = "$: found 2000001 characters; allowed: at most 2000000 characters"
    assert str(refused.value) == told


def test_a_text_is_read_as_it_stands_and_the_current_edition_may_be_named() -> None:
    text = '{"edition": "2020-03-16", "claims": [], "paid": []}'
    application = read_application(text)
    assert application == {"edition": "2020-03-16", "claims": [], "paid": []}
    assert assess(policy(), application)["edition"] == "2020-03-16"


def test_a_thousand_claims_and_payments_are_read() -> None:
    claims = [CLAIM | {"id": f"{n}", "subject": f"{n}"} for n in range(1000)]
    assessment = assess(policy(), {"claims": claims, "paid": [PAID] * 1000, "edition": None})
    assert len(assessment["awards"]) == 1000
    assert assess(policy(), {"claims": [], "paid": None})["awards"] == []


def test_a_subject_of_a_thousand_characters_is_read() -> None:
    (award,) = assess(policy(), claimed(subject="甲" * 1000))["awards"]
    assert award["subject"] == "甲" * 1000


def test_blanks_are_cut_from_a_subject_of_up_to_a_thousand_characters() -> None:
    assert same_subject("甲".ljust(1000)) == "甲"
    longer = "甲".ljust(1001)
    assert same_subject(longer) == longer


@pytest.mark.parametrize("subject", ["甲", " 甲\n", "\u3000甲 "])
def test_a_payment_is_found_under_a_subject_written_with_blanks(subject: str) -> None:
    facts = {"facts": {"recognised": True}, "date": "2021-06-30"}
    (award,) = assess(
        policy(), claimed(subject=subject, **facts) | {"paid": [PAID | {"amount": "50000"}]}
    )["awards"]
    assert (award["subject"], award["amount"]) == ("甲", "150000")


def test_the_plain_sign_and_the_composed_sign_are_one_subject() -> None:
    facts = {"facts": {"recognised": True}, "date": "2021-06-30"}
    (award,) = assess(
        policy(),
        claimed(subject="Cafe\u0301", **facts)
        | {"paid": [PAID | {"subject": "Caf\u00e9", "amount": "50000"}]},
    )["awards"]
    assert (award["subject"], award["amount"]) == ("Caf\u00e9", "150000")
