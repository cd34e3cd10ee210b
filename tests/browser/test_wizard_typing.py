"""Typing is never blocked or changed, and what cannot be read is said where it stands."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import address, field, goes_on, invest, results, step, total
from tests.browser.conftest import Wizard
from tests.browser.waiting import until


def test_a_figure_that_cannot_be_read_is_named_at_its_field_and_in_the_summary(
    wizard: Wizard,
) -> None:
    page = wizard("en")
    invest(page, "quite a lot")
    field(page, "c1.date").fill("last year")
    expect(page.locator("#wizard")).to_have_attribute("data-engine", "ready")
    goes_on(page)
    expect(page.locator("#wizard-errors")).to_be_focused()
    expect(page.locator("#wizard-errors li")).to_have_count(2)
    expect(field(page, "c1.actual_input.error")).to_contain_text("could not be read")
    expect(field(page, "c1.actual_input")).to_have_attribute("aria-invalid", "true")
    page.locator("#wizard-errors li a").first.click()
    expect(field(page, "c1.actual_input")).to_be_focused()
    field(page, "c1.actual_input").fill("100")
    expect(field(page, "c1.actual_input.error")).to_be_hidden()
    field(page, "c1.date").fill("30 June 2021")
    expect(page.locator("#wizard-errors")).to_be_hidden()
    expect(total(page)).to_have_text("at most RMB 20 million")
    goes_on(page)
    expect(page.locator("#wizard-check-title")).to_be_focused()
    goes_on(page)
    expect(page.locator("#wizard-outcome-title")).to_be_focused()


def test_typing_is_never_disturbed_and_opened_details_stay_open(wizard: Wizard) -> None:
    page = wizard("zh")
    invest(page)
    step(page, "results")
    details = results(page).locator("details").first
    details.locator("summary").click()
    page.locator("#wizard-outcome [data-do=back]").click()
    step(page, "lists")
    field(page, "s1.name").press_sequentially("abcdefghij", delay=120)
    expect(page.locator("#s1 h3")).to_have_text("abcdefghij")
    expect(field(page, "s1.name")).to_have_value("abcdefghij")
    expect(field(page, "s1.name")).to_be_focused()
    step(page, "results")
    expect(results(page)).to_contain_text("abcdefghij")
    expect(details).to_have_js_property("open", True)


SENT = """
window.sent = [];
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  window.sent.push(JSON.stringify(message));
  return post.call(this, message, ...rest);
};
"""


@pytest.mark.starts_python
def test_nothing_is_sent_while_an_input_method_composes(page: Page, site_url: str) -> None:
    page.add_init_script(SENT)
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
    field(page, "s1.name").focus()
    browser = page.context.new_cdp_session(page)
    before = page.evaluate("window.sent.length")
    for letters in ("z", "zh", "zhi", "zhineng"):
        browser.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
        page.wait_for_timeout(120)
    expect(field(page, "s1.name")).to_have_value("zhineng")
    assert page.evaluate("window.sent.length") == before
    browser.send("Input.insertText", {"text": "智能"})
    expect(field(page, "s1.name")).to_have_value("智能")
    until(page, "window.sent.some((message) => message.includes('智能'))")
    assert "zhineng" not in "".join(page.evaluate("window.sent"))
    step(page, "results")
    expect(results(page)).to_contain_text("智能")


PASTE = """(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true});
  if (field.dispatchEvent(event)) document.execCommand("insertText", false, text);
}"""


def test_cells_pasted_together_are_asked_and_never_joined(wizard: Wizard) -> None:
    page = wizard("zh")
    invest(page, "")
    money = field(page, "c1.actual_input")
    for pasted, shown in (("120\n350\n", "120 | 350"), ("1200\t3400", "1200 | 3400")):
        money.focus()
        money.fill("")
        money.evaluate(PASTE, pasted)
        expect(money).to_have_value(shown)
        expect(field(page, "c1.actual_input.error")).to_contain_text(shown)
    money.fill("")
    money.evaluate(PASTE, " 一亿二\n")
    expect(field(page, "c1.actual_input.echo")).to_contain_text("1.2亿元（120,000,000元）")
    money.fill("一亿二千")
    expect(field(page, "c1.actual_input.error")).to_contain_text("120,000,000")
