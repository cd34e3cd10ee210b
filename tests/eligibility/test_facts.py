"""What a fact takes as an answer, and what is said of an impossible one."""

from dataclasses import replace
from typing import Any

import pytest

from eligibility.facts import CheckedFacts, check_facts
from eligibility.rules import CODES, Fact, FactType
from tests.eligibility.made_entries import claim

AWARD = "03-industrial-investment"


def checked(type_: FactType, raw: Any) -> CheckedFacts:
    """Check one answer to a claim whose award asks a single fact of this type."""
    made = claim(AWARD, "2021-06-30", asked=raw)
    fact = Fact("asked", type_, CODES.get(type_, ()), None)
    return check_facts(replace(made, award=replace(made.award, facts=(fact,))))


@pytest.mark.parametrize(
    ("type_", "raw", "code"),
    [
        ("yes-no", "yes", "invalid-yes-no"),
        ("money", "1e3", "invalid-number"),
        ("count", "many", "invalid-number"),
        ("count", "2.5", "invalid-number"),
        ("date", "2021-02-30", "invalid-day"),
        ("star", 6, "invalid-star"),
        ("star", True, "invalid-star"),
    ],
)
def test_an_impossible_answer_is_named_with_its_fact(type_: FactType, raw: Any, code: str) -> None:
    found = checked(type_, raw)
    (told,) = found.notes
    assert (told["code"], told["params"]["fact"]) == (code, "asked")
    assert str(raw).lower() in told["params"]["found"]
    assert found.invalid
    assert (found.values, found.unknown) == ({}, ())


def test_of_a_list_of_codes_all_are_named() -> None:
    (told,) = checked("scope", "national").notes
    allowed = ["domestic", "provincial", "municipal", "none"]
    params = {"fact": "asked", "found": "“national”", "allowed": allowed}
    assert told == {"code": "invalid-code", "params": params}


@pytest.mark.parametrize(
    ("type_", "raw"), [("yes-no", False), ("money", "2.5"), ("count", "2"), ("date", "2021-02-28")]
)
def test_a_possible_answer_is_kept(type_: FactType, raw: Any) -> None:
    found = checked(type_, raw)
    assert list(found.values) == ["asked"]
    assert (found.notes, found.invalid) == ((), False)


@pytest.mark.parametrize(("others", "left"), [(9, None), (10, None), (11, "1"), (13, "3")])
def test_of_facts_that_are_not_asked_ten_are_named_and_the_rest_counted(
    others: int, left: str | None
) -> None:
    names = [f"other{n}" for n in range(others)]
    stated = dict.fromkeys(names, "1")
    found = check_facts(replace(claim(AWARD, "2021-06-30"), facts=stated))
    named = [one for one in found.notes if one["code"] == "unknown-fact"]
    assert [one["params"]["fact"] for one in named] == [f"“{name}”" for name in names[:10]]
    rest = [one["params"]["count"] for one in found.notes if one["code"] == "unknown-facts"]
    assert rest == ([] if left is None else [left])
    assert not found.invalid
