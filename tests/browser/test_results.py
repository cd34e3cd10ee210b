"""The results in the browser: arrangements, what is near, two cases, in both languages."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.applicant import address, open_file
from tests.browser.axe import Audit
from tests.browser.conftest import Wizard
from tests.browser.phone import OVERFLOW
from tests.browser.waiting import settle

LINE = {"id": "a", "award": "03-industrial-investment", "subject": "四号线", "date": "2021-06-30",
        "facts": {"selected": True, "actual_input": "120000000"}}  # fmt: skip
WORKSHOP = {"id": "b", "award": "06-digital-workshop", "subject": "四号线", "date": "2021-09-30",
            "facts": {"plan_level": "provincial", "actual_input": "80000000"}}  # fmt: skip
TEAM = {"id": "c", "award": "26-core-team", "subject": "本公司", "date": "2021-12-31",
        "facts": {"sales_in_city": "9881500000", "prior_best": "6000000000"}}  # fmt: skip
TITLE = {"id": "d", "award": "13-green-title", "subject": "绿色工厂", "date": "2021-10-31",
         "facts": {"level": "provincial", "form": "factory"}}  # fmt: skip
OPEN = {"id": "e", "award": "14-provincial-centre", "subject": "创新中心", "date": "2022-03-01",
        "facts": {}}  # fmt: skip
MAJOR = {"id": "f", "award": "02-major-project", "subject": "新项目", "facts": {}}
EARLY = {"id": "g", "award": "10-service-manufacturing", "subject": "本公司", "date": "2019-12-01",
         "facts": {"level": "national", "listed_as": "enterprise"}}  # fmt: skip
WRONG = {"id": "h", "award": "04-application-scenario", "subject": "场景", "date": "2021-12-01",
         "facts": {"listed": True, "actual_input": "-5"}}  # fmt: skip
EVERYTHING = [LINE, WORKSHOP, TEAM, TITLE, OPEN, MAJOR, EARLY, WRONG]


def opened(page: Page, site_url: str, language: str, claims: list[Any]) -> Locator:
    """Load the wizard, open a file in it and go to its results."""
    page.goto(address(site_url, language))
    return show(page, claims)


def show(page: Page, claims: list[Any]) -> Locator:
    """Open a file in the wizard and go to its results."""
    open_file(page, json.dumps({"claims": claims}))
    expect(page.locator("#wizard-filed")).not_to_be_empty()
    step = page.locator('[data-step-to="results"]')
    if step.count():
        step.click()
    expect(page.locator("#results-near .near-list, #results-near-body > p")).not_to_have_count(0)
    expect(page.locator('#results-near[aria-busy="true"]')).to_have_count(0)
    return page.locator("#wizard-results")


def retype(page: Page, field: str, text: str) -> None:
    """Type another figure; its field may stand on another step of the form."""
    page.evaluate(
        """([id, text]) => {
          const field = document.getElementById(id);
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        [field, text],
    )


def test_the_sum_its_formula_its_stages_and_the_comparison_are_told(wizard: Wizard) -> None:
    page = wizard("zh")
    results = show(page, EVERYTHING)
    expect(results.locator("#results-sum-max dd")).to_have_text("最高2,425万元")
    expect(results.locator("#results-sum-without-sum dd")).to_have_text("1项")
    card = results.locator("#result-1")
    card.locator("summary").click()
    expect(card.locator(".result-how")).to_contain_text("1.2亿元 × 20% = 2,400万元")
    expect(card.locator(".result-stages")).to_contain_text("最高720万元")
    contest = results.locator(".results-contest")
    expect(contest.locator(".results-candidate--won")).to_contain_text("产业投资项目补助")
    expect(contest.locator(".results-candidate").nth(1)).to_contain_text("最高1,600万元")
    expect(results.locator(".results-calendar")).to_contain_text("本征求意见稿未规定")
    assert results.locator("[style]").count() == 0


def test_what_is_near_is_told_as_money_and_in_both_languages(wizard: Wizard) -> None:
    zh = show(wizard("zh"), [TEAM])
    expect(zh.locator(".near-miss")).to_have_count(1)
    expect(zh.locator(".near-miss")).to_contain_text("合计最高可增加100万元")
    expect(zh.locator(".near-miss")).to_contain_text("超过100亿元（现为98.815亿元，差1.185亿元")
    en = show(wizard("en"), [TEAM])
    expect(en.locator(".near-miss")).to_contain_text("At most RMB 1 million more in total")
    expect(en.locator(".near-miss")).to_contain_text("more than RMB 10 billion")


