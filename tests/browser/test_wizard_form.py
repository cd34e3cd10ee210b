"""The form as a person meets it: what opens where, which field reports what, how it is named."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

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
    save,
    step,
    total,
)  # fmt: skip
from tests.browser.axe import violations
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
        ("titles.22-industrial-brand", "c2"),
        (f"s1.offer.{INVESTMENT}", "c3"),
    ]
    for box, card in ticks:
        field(form, box).check()
        form.locator(f"#{card}").wait_for()
        # measured at once: between two questions the answer may come and move the page
        gap = form.evaluate(
            """([box, card]) => document.getElementById(card).getBoundingClientRect().top
                - document.getElementById(box).closest("label").getBoundingClientRect().bottom""",
            [box, card],
        )
        assert 0 <= gap < 40, box
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


def test_a_trademark_is_an_entry_of_its_own_and_one_more_pays_again(
    form: Page, language: str
) -> None:
    step(form, "lists")
    for entry, name in (("s1", "A"), ("s2", "B")):
        form.locator("[data-add-kind=trademark]").click()
        field(form, f"{entry}.name").fill(name)
        card = form.locator(f"#{entry} .wizard-card")
        card.locator("input[value=yes]").check()
        card.locator("[data-year='2021']").click()
    once = {"zh": "最高100万元", "en": "at most RMB 1 million"}
    expect(total(form)).to_have_text(once[language])
    assert [claim["subject"] for claim in save(form)["claims"]] == ["A", "B"]


def test_a_figure_typed_in_yuan_is_asked_about_and_put_right_wherever_it_is_shown(
    form: Page, language: str
) -> None:
    typed = {"zh": "85000000", "en": "85000000"}[language]
    right = {"zh": "最高1,700万元", "en": "at most RMB 17 million"}[language]
    invest(form, typed)
    warning = field(form, "c1.actual_input.warning")
    button = warning.get_by_role("button")
    expect(button).to_contain_text({"zh": "8,500万元", "en": "RMB 85 million"}[language])
    button.click()
    expect(total(form)).to_have_text(right)
    expect(warning).to_be_hidden()
    for name in ("check", "results"):
        step(form, "lists")
        field(form, "c1.actual_input").fill(typed)
        step(form, name)
        doubts = form.locator("#wizard-doubts")
        doubts.get_by_role("button").click()
        expect(doubts).to_be_hidden()
        expect(total(form)).to_have_text(right)


def test_a_payment_that_does_not_count_yet_is_told_beside_the_sum(
    form: Page, language: str
) -> None:
    invest(form)
    form.locator('[data-do="pay"]').click()
    field(form, "p1.amount").fill("600")
    for name in ("check", "results"):
        step(form, name)
        link = form.locator("#wizard-doubts a")
        expect(link).to_contain_text({"zh": "才会计入", "en": "is counted once"}[language])
        expect(link).to_have_attribute("href", "#p1.award")
    link.click()
    expect(field(form, "p1.award")).to_be_focused()


def test_not_sure_leads_straight_to_everything_that_may_concern_with_ranges(
    form: Page, language: str
) -> None:
    field(form, "roles.unsure").check()
    goes_on(form)
    field(form, "topics.unsure").check()
    most = {"zh": "1亿元", "en": "RMB 100 million"}[language]
    expect(form.locator("#wizard-possible > summary")).to_contain_text(most)
    expect(form.locator("#wizard-totals")).to_be_hidden()
    goes_on(form)
    expect(form.locator("#wizard-outcome-title")).to_be_focused()
    rows = form.locator("#wizard-possible li:visible")
    expect(rows).to_have_count(42)
    form.locator("#wizard-possible details summary").click()
    expect(rows).to_have_count(73)
    assert violations(form, "#wizard") == []
    expect(rows.first).to_contain_text(most)
    for name in ("print", "listing", "workbook"):
        expect(form.locator(f'[data-do="{name}"]')).to_be_hidden()
    form.locator('[data-answer="13-green-title"]').click()
    expect(form.locator("#c1 > legend")).to_be_focused()
    expect(total(form, "range")).to_contain_text({"zh": "50万元", "en": "RMB 500,000"}[language])
    form.locator("[data-do=return]").click()
    expect(form.locator("#wizard-outcome-title")).to_be_focused()
    expect(form.locator('[data-do="print"]')).to_be_visible()
    summary = form.locator("#wizard-possible > summary")
    expect(summary).to_contain_text("72")
    summary.click()
    expect(form.locator('#wizard-possible [data-award="13-green-title"]')).to_be_hidden()


def test_topics_without_an_answer_lead_to_their_awards(form: Page) -> None:
    field(form, "roles.design-body").check()
    goes_on(form)
    form.locator("#wizard-more > summary").click()  # it is not a design body’s own topic
    field(form, "topics.green").check()
    step(form, "check")
    assert form.locator("#wizard-possible li:visible").evaluate_all(
        "rows => rows.map((row) => row.dataset.award)"
    ) == ["13-green-title", "13-green-product"]


def test_what_is_in_a_file_can_be_copied_where_no_file_appears(form: Page) -> None:
    invest(form, "9000")
    saved = save(form)
    copy = form.locator("#wizard-copy")
    copy.locator("summary").click()
    assert violations(form, "#wizard") == []
    assert json.loads(field(form, "wizard-copied-text").input_value())["claims"] == saved["claims"]
    copy.locator("[data-do=copy]").click()
    expect(field(form, "wizard-copied")).not_to_be_empty()
    step(form, "results")
    with form.expect_download() as download:
        form.locator('[data-do="listing"]').click()
    expect(form.locator("#wizard-taken + #wizard-copy")).to_be_visible()
    table = Path(download.value.path()).read_text("utf-8-sig")
    shown = field(form, "wizard-copied-text").input_value()
    assert shown.splitlines() == table.splitlines()
    forget(form)
    expect(field(form, "wizard-copied-text")).to_have_value("")
