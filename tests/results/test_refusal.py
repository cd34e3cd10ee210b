"""A refusal names the place, what was found and what is allowed, in the reader's language."""

import re
from typing import Any

import pytest

import results
from eligibility import Refused, assess, read_application
from results.words import catalogue
from tests.policy import policy

CLAIM = {"id": "a", "award": "26-world-500", "subject": "甲"}
PAID = {"award": "26-world-500", "subject": "甲", "date": "2020-09-01", "amount": "1"}
WRONG: list[Any] = [
    [],
    None,
    {},
    {"claims": "甲"},
    {"claims": [None]},
    {"claims": [1.5]},
    {"claims": [CLAIM, CLAIM]},
    {"claims": [CLAIM | {"id": ""}]},
    {"claims": [CLAIM | {"award": "无"}]},
    {"claims": [CLAIM | {"subject": "甲" * 1001}]},
    {"claims": [CLAIM | {"facts": []}]},
    {"claims": [CLAIM] * 1001},
    {"claims": [], "edition": "2099"},
    {"claims": [], "paid": [PAID | {"date": "昨天"}]},
    {"claims": [], "paid": [PAID | {"amount": 10**90}]},
    {"claims": [], "paid": [PAID | {"amount": True}]},
]
UNREADABLE = ["", "{", '{"a":1,"a":2}', "NaN", "[" * 100_000, "9" * 5000]


def refused(application: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        assess(policy(), application)
    return caught.value


def unreadable(text: str) -> Refused:
    with pytest.raises(Refused) as caught:
        read_application(text)
    return caught.value


@pytest.mark.parametrize("application", WRONG, ids=lambda wrong: repr(wrong)[:40])
def test_a_refusal_is_said_in_chinese_with_its_place(application: Any) -> None:
    error = refused(application)
    sentence = results.refusal(error, "zh", paths=True)
    assert error.place in sentence or error.place == "$"
    assert "$" not in results.refusal(error, "zh")
    foreign = re.sub(r"“[^”]*”|\$[\w.\[\]]*|JSON", "", sentence)
    assert not re.search(r"[a-z]{3}", foreign), sentence


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: text[:12])
def test_what_is_no_application_is_refused_in_chinese(text: str) -> None:
    sentence = results.refusal(unreadable(text), "zh")
    assert "整份申请无法测算" in sentence


def test_the_english_refusal_keeps_the_engines_words() -> None:
    error = refused({"claims": [CLAIM | {"award": "xx"}]})
    assert results.refusal(error, "en") == (
        "The application cannot be assessed: the award of claim 1 contains “xx”; "
        "it should be the id of a line of the policy, like “03-industrial-investment”."
    )
    assert "the award of claim 1 ($.claims[0].award)" in results.refusal(error, "en", paths=True)


def test_every_phrase_is_there_because_the_engine_says_it() -> None:
    """The engine still uses every phrase; a new one would fail above as English in Chinese."""
    texts = catalogue("en")["refused"]["phrases"]
    errors = [refused(application) for application in WRONG] + [unreadable(t) for t in UNREADABLE]
    said = " ".join(f"{error.found} {error.allowed}" for error in errors)
    for phrase in texts:
        parts = [part for part in re.split(r"\{[xy]\}", phrase) if part.strip()]
        assert all(part.strip(" ()") in said for part in parts), phrase
