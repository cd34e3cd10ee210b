"""On a machine four times slower the form is usable at once, loses no letter, and the sum comes."""

from playwright.sync_api import Browser, expect

from tests.browser.applicant import address, field, goes_on, invest, results, step, total
from tests.browser.slowness import slowed
from tests.browser.watch import OpenContext

PATIENCE = 180_000
"""Milliseconds: a slow machine may be busy with other tests, too."""

TYPED = "甬江精密机械（宁波）有限公司 Yongjiang Precision 2020"


SUMS = ("最高2,000万元", "最高2,469.134万元")


def test_the_wizard_works_on_a_machine_four_times_slower(
    open_context: OpenContext, browser: Browser, site_url: str
) -> None:
    with open_context(site_url) as (context, watch):
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{site_url}/licences/")  # a light page, in whose process the form will open
        with slowed(browser, 4):
            page.goto(address(site_url, "zh"), wait_until="commit")
            field(page, "enterprise.name").click()
            page.keyboard.type(TYPED)
            expect(field(page, "enterprise.name")).to_have_value(TYPED, timeout=PATIENCE)
            field(page, "roles.manufacturer").check()
            goes_on(page)
            field(page, "topics.investment").check()
            invest(page, "1亿")
            expect(total(page)).to_have_text(SUMS[0], timeout=PATIENCE)
            amount = field(page, "c1.actual_input")
            amount.fill("")
            amount.press_sequentially("12345.67万")  # each letter may start a computation
            expect(amount).to_have_value("12345.67万")
            expect(total(page)).to_have_text(SUMS[1], timeout=PATIENCE)
            step(page, "results")
            expect(results(page)).to_contain_text(SUMS[1], timeout=PATIENCE)
            expect(page.locator("#results-near")).not_to_have_attribute(
                "aria-busy", "true", timeout=PATIENCE
            )
            expect(page.locator("#wizard-fault")).to_be_hidden()
            page.reload(wait_until="commit")
            expect(results(page)).to_contain_text(SUMS[1], timeout=PATIENCE)
            expect(page.locator("#wizard-fault")).to_be_hidden()
            step(page, "who")
            expect(field(page, "enterprise.name")).to_have_value(TYPED)
        assert watch.problems() == []
