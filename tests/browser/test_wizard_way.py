"""The way through: only what can still matter is asked, and nothing is lost on the way back."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import (
    INVESTMENT,
    address,
    field,
    goes_on,
    invest,
    results,
    save,
    step,
    total,
)  # fmt: skip
from tests.browser.conftest import Wizard


def tick(page: Page, *boxes: str) -> None:
    """Tick boxes by their ids."""
    for box in boxes:
        field(page, box).check()


def offers(page: Page, where: str) -> list[str]:
    """Return the awards that are offered in one place."""
    found: list[str] = page.locator(f"{where} .wizard-row:visible [data-offer]").evaluate_all(
        "boxes => boxes.map((box) => box.dataset.offer)"
    )
    return found


@pytest.mark.parametrize(
    ("language", "sales", "sum_"),
    [("zh", "120亿", "最高100万元"), ("en", "RMB 12 billion", "at most RMB 1 million")],
)
def test_an_enterprise_goes_from_the_first_question_to_its_results(
    wizard: Wizard, language: str, sales: str, sum_: str
) -> None:
    page = wizard(language)
    expect(total(page)).to_have_text("—")
    tick(page, "roles.manufacturer")
    goes_on(page)
    expect(page.locator("#wizard-what-title")).to_be_focused()
    tick(page, "topics.growth")
    goes_on(page)
    assert offers(page, "[data-place=figures]") == ["26-core-team"]
    tick(page, "figures.26-core-team")
    field(page, "c1.sales_in_city").fill(sales)
    field(page, "c1.prior_best").fill("0")
    page.locator("#c1 [data-year='2021']").click()
    expect(total(page)).to_have_text(sum_)
    goes_on(page)
    expect(page.locator("#wizard-lists-title")).to_be_focused()
    goes_on(page)
    checked = page.locator("#wizard-checked")
    expect(checked).to_contain_text("12,000,000,000")
    goes_on(page)
    expect(page.locator("#wizard-outcome-title")).to_be_focused()
    expect(results(page)).to_contain_text(sum_)


def test_the_highest_ceilings_come_first(wizard: Wizard) -> None:
    page = wizard("zh")
    step(page, "what")
    maxima = page.locator("#wizard-topics [data-roles] small:first-child").all_inner_texts()
    assert maxima[0] == "单项最高1亿元"
    assert maxima[-1] == "没有写明金额"
    step(page, "lists")
    page.locator("[data-add-kind=project]").click()
    assert offers(page, "#s1")[0] == INVESTMENT


def test_topics_of_others_are_not_asked_but_can_be_listed(wizard: Wizard) -> None:
    page = wizard("zh")
    tick(page, "roles.design-body")
    goes_on(page)
    expect(field(page, "topics.innovation-centre")).to_be_hidden()
    expect(field(page, "topics.service-design")).to_be_visible()
    page.locator("[data-do=widen]").click()
    expect(field(page, "topics.innovation-centre")).to_be_visible()


def test_not_sure_asks_everything(wizard: Wizard) -> None:
    page = wizard("zh")
    tick(page, "roles.unsure")
    goes_on(page)
    expect(page.locator("#wizard-topics .wizard-row:visible")).to_have_count(16)
    tick(page, "topics.unsure", "topics.brand")
    goes_on(page)
    goes_on(page)
    assert len(offers(page, "[data-place=titles]")) > 20


def test_a_step_without_a_question_is_passed_over(wizard: Wizard) -> None:
    page = wizard("en")
    tick(page, "roles.manufacturer")
    goes_on(page)
    tick(page, "topics.brand")
    goes_on(page)
    expect(page.locator("#wizard-lists-title")).to_be_focused()
    expect(page.locator("[data-step-to=figures]")).to_be_hidden()


def test_going_back_loses_nothing_and_the_address_holds_no_answer(
    page: Page, site_url: str
) -> None:
    page.goto(address(site_url, "zh"))
    tick(page, "roles.manufacturer")
    goes_on(page)
    tick(page, "topics.investment")
    invest(page, "7777")
    expect(total(page)).to_have_text("最高1,555.4万元")
    page.go_back()
    expect(page.locator("[data-step-to=what]")).to_have_attribute("aria-current", "step")
    page.go_back()
    expect(field(page, "roles.manufacturer")).to_be_checked()
    page.go_forward()
    expect(field(page, "topics.investment")).to_be_checked()
    page.go_forward()
    expect(field(page, "c1.actual_input")).to_have_value("7777")
    assert page.url == address(site_url, "zh")
    page.reload()
    expect(page.locator("[data-step-to=lists]")).to_have_attribute("aria-current", "step")
    expect(field(page, "c1.actual_input")).to_have_value("7777")


def test_a_change_leads_to_the_answer_and_back_to_the_results(wizard: Wizard) -> None:
    page = wizard("zh")
    invest(page)
    step(page, "check")
    page.locator("[data-change=c1]").click()
    expect(page.locator("#c1 > legend")).to_be_focused()
    field(page, "c1.actual_input").fill("5000")
    page.locator("[data-do=return]").click()
    expect(page.locator("#wizard-outcome-title")).to_be_focused()
    expect(results(page)).to_contain_text("最高1,000万元")


def test_what_was_typed_for_a_project_is_offered_to_its_other_awards(wizard: Wizard) -> None:
    page = wizard("zh")
    invest(page, "9000")
    field(page, "s1.offer.06-digital-workshop").check()
    offer = field(page, "c2.actual_input.offer")
    expect(offer).to_contain_text("9000 万元")
    expect(field(page, "c2.actual_input")).to_have_value("")
    offer.locator("button").click()
    expect(field(page, "c2.actual_input")).to_have_value("9000")
    expect(offer).to_be_hidden()
    expect(field(page, "c2.date.offer")).to_contain_text("2021-06-30")
    page.locator("[data-add-kind=project]").click()
    field(page, "s2.offer.06-digital-workshop").check()
    expect(field(page, "c3.actual_input.offer")).to_be_hidden()
    field(page, "s2.same").select_option("s1")
    expect(field(page, "c3.actual_input.offer")).to_be_visible()


def test_a_failed_condition_hides_what_no_longer_matters(wizard: Wizard) -> None:
    page = wizard("en")
    invest(page, "")
    field(page, "c1.selected.no").check()
    expect(field(page, "c1.actual_input")).to_be_hidden()
    expect(page.locator("#c1 .wizard-lost")).to_be_visible()
    field(page, "c1.selected").check()
    expect(field(page, "c1.actual_input")).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_dates_outside_the_term_are_told_once_with_an_as_if_sum(
    wizard: Wizard, language: str
) -> None:
    page = wizard(language)
    invest(page, "1亿")
    invest(page, "1亿", card="c2")
    for card in ("c1", "c2"):
        field(page, f"{card}.date").fill("2023-03-01")
    box = page.locator("#wizard-outside")
    expect(box.locator("li")).to_have_count(2)
    expect(box).to_contain_text("4,000万元" if language == "zh" else "RMB 40 million")
    expect(total(page)).to_have_text("—")
    box.locator("a").first.click()
    expect(field(page, "c1.date")).to_be_focused()
    page.locator("#c1 [data-year='2022']").click()
    expect(box.locator("li")).to_have_count(1)


@pytest.mark.parametrize(
    ("award", "focused"),
    [(INVESTMENT, "lists"), ("26-core-team", "figures"), ("22-industrial-brand", "lists")],
)
def test_an_address_that_names_an_award_opens_its_questions(
    page: Page, site_url: str, award: str, focused: str
) -> None:
    page.goto(f"{address(site_url, 'zh')}#claim={award}")
    expect(page.locator("#c1")).to_have_attribute("data-award", award)
    expect(page.locator("#c1 > legend")).to_be_focused()
    expect(page.locator(f"[data-step-to={focused}]")).to_have_attribute("aria-current", "step")
    assert page.url == address(site_url, "zh")
    page.reload()
    expect(page.locator(".wizard-card")).to_have_count(1)
    page.evaluate("award => { location.hash = `claim=${award}` }", award)
    expect(page.locator("#c1 > legend")).to_be_focused()
    expect(page.locator(".wizard-card")).to_have_count(1)


@pytest.mark.parametrize("hash_", ["claim=no-such-award", "claim=<b>", "claim="])
def test_an_address_that_names_nothing_known_is_left_alone(
    page: Page, site_url: str, hash_: str
) -> None:
    page.goto(f"{address(site_url, 'zh')}#{hash_}")
    expect(page.locator("#wizard-who-title")).to_be_visible()
    expect(page.locator(".wizard-card")).to_have_count(0)


def test_planned_dates_are_asked_where_instalments_follow_them_and_saved(wizard: Wizard) -> None:
    page = wizard("zh")
    page.locator("[data-step-to=lists]").click()
    page.locator("[data-add-kind=project]").click()
    expect(page.locator("#s1 .wizard-planned")).to_be_hidden()
    field(page, "s1.name").fill("四号线")
    field(page, f"s1.offer.{INVESTMENT}").check()
    field(page, "s1.start").fill("2021-03")
    expect(field(page, "s1.start.echo")).to_contain_text("2021年3月31日")
    answers: dict[str, Any] = save(page)["answers"]
    assert answers["planned"] == {"四号线": {"start": "2021-03-31"}}
    assert answers["form"] == 3


def test_the_list_of_everything_is_filtered_by_plain_text(wizard: Wizard) -> None:
    page = wizard("en")
    step(page, "lists")
    page.locator("#wizard-picker summary").click()
    # what is hidden in the list does not make the page as high as the whole list
    blank = "document.documentElement.scrollHeight - document.body.offsetHeight"
    assert page.evaluate(blank) < 50
    expect(page.locator("#wizard-list li:visible")).to_have_count(73)
    page.locator("#wizard-filter").fill("Digital WORKSHOP")
    expect(page.locator("#wizard-list li:visible")).to_have_count(1)
    page.locator("#wizard-filter").fill("第２１条")
    expect(page.locator("#wizard-list li:visible")).to_have_count(4)
    expect(page.locator("#wizard-count")).to_contain_text("4")


def test_marks_units_and_each_year_of_a_policy_are_things_of_their_own(wizard: Wizard) -> None:
    """Two marks, a green factory and a green supply chain, and one policy in two years."""
    page = wizard("zh")
    step(page, "lists")
    for kind in ("trademark", "trademark", "unit", "unit", "insurance-policy"):
        page.locator(f"[data-add-kind={kind}]").click()
    tick(page, "s1.offer.22-well-known-trademark", "s2.offer.22-well-known-trademark")
    tick(page, "s3.offer.13-green-title", "s4.offer.13-green-title")
    tick(page, "s5.offer.21-insurance-premium", "c1.recognised", "c2.recognised")
    for card, form in (("c3", "factory"), ("c4", "supply-chain")):
        field(page, f"{card}.level").select_option("national")
        field(page, f"{card}.form").select_option(form)
    page.locator("#c5 [data-do=again]").click()
    for card in ("c5", "c6"):
        field(page, f"{card}.kind").select_option("first-set")
        field(page, f"{card}.premium").fill("100")
        field(page, f"{card}.central_subsidised.no").check()
    for card, year in zip(("c1", "c2", "c3", "c4", "c5", "c6"), "111112", strict=True):
        page.locator(f"#{card} [data-year='202{year}']").click()
    expect(total(page)).to_have_text("最高360万元")
    claims = save(page)["claims"]
    assert len({claim["subject"] for claim in claims[:5]}) == 5
    assert claims[4]["subject"] == claims[5]["subject"]
