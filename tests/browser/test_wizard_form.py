"""The form as a person meets it: what opens where, what is told at which field, how it is named."""

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import (
    INVESTMENT,
    add,
    address,
    field,
    forget,
    goes_on,
    invest,
    step,
)  # fmt: skip
from tests.browser.watch import OpenContext

NAMES = """() => [...document.querySelectorAll("#wizard button, #wizard summary")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }))
    .map((e) => e.getAttribute("aria-label") ?? e.textContent.trim().replace(/\\s+/g, " "))"""


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """The language of the shared page."""
    return str(request.param)


@pytest.fixture(scope="module")
def opened(open_context: OpenContext, site_url: str, language: str) -> Iterator[Page]:
    """One page of each language, in which Python starts once."""
    with open_context(site_url, viewport={"width": 1280, "height": 800}) as (context, watch):
        page = context.new_page()
        page.goto(address(site_url, language))
        yield page
        assert watch.problems() == []


@pytest.fixture
def form(opened: Page) -> Page:
    """The shared page, with an empty form."""
    forget(opened)
    return opened


def test_the_questions_of_a_tick_open_right_under_it(form: Page) -> None:
    step(form, "lists")
    form.locator("[data-add-kind=project]").click()
    ticks = [
        ("s1.offer.06-digital-workshop", "c1"),
        ("titles.22-well-known-trademark", "c2"),
        (f"s1.offer.{INVESTMENT}", "c3"),
    ]
    for box, card in ticks:
        field(form, box).check()
        under = field(form, box).locator("xpath=ancestor::label").bounding_box()
        opens = form.locator(f"#{card}").bounding_box()
        assert under is not None
        assert opens is not None
        assert 0 <= opens["y"] - under["y"] - under["height"] < 40, box
    # whatever is hidden for another reason, what is ticked stays with its questions
    field(form, "s1.offer.06-digital-workshop").uncheck()
    expect(form.locator("#c1")).to_have_count(0)
    form.locator("[data-do=undo]").click()
    expect(form.locator("#c1")).to_be_visible()


def test_every_button_has_a_name_of_its_own(form: Page) -> None:
    field(form, "roles.manufacturer").check()
    invest(form, "9000")
    invest(form, "8000", card="c2")
    field(form, "s1.name").fill("A")
    field(form, "s2.name").fill("A")
    for award in ("22-well-known-trademark", "22-well-known-trademark"):
        add(form, award)
    field(form, "s1.offer.06-digital-workshop").check()
    form.locator('[data-do="pay"]').click()
    form.locator('[data-do="pay"]').click()
    step(form, "figures")
    field(form, "figures.26-core-team").check()
    form.locator('[data-do="again"]:visible').click()
    for name in ("who", "what", "figures", "lists", "check", "results"):
        step(form, name)
        if name == "results":
            expect(form.locator("#wizard-results .results-totals")).to_be_visible()
        twice = [text for text, times in Counter(form.evaluate(NAMES)).items() if times > 1]
        assert not twice, name


def test_an_error_is_told_as_the_question_at_the_field_and_on_its_border(form: Page) -> None:
    invest(form, "?")
    field(form, "c1.date").fill("2021-02-30")
    goes_on(form)
    summary = form.locator("#wizard-errors")
    expect(summary).to_be_focused()
    for at in ("c1.date", "c1.actual_input"):
        bad = field(form, at)
        label = bad.locator("xpath=ancestor::*[@data-label]").get_attribute("data-label")
        message = field(form, f"{at}.error")
        expect(message).to_be_visible()
        link = summary.locator(f'[href="#{at}"]')
        expect(link).to_contain_text(str(label))
        expect(link).to_contain_text(message.inner_text())
        expect(bad).to_have_attribute("aria-invalid", "true")
        assert f"{at}.error" in (bad.get_attribute("aria-describedby") or "").split()
        assert bad.evaluate("e => getComputedStyle(e).borderTopWidth") == "3px"
        border = "e => getComputedStyle(e.closest('.wizard-field')).borderInlineStartStyle"
        assert bad.evaluate(border) == "solid"
    summary.locator('[data-to="c1.actual_input"]').click()
    expect(field(form, "c1.actual_input")).to_be_focused()
    form.keyboard.press("Control+A")
    form.keyboard.type("9000")
    expect(field(form, "c1.actual_input")).not_to_have_attribute("aria-invalid", "true")
    expect(summary.locator("li")).to_have_count(1)


def test_a_skip_link_leads_past_everything_to_the_first_answer(form: Page) -> None:
    skip = form.locator(".md-skip")
    skip.focus()
    form.keyboard.press("Enter")
    form.keyboard.press("Tab")
    assert form.evaluate("document.activeElement.id") == "roles.manufacturer"
