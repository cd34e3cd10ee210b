"""A preview shows an edition in preparation: what waits is marked in words, and not calculated."""

from typing import Any

import pytest

import eligibility
import results
from clauses.document import PolicyDocument
from docs.site.editions import Editions
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.pages import generated_pages
from docs.site.words import words
from tests.claims import claimed
from tests.policy import compiled

WAITING = [
    {"clause": 3, "paragraph": 1, "award": None, "kind": "stale"},
    {"clause": 3, "paragraph": None, "award": "03-industrial-investment", "kind": "stale"},
    {"clause": 8, "paragraph": None, "award": "08-platform-construction", "kind": "proposed"},
]


@pytest.fixture(scope="module")
def preview() -> PolicyDocument:
    data = compiled().data
    edition = {**data["edition"], "edition": "2021-01-01", "follows": "2020-03-16"}
    return PolicyDocument.read({**data, "edition": edition, "preparing": WAITING})


def pages(policy: PolicyDocument, language: Language) -> dict[str, str]:
    editions = Editions.of(compiled(), [policy])
    made = generated_pages(policy, language, wizard=False, editions=editions)
    return {url: page.body for url, page in made.items()}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_what_waits_is_marked_on_the_page_of_its_clause(
    preview: PolicyDocument, language: Language
) -> None:
    made, said = pages(preview, language), words(language)
    third = made["2021-01-01/03/"]
    assert third.count(said["waiting_text"]) == 1
    assert third.count(said["waiting_award"]) == 1
    assert said["waiting_award"] in made["2021-01-01/08/"]
    assert said["waiting_award"] not in made["2021-01-01/06/"]


def test_a_finished_edition_has_no_mark(policy: PolicyDocument) -> None:
    for language in (ZH, EN):
        said = words(language)
        for body in pages_of_front(policy, language).values():
            assert said["waiting_text"] not in body
            assert said["waiting_award"] not in body


def pages_of_front(policy: PolicyDocument, language: Language) -> dict[str, str]:
    made = generated_pages(policy, language, wizard=False)
    return {url: page.body for url, page in made.items()}


def assessed(policy: PolicyDocument, award: str, facts: dict[str, Any]) -> dict[str, Any]:
    engine = eligibility.Policy.from_document(policy.wizard)
    claim = {"id": "a", "award": award, "subject": "x", "date": "2021-06-30", "facts": facts}
    return eligibility.assess(engine, {"claims": [claim], "paid": []})


def test_the_engine_computes_nothing_from_what_waits(preview: PolicyDocument) -> None:
    facts = {"selected": True, "actual_input": "100000000"}
    made = assessed(preview, "03-industrial-investment", facts)
    assert made["awards"][0]["status"] == "needs-review"
    assert made["awards"][0]["amount"] is None
    assert made["totals"]["max"] == "0"


def test_the_engine_computes_the_rest(preview: PolicyDocument) -> None:
    facts = {"plan_level": "national", "actual_input": "100000000"}
    made = assessed(preview, "06-digital-workshop", facts)
    assert made["awards"][0]["amount"] == "20000000"
    assert assessed(compiled(), "06-digital-workshop", facts)["totals"] == made["totals"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_results_say_that_a_line_is_to_be_confirmed(
    preview: PolicyDocument, language: Language
) -> None:
    claim = claimed("03-industrial-investment", "x")
    application = {"claims": [claim], "paid": []}
    engine = eligibility.Policy.from_document(preview.wizard)
    assessment = eligibility.assess(engine, application)
    memo = results.memo(dict(preview.wizard), application, assessment, language.code)
    said = {"zh": "本版尚待确认的支持", "en": "support still to be confirmed in this edition"}
    assert said[language.code] in memo
