"""The example profiles: pages without a script, links that fill the form, two pages on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.applicant import address, field, invest, results, save, step, total
from tests.browser.axe import violations, violations_in_both_schemes
from tests.browser.watch import OpenContext
from tests.policy import policy
from tests.wizard.test_profiles import EXPECTED, TOTALS, profiles

LANGUAGES = ["zh", "en"]
ROWS = ".results-view--subject .results-row"
"""The table of all items; the list puts equal ones together."""
OPEN_ALL = "document.querySelectorAll('.results details').forEach(e => { e.open = true })"
KEYS = [profile.key for profile in profiles()]


def fill(page: Page, key: str) -> None:
    """Take the link on the landing that fills the form."""
    entry = page.locator(".wizard-examples li").filter(has=page.locator(f'a[href="{key}/"]'))
    entry.locator('a[href^="#facts="]').click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_landing_leads_to_the_results_of_each_example_without_a_script(
    browser: Browser, site_url: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(address(site_url, language))
        links = page.locator(".wizard-examples a:visible")
        assert [link.get_attribute("href") for link in links.all()] == [f"{key}/" for key in KEYS]
        for key in KEYS:
            page.goto(f"{address(site_url, language)}{key}/")
            mark = "并非真实企业" if language == "zh" else "not a real enterprise"
            expect(page.locator("article.md-content__inner")).to_contain_text(mark)
            expect(page.locator(ROWS)).to_have_count(len(EXPECTED[key]))
    finally:
        context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_fills_the_form_and_comes_to_what_its_page_says(
    page: Page, site_url: str, language: str
) -> None:
    from eligibility import assess

    for key in KEYS:
        page.goto(f"{address(site_url, language)}{key}/")
        printed = page.locator(".results-sum--max dd").inner_text()
        cards = [text.split("\n")[0] for text in page.locator(".result-amount").all_inner_texts()]
        page.goto(address(site_url, language))
        step(page, "who")
        fill(page, key)
        expect(total(page)).to_have_text(printed)
        expect(results(page).locator(ROWS)).to_have_count(len(EXPECTED[key]))
        expect(results(page).locator(".result-amount")).to_have_text(cards)
        saved = save(page)
        computed = assess(policy(), {**saved, "answers": {}})
        got = [(one["award"], one["status"], one["amount"]) for one in computed["awards"]]
        assert got == EXPECTED[key]
        assert computed["totals"]["max"] == TOTALS[key]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_on_a_narrow_screen_has_no_accessibility_fault(
    open_context: OpenContext, site_url: str, language: str
) -> None:
    size = {"width": 320, "height": 800}
    # names and links are of a language, colours are of the elements of both
    look = violations if language == "en" else violations_in_both_schemes
    with open_context(site_url, viewport=size) as (context, watch):
        page = context.new_page()
        for key in KEYS:
            page.goto(f"{address(site_url, language)}{key}/")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 320, f"{key} is cut at the side"
            page.evaluate(OPEN_ALL)
            assert look(page) == [], key
        assert watch.problems() == []


def test_what_an_example_replaced_can_be_had_back(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    invest(page, "10000")
    expect(total(page)).to_have_text("最高2,000万元")
    step(page, "who")
    fill(page, "equipment-maker")
    expect(total(page)).to_have_text("最高1,798.8万元")
    page.locator('[data-do="asideBack"]').click()
    expect(total(page)).to_have_text("最高2,000万元")
    expect(field(page, "c1.actual_input")).to_have_value("10000")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_a_common_case_takes_two_pages(page: Page, site_url: str, key: str, language: str) -> None:
    page.goto(f"{address(site_url, language)}{key}/")
    assert sheets(page) <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wizard_prints_its_results_on_two_pages_with_all_that_they_rest_on(
    page: Page, site_url: str, language: str
) -> None:
    page.goto(address(site_url, language))
    fill(page, "industrial-internet")
    expect(results(page).locator(".near-miss").first).to_be_visible()
    name = field(page, "enterprise.name").input_value()
    assert sheets(page) <= 2
    page.emulate_media(media="print")
    assert page.locator("button:visible, input:visible, select:visible").count() == 0
    for shown in (".md-banner", ".wizard-printed", ".results-sum--max", ".result-missing",
                  ".results-notices", ".results-source"):  # fmt: skip
        expect(page.locator(f"{shown}:visible").first).to_be_visible()
    for tool in ("#wizard-totals", "#wizard-file", ".wizard-privacy", "#wizard-outcome-title"):
        expect(page.locator(tool)).to_be_hidden()
    expect(page.locator("#wizard-printed")).to_contain_text("20")
    assert name
    expect(page.locator("#wizard-printed-for")).to_contain_text(name)
    expect(page.locator(".results-sum--max")).to_contain_text(
        "最高" if language == "zh" else "at most"
    )
    cards = page.locator(".result:visible")
    for card in cards.all():
        expect(card.locator(".result-words:visible").first).to_be_visible()
    page.set_viewport_size({"width": 703, "height": 1032})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 703, "nothing is cut at the side"


def sheets(page: Page) -> int:
    """Print on A4 and count the pages."""
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", paper))
