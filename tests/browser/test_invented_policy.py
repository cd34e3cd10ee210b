"""The invented policy in the wizard: each of its awards opens, computes and says its sum."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from amounts import money
from tests.browser.applicant import add, address, field, forget, open_file, results, step
from tests.browser.axe import violations
from tests.browser.conftest import OpenContext, previewed
from tests.invented_policy import EDITION, SUMS
from tests.invented_policy.answers import TYPES, saved, typed
from tests.made_editions import site_of_invented
from tests.made_once import made_once

BY_HAND = {
    kind: next(award for (award, _), type_ in TYPES.items() if type_ == kind)
    for kind in sorted(set(TYPES.values()))
}
"""An award for each type of fact, to be filled in field by field."""


@pytest.fixture(scope="module")
def invented_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with previewed(made_once(tmp_path_factory, "invented", site_of_invented) / "site") as url:
        yield url


@pytest.fixture(scope="module")
def form(open_context: OpenContext, invented_url: str) -> Iterator[dict[str, Page]]:
    """The wizard of each language, with Python ready."""
    with open_context(invented_url) as (context, watch):
        pages = {"zh": context.new_page(), "en": context.new_page()}
        for language, page in pages.items():
            page.goto(address(invented_url, language))
            expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        yield pages
        assert watch.problems() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_award_computes_its_sum(
    form: dict[str, Page], language: str, subtests: pytest.Subtests
) -> None:
    page = form[language]
    for award, told in SUMS.items():
        facts, due = told["sums"][0]
        with subtests.test(award):
            open_file(page, saved(award, facts))
            step(page, "results")
            expect(results(page)).to_contain_text(money(due, language))
            assert not page.locator("#wizard-fault").is_visible()


def shown(page: Page, name: str) -> Locator:
    """Return a field on the step that asks it: figures of the enterprise have one of their own."""
    control = field(page, name)
    if not control.is_visible():
        step(
            page,
            "lists"
            if page.locator('[data-step-to="figures"][aria-current]').count()
            else "figures",
        )
    return control


def fill(page: Page, award: str, facts: dict[str, Any]) -> None:
    """Answer the questions of the first entry, as an applicant does."""
    for name, said in typed(award, facts).items():
        control = shown(page, f"c1.{name}")
        if isinstance(said, dict):
            unit = "元" if TYPES[award, name] == "money" else ""
            control.fill(f"{said['text']}{unit}")
        elif TYPES[award, name] == "yes-no":
            (control if said == "yes" else field(page, f"c1.{name}.no")).check()
        elif TYPES[award, name] == "date":
            control.fill(said)
        else:
            control.select_option(said)
    shown(page, "c1.date").fill("2025-05-01")


@pytest.mark.parametrize("kind", BY_HAND)
def test_each_type_of_fact_is_answered_by_hand(form: dict[str, Page], kind: str) -> None:
    page, award = form["zh"], BY_HAND[kind]
    forget(page)
    add(page, award)
    facts, due = SUMS[award]["sums"][0]
    fill(page, award, facts)
    step(page, "results")
    expect(results(page)).to_contain_text(money(due, "zh"))


@pytest.mark.parametrize(("language", "width"), [("zh", 1280), ("en", 390)])
def test_its_questions_results_and_clauses_have_no_accessibility_fault(
    form: dict[str, Page], invented_url: str, language: str, width: int
) -> None:
    page = form[language]
    page.set_viewport_size({"width": width, "height": 900})
    forget(page)
    for award in BY_HAND.values():
        add(page, award)
    assert violations(page, "#wizard") == []
    open_file(page, saved("07-kiln", SUMS["07-kiln"]["sums"][0][0]))
    step(page, "results")
    assert violations(page, "#wizard") == []
    clause = page.context.new_page()
    clause.set_viewport_size({"width": width, "height": 900})
    clause.goto(f"{invented_url}/{'' if language == 'zh' else 'en/'}{EDITION}/07/")
    assert violations(clause) == []
    assert clause.evaluate("document.documentElement.scrollWidth") <= width
    clause.close()
