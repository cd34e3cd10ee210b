"""The page hides a question only if the engine would ignore its answer."""

from typing import Any

import pytest

from answers.questions import kind_of, losing
from eligibility import assess
from tests.policy import document, policy
from wizard.page.cards import card, sameness
from wizard.page.form import words
from wizard.page.maximum_amount import maximum_amount, most_first
from wizard.page.place import PagePlace

AWARDS = {award["id"]: award for award in document()["awards"]}
LOSING = [
    (award["id"], fact["name"], code)
    for award in document()["awards"]
    for fact in award["facts"]
    for code in losing(award, fact)
]


def status(award: str, name: str, code: str) -> str:
    """Return the engine's result for an award with one known answer."""
    fact = next(fact for fact in AWARDS[award]["facts"] if fact["name"] == name)
    value: Any = {"yes": True, "no": False}[code] if fact["type"] == "yes-no" else code
    claim = {"id": "a", "award": award, "subject": "x", "date": "2021-06-30",
             "facts": {name: int(code) if fact["type"] == "star" else value}}  # fmt: skip
    found = assess(policy(), {"claims": [claim]})["awards"][0]
    return str(found["status"])


@pytest.mark.parametrize(("award", "name", "code"), LOSING)
def test_an_answer_that_ends_the_questions_loses_the_award_by_itself(
    award: str, name: str, code: str
) -> None:
    assert status(award, name, code) == "not-eligible"


def test_every_yes_or_no_condition_ends_the_questions_with_a_no() -> None:
    conditions = [
        (award["id"], condition["fact"], "no")
        for award in document()["awards"]
        for condition in award["conditions"]
        if condition["test"].get("in") == [True] and not condition["given"]
    ]
    assert len(conditions) > 15
    assert set(conditions) <= set(LOSING)


def test_the_maximum_is_the_ceiling_that_the_text_states() -> None:
    assert maximum_amount(AWARDS["14-national-centre"]["sum"]) == 100_000_000
    assert maximum_amount(AWARDS["26-core-team"]["sum"]) == 2_000_000
    assert maximum_amount(AWARDS["09-software-rd"]["sum"]) == 2_000_000
    assert maximum_amount(AWARDS["21-insurance-premium"]["sum"]) is None
    assert maximum_amount(AWARDS["37-land-floor"]["sum"]) is None
    ordered = most_first([*document()["awards"], *document()["lines"]])
    maxima = [maximum_amount(entry.get("sum")) for entry in ordered]
    known = [found for found in maxima if found is not None]
    assert known == sorted(known, reverse=True) == list(maxima[: len(known)])
    assert all("sum" not in entry for entry in ordered[-30:])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_only_facts_of_the_same_name_and_label_are_offered_to_each_other(language: str) -> None:
    same = sameness(document())
    labels: dict[str, set[str]] = {}
    for award in document()["awards"]:
        shown = card(document(), award, PagePlace(language), words(language), same)
        for fact in shown["facts"]:
            if fact["same"]:
                labels.setdefault(fact["same"], set()).add(fact["label"])
    assert labels
    assert {key: texts for key, texts in labels.items() if len(texts) > 1} == {}


def test_a_title_held_by_a_product_is_about_a_product() -> None:
    champion = AWARDS["26-champion-title"]
    assert kind_of(champion, {"held_by": "product"}) == "product"
    assert kind_of(champion, {}) == "enterprise"
