"""What is lent to the tabs of the tests answers each of them alone, and starts once."""

from playwright.sync_api import Page, expect

from tests.browser.applicant import address, field, invest, total
from tests.browser.conftest import Shared


def test_each_tab_hears_its_own_answers_and_the_next_one_starts_no_python(shared: Shared) -> None:
    first, second = opened(shared, "1亿"), opened(shared, "5000万")
    expect(total(first)).to_have_text("最高2,000万元")
    expect(total(second)).to_have_text("最高1,000万元")
    field(first, "c1.actual_input").fill("6000万")
    expect(total(first)).to_have_text("最高1,200万元")
    expect(total(second)).to_have_text("最高1,000万元")
    started = len(shared.context.pages[0].workers)
    for tab in (first, second):
        tab.close()
    third = opened(shared, "5000万")
    expect(total(third)).to_have_text("最高1,000万元")
    assert not any("/engine/" in worker.url for worker in third.workers)
    assert len(shared.context.pages[0].workers) == started
    third.close()
    shared.told()


def opened(shared: Shared, amount: str) -> Page:
    """Open the wizard in a tab and claim clause 3."""
    page = shared.new_tab()
    page.goto(address(shared.site_url, "zh"))
    invest(page, amount)
    return page
