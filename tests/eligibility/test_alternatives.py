"""The result under another reading equals that of the whole engine under its policy."""

import random
from dataclasses import replace
from typing import Any

from hypothesis import example, given, settings

from eligibility import assess
from eligibility.policy import OtherReading
from tests.eligibility.applications import PIN, applications, yuan
from tests.eligibility.differential import application
from tests.policy import document, policy

Json = dict[str, Any]

CLOSING = (
    "03-industrial-investment",
    "06-digital-workshop",
    "08-platform-construction",
    "08-demo-topup",
    "14-city-centre",
    "14-provincial-centre",
    "14-national-centre",
    "17-innovation-enterprise",
    "26-champion-title",
    "26-core-team",
    "28-platform-construction",
    "28-platform-title",
)
"""Awards that other readings of the closing rule, of titles and of steps change."""
INSURANCE = ("21-insurance-premium", "21-insurance-match", "21-first-set", "13-green-product", *PIN)


def lends_a_base(other: OtherReading) -> bool:
    """Give a claim the base of another claim, which a policy alone cannot express (A08)."""
    return any(award.base_of for award in other.policy.awards.values())


def listed(assessment: Json, other: OtherReading) -> list[Json | None]:
    """Return what each claim says about one option, or None."""
    found: list[Json | None] = []
    for award in assessment["awards"]:
        same = [
            one
            for one in award["alternatives"]
            if (one["reading"], one["option"]) == (other.reading, other.option)
        ]
        assert len(same) <= 1
        found.append(same[0] if same else None)
    return found


def holds(application: Json) -> None:
    """Assess the application under each other policy as a whole and compare."""
    assessment = assess(policy(), application)
    for other in policy().others:
        if lends_a_base(other):
            continue
        whole = assess(other.policy, application, only_sums=True)
        told = listed(assessment, other)
        for one, under, said in zip(assessment["awards"], whole["awards"], told, strict=True):
            # a line without a sum has no sum under any reading
            if one["wording"] is None:
                assert said is None
            elif said is None:
                assert under["amount"] == one["amount"]
            else:
                assert said["amount"] == under["amount"]
                assert said["total_max"] == whole["totals"]["max"]


@settings(max_examples=150)
@given(applications(most=12))
def test_each_option_is_the_whole_computation_under_its_policy(application: Json) -> None:
    holds(application)


def titled(id_: str, award: str, day: str) -> Json:
    facts = {"recognised": True}
    return {"id": id_, "award": award, "subject": "甲", "date": day, "facts": facts}


CITY, PROVINCE = "14-city-centre", "14-provincial-centre"
TIED = [
    titled("a", CITY, "2020-01-01"),
    titled("b", PROVINCE, "2021-01-01"),
    titled("c", PROVINCE, "2020-01-01"),
]
"""Two claims of one sum beside a third: the first in the order of the policy is paid."""


@settings(max_examples=150)
@given(applications(awards=CLOSING, least=2, most=8))
@example({"claims": TIED, "paid": []})
def test_so_it_is_where_lines_compete(application: Json) -> None:
    holds(application)


@settings(max_examples=100)
@given(applications(awards=INSURANCE, least=2, most=10, subjects="甲乙丙丁戊己庚辛"))
def test_so_it_is_under_the_limits_and_for_insurance(application: Json) -> None:
    holds(application)


@given(applications(unknown=True, most=8))
def test_alternatives_are_told_of_certain_sums_only(application: Json) -> None:
    for award in assess(policy(), application)["awards"]:
        assert award["status"] != "needs-facts" or award["alternatives"] == []
        for other in award["alternatives"]:
            assert (
                yuan(other["amount"]) <= yuan(other["total_max"])
                or award["wording"]
                in (
                    "reference",
                    "floor",
                )
                or award["status"] == "needs-review"
            )


@given(applications(most=8))
def test_what_is_outside_the_term_is_as_on_a_day_within(application: Json) -> None:
    assessment = assess(policy(), application)
    ever = replace(policy(), valid_from=policy().valid_from.replace(year=1), others=())
    ever = replace(ever, valid_to=policy().valid_to.replace(year=9999))
    whole = assess(ever, application, only_sums=True)
    outside = [award["status"] == "outside-validity" for award in assessment["awards"]]
    for award, under, is_outside in zip(
        assessment["awards"], whole["awards"], outside, strict=True
    ):
        if not is_outside:
            assert award["as_if"] is None
        else:
            assert award["as_if"]["status"] == under["status"]
            assert award["as_if"]["amount"] == under["amount"]
    sums_outside = any(
        is_outside and award["wording"] is not None
        for award, is_outside in zip(assessment["awards"], outside, strict=True)
    )
    assert assessment["as_if"] == ({"max": whole["totals"]["max"]} if sums_outside else None)


def test_every_reading_that_moves_most_money_has_an_option_that_is_computed() -> None:
    told = {effect["reading"] for effect in document()["alternatives"]}
    moving = {name for name, reading in document()["readings"].items() if reading["moves_money"]}
    assert told > moving
    assert len(moving) == 12


def changes_nothing(application: Json) -> int:
    """Remove, under each reading, every claim that is due nothing; count them."""
    taken_out = 0
    for under in [
        policy(),
        *(other.policy for other in policy().others if not lends_a_base(other)),
    ]:
        under = replace(under, others=())
        amounts = [award["amount"] for award in assess(under, application)["awards"]]
        lines = [(claim["award"], claim["subject"]) for claim in application["claims"]]
        for place, (amount, line) in enumerate(zip(amounts, lines, strict=True)):
            # another claim of the same award may be refused or lower because of this one, and a
            # payment for a title of the enterprise was not made for its project
            if amount != "0" or lines.count(line) > 1 or policy().awards[line[0]].kind_by:
                continue
            claims = [*application["claims"]]
            del claims[place]
            without = assess(under, application | {"claims": claims})["awards"]
            assert [award["amount"] for award in without] == amounts[:place] + amounts[place + 1 :]
            taken_out += 1
    return taken_out


def test_a_claim_that_loses_under_a_reading_changes_nothing_there() -> None:
    assert sum(changes_nothing(application(random.Random(n))) for n in range(20)) > 100


def test_nor_does_it_where_other_lines_were_paid_in_earlier_years() -> None:
    lines: dict[str, Json] = {
        "03-industrial-investment": {"selected": True},
        "06-digital-workshop": {"plan_level": "national"},
        "08-platform-construction": {"listed": True},
        "14-city-centre": {"recognised": True},
        "14-national-centre": {"recognised": True},
    }
    taken_out = 0
    for seed in range(12):
        chance = random.Random(seed)
        facts = {
            award: condition
            if award.startswith("14")
            else condition | {"actual_input": str(chance.randrange(10**7, 2 * 10**8))}
            for award, condition in chance.sample(sorted(lines.items()), 3)
        }
        subject = {"subject": "甲"}
        made = [
            subject | {"id": award, "award": award, "date": "2021-06-30", "facts": stated}
            for award, stated in facts.items()
        ]
        paid = [
            subject
            | {
                "award": chance.choice(sorted(facts)),
                "date": "2020-06-30",
                "amount": str(chance.randrange(10**5, 5 * 10**6)),
            }
            for _ in range(2)
        ]
        taken_out += changes_nothing({"claims": made, "paid": paid})
    assert taken_out > 100
