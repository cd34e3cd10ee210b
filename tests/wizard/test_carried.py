"""Nothing is asked twice, own topics come first, and the next question is the one that matters."""

import re
from typing import Any

import pytest

from amounts import unbroken
from answers.mattering import next_question
from answers.questions import losing
from eligibility import assess
from results.words import LANGUAGES
from tests.claims import claimed
from tests.policy import compiled, document, policy
from tests.wizard.test_form import page
from wizard.page.cards import card, sameness
from wizard.page.form import words
from wizard.page.place import PagePlace
from wizard.page.topic_filter import TopicFilter

Json = dict[str, Any]
AWARDS = {award["id"]: award for award in document()["awards"]}


def carded(language: str) -> list[Json]:
    w = words(language)
    same = sameness(document())
    entries = [*document()["awards"], *document()["lines"]]
    return [card(document(), entry, PagePlace(language), w, same) for entry in entries]


def filtered(language: str) -> TopicFilter:
    return TopicFilter(compiled().topics, document(), language, words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_an_award_answers_its_level_where_only_one_level_is_paid(language: str) -> None:
    implied = {
        (one["id"], fact["name"]): fact["implied"]
        for one in carded(language)
        for fact in one["facts"]
        if fact["implied"]
    }
    assert implied[("13-green-product", "level")] == "national"
    for (award, name), code in implied.items():
        (fact,) = [one for one in AWARDS[award]["facts"] if one["name"] == name]
        assert code not in losing(AWARDS[award], fact)
        assert words(language)[f"level_{code}"].lower() in AWARDS[award]["name"][language].lower()


def test_a_role_answers_the_question_whether_one_is_of_it() -> None:
    ways = filtered("zh")
    answered = {id_: ways.of(award)["answers"] for id_, award in AWARDS.items()}
    assert answered["09-software-rd"] == ["software_enterprise"]
    assert answered["11-design-firm-revenue"] == ["design_body"]
    assert answered["03-industrial-investment"] == []
    for id_, facts in answered.items():
        if facts:
            assert ways.of(AWARDS[id_])["roles"], "only an award that is narrowed to a role"
    assert 'data-roles="software-firm" data-answers="software_enterprise"' in page("zh")


def test_each_role_has_topics_of_its_own_that_come_first() -> None:
    topics = filtered("zh").topics()
    roles = [role.key for role in compiled().topics.roles]
    own = {role: [t["key"] for t in topics if role in t["own"].split()] for role in roles}
    assert own["software-firm"] == ["research"]
    assert own["park-operator"] == ["park"]
    assert all(own.values()), "no role is without a topic"
    assert len(own["manufacturer"]) < len(topics)
    assert "people-finance" not in own["manufacturer"], "it has no sum for a manufacturer"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_one_might_get_is_listed_with_a_range_the_largest_first(language: str) -> None:
    (listed,) = re.findall(r'<template id="possible">(.*?)</template>', page(language), re.DOTALL)
    names = re.findall(r'<li data-award="([^"]+)"', listed)
    assert sorted(names) == sorted(one["id"] for one in carded(language))
    sums = listed[: listed.index("</ol>")]
    assert re.findall(r'data-award="([^"]+)"', sums)[0] == "14-national-centre"
    ranges = re.findall(r'class="wizard-maximum">([^<]+)<', sums)
    range_, fixed = (
        ("0元 至 1亿元", "0 或 10万元")
        if language == "zh"
        else (unbroken("RMB 0 to RMB 100 million"), unbroken("0 or RMB 100,000"))
    )
    assert ranges[0] == range_
    assert fixed in ranges


def asked(*claims: Json) -> str | None:
    return next_question(assess(policy(), {"claims": list(claims)}))


SMALL: Json = claimed("22-zhejiang-quality", "甲", id="s")
LARGE: Json = claimed("03-industrial-investment", "乙", id="l")
ENDLESS: Json = claimed("21-insurance-premium", "丙", id="e")


def test_the_next_question_is_that_of_the_least_certain_sum_conditions_first() -> None:
    assert asked(SMALL, LARGE) == "l.selected"
    assert asked(SMALL, LARGE | {"facts": {"selected": True}}) == "l.actual_input"
    undated = LARGE | {"date": None, "facts": {"selected": True}}
    assert asked(undated) == "l.actual_input"
    assert asked(SMALL, LARGE | {"facts": {"selected": False}}) == "s.recognised"
    assert (asked(SMALL, LARGE, ENDLESS) or "").startswith("e."), "a sum without a limit first"


def test_without_an_open_question_there_is_none() -> None:
    assert asked() is None
    assert asked(SMALL | {"facts": {"recognised": True}}) is None
    assert asked(SMALL | {"facts": {"recognised": False}}) is None
