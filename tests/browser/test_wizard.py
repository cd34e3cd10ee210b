"""An applicant walks through the wizard, in both languages, also where things go wrong."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenContext

expect.set_options(timeout=30_000)  # Python starts within it, also on a busy machine

INVESTMENT = "03-industrial-investment"
ARCHIVE = re.compile(r"/app-\w+\.zip")
WASM = "**/pyodide.asm.wasm"
VIOLATIONS = """
axe.run("#wizard").then(({ violations }) =>
  violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" | ")}`))
"""
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def address(site_url: str, language: str) -> str:
    """Return the address of the wizard."""
    return f"{site_url}/wizard/" if language == "zh" else f"{site_url}/en/wizard/"


def field(page: Page, name: str) -> Any:
    """Return a field by its id."""
    return page.locator(f'[id="{name}"]')


def add(page: Page, award: str) -> None:
    """Add a card from the list."""
    page.locator(f'[data-add="{award}"]').click()


def invest(page: Page, amount: str = "1亿") -> None:
    """Claim clause 3 for a selected project."""
    add(page, INVESTMENT)
    field(page, "c1.selected").check()
    field(page, "c1.date").fill("2021-06-30")
    field(page, "c1.actual_input").fill(amount)


def total(page: Page, name: str = "max") -> Any:
    """Return a figure of the bar."""
    return page.locator(f'[data-total="{name}"]')


def results(page: Page) -> Any:
    """Return the region that Python writes."""
    return page.locator("#wizard-results")


def open_file(page: Page, content: str | bytes, name: str = "saved.json") -> None:
    """Open a file in the form."""
    data = content if isinstance(content, bytes) else content.encode()
    page.set_input_files("#wizard-open", {"name": name, "mimeType": "application/json",
                                          "buffer": data})  # fmt: skip


def save(page: Page) -> dict[str, Any]:
    """Save and return what is in the file."""
    with page.expect_download() as download:
        page.locator('[data-do="save"]').click()
    saved: dict[str, Any] = json.loads(Path(download.value.path()).read_text("utf-8"))
    return saved


@pytest.mark.parametrize(
    ("language", "amount", "sum_", "echo"),
    [("zh", "1亿", "最高2,000万元", "100,000,000元"),
     ("zh", "１００００", "最高2,000万元", "1亿元"),
     ("en", "100", "at most RMB 20 million", "RMB 100,000,000"),
     ("en", "RMB 100 million", "at most RMB 20 million", "RMB 100 million")],
)  # fmt: skip
def test_an_investment_project_gets_its_ceiling(
    page: Page, site_url: str, language: str, amount: str, sum_: str, echo: str
) -> None:
    page.goto(address(site_url, language))
    expect(total(page)).to_have_text("—")
    invest(page, amount)
    expect(total(page)).to_have_text(sum_)
    expect(results(page)).to_contain_text(sum_)
    expect(field(page, "c1.actual_input.echo")).to_contain_text(echo)
    expect(page.locator("#wizard-said")).to_contain_text(sum_)
    expect(results(page).locator("blockquote").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "range_"), [("zh", "0元 至 2,000万元"), ("en", "RMB 0 to RMB 20 million")]
)
def test_not_sure_gives_a_range_and_no_total(
    page: Page, site_url: str, language: str, range_: str
) -> None:
    page.goto(address(site_url, language))
    invest(page)
    expect(total(page)).not_to_have_text("—")
    page.locator('[name="c1.selected"][value=""]').check()
    expect(total(page, "range")).to_have_text(range_)
    expect(total(page)).to_have_text("—")
    expect(results(page)).to_contain_text(range_.split(" 至 ")[-1].split(" to ")[-1])


def test_two_projects_are_counted_apart_and_the_same_one_only_once(
    page: Page, site_url: str
) -> None:
    page.goto(address(site_url, "zh"))
    invest(page)
    add(page, "06-digital-workshop")
    field(page, "c2.plan_level").select_option("national")
    field(page, "c2.date").fill("2021-06-30")
    field(page, "c2.actual_input").fill("4000")
    expect(total(page)).to_have_text("最高2,800万元")
    field(page, "c2.same").select_option("c1")
    expect(total(page)).to_have_text("最高2,000万元")
    expect(field(page, "c2.subject")).to_be_hidden()
    add(page, INVESTMENT)
    field(page, "c3.selected").check()
    field(page, "c3.date").fill("2021-06-30")
    field(page, "c3.actual_input").fill("5000")
    expect(total(page)).to_have_text("最高3,000万元")
    page.locator("#c1 [data-do=remove]").click()
    expect(total(page)).to_have_text("最高1,800万元")
    expect(field(page, "c2.subject")).to_have_value("项目 1")
    page.locator('[data-do="undo"]').click()
    expect(total(page)).to_have_text("最高3,000万元")


def test_what_was_paid_is_deducted_when_it_is_complete(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    invest(page)
    page.locator('[data-do="pay"]').click()
    field(page, "p1.award").select_option(INVESTMENT)
    field(page, "p1.same").select_option("c1")
    field(page, "p1.amount").fill("100")
    expect(field(page, "p1.warning")).to_be_visible()
    expect(total(page)).to_have_text("最高2,000万元")
    field(page, "p1.date").fill("2020-09-01")
    expect(total(page)).to_have_text("最高1,900万元")
    expect(field(page, "p1.warning")).to_be_hidden()


def test_an_application_is_saved_opened_and_means_the_same_in_the_other_language(
    page: Page, site_url: str
) -> None:
    page.goto(address(site_url, "zh"))
    invest(page, "10000")
    expect(total(page)).to_have_text("最高2,000万元")
    saved = save(page)
    assert saved["claims"][0]["facts"] == {"selected": True, "actual_input": "100000000"}
    page.locator("#wizard-forget summary").click()
    page.locator('[data-do="forget"]').click()
    expect(page.locator(".wizard-card")).to_have_count(0)
    expect(total(page)).to_have_text("—")
    page.goto(address(site_url, "en"))
    expect(page.locator(".wizard-card")).to_have_count(0)
    open_file(page, json.dumps(saved))
    expect(total(page)).to_have_text("at most RMB 20 million")
    expect(field(page, "c1.subject")).to_have_value("项目 1")
    del saved["answers"]
    open_file(page, json.dumps(saved))
    expect(field(page, "c1.actual_input")).to_have_value("100")
    expect(total(page)).to_have_text("at most RMB 20 million")


def test_the_answers_survive_a_reload_and_a_change_of_language(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    invest(page, "10000")
    expect(total(page)).to_have_text("最高2,000万元")
    page.reload()
    expect(field(page, "c1.actual_input")).to_have_value("10000")
    expect(total(page)).to_have_text("最高2,000万元")
    page.goto(address(site_url, "en"))
    expect(field(page, "c1.actual_input")).to_have_value("10000")
    expect(total(page)).to_have_text("at most RMB 20 million")


@pytest.mark.parametrize(
    "content",
    ["not json", "[]", '{"claims": [{"id": "a", "award": "no-such-award", "subject": "x"}]}',
     '{"claims": [], "claims": []}', "[" * 50_000, b"\xff\xfe\x00", b" " * 1_000_001],
    ids=["text", "list", "award", "twice", "deep", "bytes", "large"],
)  # fmt: skip
def test_a_file_that_is_refused_changes_nothing(
    page: Page, site_url: str, content: str | bytes
) -> None:
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
    open_file(page, content)
    expect(page.locator("#wizard-filed")).to_contain_text("您的填写没有改变")
    expect(field(page, "c1.actual_input")).to_have_value("1亿")
    expect(total(page)).to_have_text("最高2,000万元")


def test_a_hostile_name_stays_text(page: Page, site_url: str) -> None:
    name = '<img src=x onerror="window.hit=1"><script>window.hit=2</script>'
    claim = {"id": "a", "award": INVESTMENT, "subject": name, "date": "2021-06-30",
             "facts": {"selected": True, "actual_input": "100000000"}}  # fmt: skip
    page.goto(address(site_url, "en"))
    open_file(page, json.dumps({"claims": [claim, {**claim, "id": "b"}]}))
    expect(field(page, "a.subject")).to_have_value(name)
    expect(results(page)).to_contain_text(name)
    assert page.evaluate("window.hit") is None
    assert page.locator("#wizard img, #wizard-results script").count() == 0


def test_a_figure_that_cannot_be_read_is_named_at_its_field_and_in_the_summary(
    page: Page, site_url: str
) -> None:
    page.goto(address(site_url, "en"))
    invest(page, "quite a lot")
    field(page, "c1.date").fill("2021")
    page.locator(".wizard-main").click()
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
    page.locator(".wizard-main").click()
    expect(page.locator("#wizard-outcome-title")).to_be_focused()


def test_typing_is_never_disturbed_and_opened_details_stay_open(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    invest(page)
    results(page).locator("details").first.locator("summary").click()
    field(page, "c1.subject").fill("")
    field(page, "c1.subject").press_sequentially("abcdefghij", delay=120)
    expect(results(page)).to_contain_text("abcdefghij")
    expect(field(page, "c1.subject")).to_have_value("abcdefghij")
    expect(field(page, "c1.subject")).to_be_focused()
    expect(results(page).locator("details").first).to_have_js_property("open", True)


def test_nothing_is_sent_while_an_input_method_composes(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(results(page)).to_contain_text("项目 1")
    name = field(page, "c1.subject")
    name.dispatch_event("compositionstart")
    name.fill("zhineng")
    page.wait_for_timeout(800)
    expect(results(page)).not_to_contain_text("zhineng")
    name.fill("智能")
    name.dispatch_event("compositionend")
    expect(results(page)).to_contain_text("智能")


def test_the_list_is_filtered_by_plain_text(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "en"))
    expect(page.locator("#wizard-list li:visible")).to_have_count(73)
    page.locator("#wizard-filter").fill("Digital WORKSHOP")
    expect(page.locator("#wizard-list li:visible")).to_have_count(1)
    page.locator("#wizard-filter").fill("第２１条")
    expect(page.locator("#wizard-list li:visible")).to_have_count(4)
    expect(page.locator("#wizard-count")).to_contain_text("4")


def test_the_keyboard_alone_suffices(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    page.locator("#wizard-filter").focus()
    page.keyboard.type("第3条 投资项目补助")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#c1 > legend")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.type("2021-06-30")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type("5000")
    expect(field(page, "c1.actual_input")).to_have_value("5000")


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_a_missing_archive_is_said_and_trying_again_helps(page: Page, site_url: str) -> None:
    page.route(ARCHIVE, lambda route: route.fulfill(status=404))
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(page.locator("#wizard-fault")).to_contain_text("没有载入")
    saved = save(page)
    assert saved["claims"] == []
    assert saved["answers"]["claims"][0]["facts"]["actual_input"]["text"] == "1亿"
    page.unroute(ARCHIVE)
    page.locator('[data-do="retry"]').click()
    expect(total(page)).to_have_text("最高2,000万元")
    expect(page.locator("#wizard-fault")).to_be_hidden()
    page.locator("#c1 [data-do=remove]").click()
    open_file(page, json.dumps(saved))
    expect(total(page)).to_have_text("最高2,000万元")


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_an_engine_that_never_answers_is_given_up(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route(WASM, lambda route: held.append(route))
    page.route("**/en/wizard/", _impatient)
    page.goto(address(site_url, "en"))
    invest(page, "100")
    expect(page.locator("#wizard-fault")).to_contain_text("does not answer")
    expect(field(page, "c1.actual_input")).to_have_value("100")
    open_file(page, '{"claims": []}')
    expect(page.locator("#wizard-filed")).to_contain_text("unchanged")
    assert save(page)["answers"]["claims"][0]["award"] == INVESTMENT
    for route in held:
        route.abort()


def _impatient(route: Route) -> None:
    """Let the watchdog of the page give up after two seconds."""
    answer = route.fetch()
    body = answer.text().replace('data-timeout="60000"', 'data-timeout="2000"')
    route.fulfill(response=answer, body=body)


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
@pytest.mark.parametrize(
    "script",
    ["throw new Error('broken')", "self.onmessage = () => { throw new Error('broken') }"],
    ids=["at once", "later"],
)
def test_a_worker_that_breaks_is_said(page: Page, site_url: str, script: str) -> None:
    worker = re.compile(r"/wizard/worker-\w+\.js")
    page.route(worker, lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.goto(address(site_url, "en"))
    invest(page, "100")
    expect(page.locator("#wizard-fault")).to_contain_text("Your answers are kept")
    expect(field(page, "c1.actual_input")).to_have_value("100")


def test_a_browser_without_the_needed_features_is_told_so(page: Page, site_url: str) -> None:
    page.add_init_script("WebAssembly.validate = () => false")
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(page.locator("#wizard-fault")).to_contain_text("缺少计算所需的功能")
    assert save(page)["answers"]["claims"][0]["award"] == INVESTMENT


@pytest.mark.allows_console_errors
@pytest.mark.allows_failed_requests
def test_a_browser_that_cannot_read_the_script_is_told_so(page: Page, site_url: str) -> None:
    page.route(re.compile(r"/shell-\w+\.js"), lambda route: route.fulfill(
        body="not a script a browser knows", content_type="text/javascript"))  # fmt: skip
    page.goto(address(site_url, "zh"))
    expect(page.locator("#wizard-old")).to_be_visible()
    expect(page.locator("#wizard-old a")).to_have_attribute("href", "../2020-03-16/awards/")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_javascript_the_index_of_awards_is_offered(
    open_context: OpenContext, site_url: str, language: str
) -> None:
    with open_context(site_url, java_script_enabled=False) as (context, watch):
        page = context.new_page()
        page.goto(address(site_url, language))
        link = page.locator("#wizard a[href$='/awards/']:visible")
        expect(link).to_have_count(1)
        expect(page.locator("#wizard-form")).to_be_hidden()
        link.click()
        expect(page.locator("h1")).to_be_visible()
        assert watch.problems() == []


def test_storage_may_be_missing(page: Page, site_url: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('no') }})"
    )
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")


def test_the_wizard_works_below_a_sub_path(open_context: OpenContext, mounted_url: str) -> None:
    with open_context(mounted_url) as (context, watch):
        page = context.new_page()
        page.goto(address(mounted_url, "en"))
        invest(page, "100")
        expect(total(page)).to_have_text("at most RMB 20 million")
        assert watch.problems() == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_filled_form_passes_axe_and_never_scrolls_sideways(
    open_context: OpenContext, site_url: str, language: str, width: int
) -> None:
    with open_context(site_url, viewport={"width": width, "height": 900}) as (context, watch):
        page = context.new_page()
        page.goto(address(site_url, language))
        invest(page, "?")
        for award in ("21-insurance-premium", "13-green-title", "05-small-enterprise-park"):
            add(page, award)
        page.locator('[data-do="pay"]').click()
        expect(field(page, "c1.actual_input.error")).to_be_visible()
        page.locator(".wizard-main").click()
        expect(page.locator("#wizard-errors")).to_be_visible()
        expect(results(page)).not_to_be_empty()
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0
        page.evaluate(AXE.read_text("utf-8"))
        assert page.evaluate(VIOLATIONS) == []
        assert watch.problems() == []