def test_an_answer_changes_what_is_near_and_leaves_open_what_was_opened(wizard: Wizard) -> None:
    page = wizard("zh")
    results = show(page, EVERYTHING)
    curves = results.locator("#results-curves")
    curves.locator("summary").click()
    expect(curves.locator("svg").first).to_be_visible()
    near = results.locator(".near-miss", has_text="产业投资项目补助")
    expect(near).to_contain_text("合计最高可增加600万元")
    retype(page, "a.actual_input", "14000")
    expect(near).to_contain_text("合计最高可增加200万元")
    expect(page.locator('#results-near[aria-busy="true"]')).to_have_count(0)
    expect(curves).to_have_js_property("open", True)
    retype(page, "a.actual_input", "15000")
    expect(near).to_have_count(0)


def test_the_arrangement_is_chosen_by_keyboard_and_stays(page: Page, site_url: str) -> None:
    results = opened(page, site_url, "zh", EVERYTHING)
    by_clause = results.locator(".results-view--clause")
    results.locator("#results-overview > summary").click()
    expect(by_clause).to_be_hidden()
    results.locator("#results-by-subject").focus()
    page.keyboard.press("ArrowRight")
    expect(by_clause).to_be_visible()
    expect(results.locator(".results-view--subject")).to_be_hidden()
    retype(page, "a.actual_input", "14000")
    expect(results.locator("#result-1")).to_contain_text("2,800万元")
    expect(by_clause).to_be_visible()
    results.locator("label", has_text="按奖补对象").click()
    expect(results.locator(".results-view--payee")).to_contain_text("企业核心团队")
    results.locator(".results-view--payee a", has_text="核心团队").click()
    assert page.url.endswith("#result-3")
    expect(results.locator("#result-3-more")).to_have_js_property("open", True)


def test_two_cases_stand_side_by_side_until_they_are_cleared(wizard: Wizard) -> None:
    page = wizard("zh")
    show(page, [LINE, TITLE])
    page.locator('[data-scenario="keep"]').click()
    compared = page.locator("#scenario-compared")
    expect(compared).to_contain_text("两种情形的结果相同")
    retype(page, "a.actual_input", "14000")
    expect(compared.locator("tr", has_text="合计")).to_contain_text("多400万元")
    expect(compared.locator("tr", has_text="产业投资项目补助")).to_contain_text("最高2,400万元")
    expect(compared).to_contain_text("其余1项相同")
    page.locator('[data-scenario="drop"]').click()
    expect(compared).to_be_empty()
    expect(page.locator('[data-scenario="keep"]')).to_be_focused()
    expect(page.locator('[data-scenario="drop"]')).to_be_hidden()


def test_the_kept_case_survives_a_reload_in_the_other_language(page: Page, site_url: str) -> None:
    opened(page, site_url, "zh", [LINE])
    page.locator('[data-scenario="keep"]').click()
    expect(page.locator("#scenario-compared")).not_to_be_empty()
    opened(page, site_url, "en", [{**LINE, "facts": {"selected": False, "actual_input": "1"}}])
    compared = page.locator("#scenario-compared")
    expect(compared.locator("tr", has_text="Total")).to_contain_text("RMB 24 million less")
    expect(compared).to_contain_text("A stated condition is not met")


def test_what_is_kept_may_be_anything(page: Page, site_url: str) -> None:
    page.add_init_script("sessionStorage.setItem('wizard-case', '{\"form\": [')")
    results = opened(page, site_url, "zh", [LINE])
    expect(results.locator("#results-sum-max dd")).to_have_text("最高2,400万元")
    expect(page.locator("#scenario-compared")).to_be_empty()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_results_pass_axe_and_never_scroll_sideways(
    wizard: Wizard, language: str, subtests: pytest.Subtests
) -> None:
    page = wizard(language)
    usual = page.viewport_size
    assert usual is not None
    results = show(page, EVERYTHING)
    page.locator('[data-scenario="keep"]').click()
    retype(page, "a.actual_input", "14000")
    expect(page.locator("#scenario-compared")).to_contain_text(re.compile("多|more"))
    expect(page.locator('#results-near[aria-busy="true"]')).to_have_count(0)
    results.evaluate("r => r.querySelectorAll('details').forEach((d) => (d.open = true))")
    audit = Audit(page, "#wizard-outcome")
    # colours are of the elements of both languages
    faults = audit.faults if language == "en" else audit.faults_in_both_schemes
    for width in (320, 390, 1280):
        with subtests.test(str(width)):
            page.set_viewport_size({"width": width, "height": 900})
            settle(page)
            assert page.evaluate(OVERFLOW) <= 0
            assert faults() == []
    page.set_viewport_size(usual)
    page.locator('[data-scenario="drop"]').click()
