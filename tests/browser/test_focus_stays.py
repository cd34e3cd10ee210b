"""Lists that follow the answers are renewed under the applicant’s hands: the focus stays."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import add, address, field, goes_on, invest, step, total

DEBOUNCED, SETTLED = 500, 1500
"""Milliseconds of the page's clock after which Python is asked, and all notes are written again."""


@pytest.fixture
def still(own_page: Page, site_url: str) -> Page:
    """Open the wizard with Python ready and the page's clock in the test's hand."""
    own_page.clock.install(time=datetime(2026, 1, 1))
    own_page.goto(address(site_url, "zh"))
    expect(own_page.locator("#wizard")).to_have_attribute("data-engine", "ready")
    own_page.clock.pause_at(datetime(2027, 1, 1))
    return own_page


def test_on_a_button_of_the_answers_that_are_checked(still: Page) -> None:
    invest(still)
    add(still, "13-green-title")
    step(still, "check")
    change = still.locator("[data-change=c1]")
    change.focus()
    still.clock.run_for(DEBOUNCED)
    expect(total(still)).to_have_text("最高2,000万元")
    expect(change).to_be_focused()
    still.clock.run_for(SETTLED)
    expect(still.locator("#wizard-checked")).to_contain_text("1亿元")
    expect(change).to_be_focused()


def test_on_a_link_of_the_summary_of_errors_while_another_is_mended(still: Page) -> None:
    invest(still, "quite a lot")
    field(still, "c1.date").fill("last year")
    still.clock.run_for(DEBOUNCED)
    expect(field(still, "c1.actual_input.error")).to_be_visible()
    goes_on(still)
    links = still.locator("#wizard-errors li a")
    expect(links).to_have_count(2)
    field(still, "c1.actual_input").fill("1亿")
    links.last.focus()
    still.clock.run_for(DEBOUNCED)
    expect(links).to_have_count(1)
    still.clock.run_for(SETTLED)
    expect(links).to_be_focused()


def test_on_a_link_to_a_date_outside_the_years(still: Page) -> None:
    invest(still)
    field(still, "c1.date").fill("2019")
    still.clock.run_for(DEBOUNCED)
    link = still.locator("#wizard-outside li a")
    link.focus()
    still.clock.run_for(SETTLED)
    expect(link).to_be_focused()
