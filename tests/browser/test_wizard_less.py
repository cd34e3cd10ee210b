"""The wizard asks little: nothing twice, own topics first, and the next question is at hand."""

import pytest
from playwright.sync_api import expect

from tests.browser.applicant import add, field, goes_on, save, step, total
from tests.browser.conftest import Wizard

IN_VIEW = """e => {
  const { top, bottom } = e.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


@pytest.mark.parametrize(("language", "width"), [("zh", 1280), ("en", 390)])
def test_a_software_firm_answers_four_questions(wizard: Wizard, language: str, width: int) -> None:
    page = wizard(language)
    page.set_viewport_size({"width": width, "height": 844})
    page.evaluate("scrollTo(0, 0)")
    assert field(page, "roles.manufacturer").evaluate(IN_VIEW), "the first answer is in view"
    expect(page.locator("#wizard-totals")).to_be_hidden()
    field(page, "roles.software-firm").check()
    goes_on(page)
    expect(page.locator("#wizard-topics .wizard-row:visible")).to_have_count(2)
    expect(page.locator("#wizard-more")).to_be_visible()
    field(page, "topics.research").check()
    goes_on(page)
    expect(page.locator("#c1")).to_have_attribute("data-award", "09-software-rd")
    expect(field(page, "c1.software_enterprise")).to_be_checked()
    question = page.locator("#wizard-next a")
    expect(question).to_be_visible()
    assert question.evaluate(IN_VIEW), "the total and the next question are docked"
    expect(total(page)).to_be_hidden()
    question.click()
    expect(field(page, "c1.rd")).to_be_focused()
    assert field(page, "c1.rd").evaluate(IN_VIEW)
    field(page, "c1.rd").fill("RMB 15 million" if language == "en" else "1500")
    field(page, "c1.sales").fill("RMB 80 million" if language == "en" else "8000")
    page.locator("#c1 [data-year='2021']").click()
    expect(total(page)).to_contain_text("200" if language == "zh" else "RMB 2 million")
    expect(page.locator("#wizard-next")).to_be_hidden()


def test_what_was_unticked_is_not_opened_again(wizard: Wizard) -> None:
    page = wizard("zh")
    field(page, "roles.software-firm").check()
    goes_on(page)
    field(page, "topics.research").check()
    goes_on(page)
    field(page, "figures.09-software-rd").uncheck()
    page.locator(".wizard-turn [data-do=back]").click()
    goes_on(page)
    expect(page.locator(".wizard-card")).to_have_count(0)


def test_one_more_like_this_takes_over_levels_and_dates_but_no_figures(wizard: Wizard) -> None:
    page = wizard("zh")
    add(page, "13-green-product")
    expect(field(page, "c1.level")).to_have_value("national")  # the award is named after it
    page.locator("#c1 [data-year='2021']").click()
    page.locator("#s1 [data-do=more]").click()
    expect(field(page, "s2.title")).to_be_focused()
    expect(page.locator("#s2 .wizard-brief")).to_contain_text("国家级")
    expect(field(page, "c2.date")).to_be_hidden()
    page.locator("#s2 summary").first.click()
    expect(field(page, "c2.date")).to_have_value("2021")
    expect(total(page)).to_have_text("20万元")
    add(page, "21-insurance-premium")
    field(page, "c3.kind").select_option("first-set")
    field(page, "c3.premium").fill("100")
    page.locator("#s3 [data-do=more]").click()
    expect(field(page, "c4.kind")).to_have_value("first-set")
    expect(field(page, "c4.premium")).to_be_visible()
    expect(field(page, "c4.premium")).to_have_value("")
    subjects = [claim["subject"] for claim in save(page)["claims"]]
    assert len(set(subjects)) == 4


def test_an_answered_entry_is_folded_when_another_one_is_begun(wizard: Wizard) -> None:
    page = wizard("zh")
    step(page, "lists")
    page.locator("[data-add-kind=project]").click()
    field(page, "s1.offer.03-industrial-investment").check()
    field(page, "c1.actual_input").fill("8000")
    page.locator("[data-add-kind=product]").click()
    expect(field(page, "c1.actual_input")).to_be_visible()  # two questions are still open
    field(page, "c1.selected").check()
    page.locator("#c1 [data-year='2021']").click()
    expect(page.locator("#c1 [data-do=remove]")).to_be_hidden()  # the tick takes it away
    page.locator("[data-add-kind=insurance-policy]").click()
    expect(field(page, "c1.actual_input")).to_be_hidden()
    expect(page.locator("#s1 .wizard-brief")).to_contain_text("8000")
    expect(field(page, "s2.name")).to_be_visible()  # nothing is asked of it yet


def test_a_park_operator_finds_an_entry_and_no_empty_heading(wizard: Wizard) -> None:
    page = wizard("zh")
    field(page, "roles.park-operator").check()
    goes_on(page)
    field(page, "topics.park").check()
    goes_on(page)
    expect(page.locator("#s1")).to_have_attribute("data-kind", "platform")
    expect(page.locator("#s1 h3")).to_contain_text("园区")
    expect(page.locator("#wizard-titles")).to_be_hidden()


def test_the_check_page_shows_what_was_chosen_and_leads_back_to_it(wizard: Wizard) -> None:
    page = wizard("en")
    field(page, "roles.manufacturer").check()
    field(page, "enterprise.name").fill("Example Ltd.")
    goes_on(page)
    field(page, "topics.investment").check()
    step(page, "check")
    checked = page.locator("#wizard-checked")
    for said in ("Manufacturing enterprise", "Example Ltd.", "Investing in an industrial project"):
        expect(checked).to_contain_text(said)
    checked.locator("button").nth(1).click()
    expect(page.locator("[data-step-to=what]")).to_have_attribute("aria-current", "step")
    expect(page.locator("[data-do=return]")).to_be_visible()


def test_what_is_missing_leads_from_the_results_to_its_question(wizard: Wizard) -> None:
    page = wizard("zh")
    add(page, "03-industrial-investment")
    field(page, "c1.selected").check()
    step(page, "results")
    page.locator("#result-1 .result-missing a", has_text="实际投入").click()
    expect(field(page, "c1.actual_input")).to_be_focused()
    expect(page.locator("[data-do=return]")).to_be_visible()
