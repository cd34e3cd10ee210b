"""Where Python cannot run, the page says so plainly and the answers stay."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.applicant import (
    INVESTMENT,
    address,
    field,
    invest,
    open_file,
    results,
    save,
    step,
    total,
)  # fmt: skip
from tests.browser.axe import violations
from tests.browser.conftest import OpenContext
from tests.policy import compiled

ARCHIVE = re.compile(r"/app-\w+\.zip")
WASM = "**/*.wasm*"


def awards(page: Page) -> Locator:
    """Return the rows of the table that stands in for the results."""
    return page.locator("#wizard-awards tbody tr")


@pytest.mark.starts_python
@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_a_missing_archive_is_said_and_trying_again_helps(page: Page, site_url: str) -> None:
    page.route(ARCHIVE, lambda route: route.fulfill(status=404))
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(page.locator("#wizard-fault")).to_contain_text("没有载入")
    page.locator("#wizard-fault [data-do=awards]").click()
    expect(awards(page).filter(visible=True)).not_to_have_count(0)
    saved = save(page)
    assert saved["claims"] == []
    assert saved["answers"]["claims"][0]["facts"]["actual_input"]["text"] == "1亿"
    page.unroute(ARCHIVE)
    page.locator('[data-do="retry"]').click()
    expect(total(page)).to_have_text("最高2,000万元")
    expect(page.locator("#wizard-fault")).to_be_hidden()
    expect(results(page)).to_contain_text("最高2,000万元")
    expect(page.locator("#wizard-awards")).to_be_hidden()
    step(page, "lists")
    page.locator("#s1 [data-do=drop]").click()
    open_file(page, json.dumps(saved))
    expect(total(page)).to_have_text("最高2,000万元")


@pytest.mark.starts_python
@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_an_engine_that_never_answers_is_given_up(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route(WASM, lambda route: held.append(route))
    page.route("**/en/wizard/", _impatient)
    page.goto(address(site_url, "en"))
    invest(page, "100")
    expect(page.locator("#wizard-fault")).to_contain_text("not responding")
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


@pytest.mark.starts_python
@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
@pytest.mark.parametrize(
    "script",
    ["throw new Error('broken')", "self.onmessage = () => { throw new Error('broken') }"],
    ids=["at once", "later"],
)
def test_a_worker_that_breaks_is_said(page: Page, site_url: str, script: str) -> None:
    worker = re.compile(r"/wizard/engine/worker-\w+\.js")
    page.route(worker, lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.goto(address(site_url, "en"))
    invest(page, "100")
    expect(page.locator("#wizard-fault")).to_contain_text("Your answers are kept")
    expect(field(page, "c1.actual_input")).to_have_value("100")


def test_a_browser_without_the_needed_features_is_told_so(page: Page, site_url: str) -> None:
    page.add_init_script("WebAssembly.validate = () => false")
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(page.locator("#wizard-fault")).to_contain_text("缺少测算所需的功能")
    step(page, "what")
    field(page, "topics.growth").check()
    page.locator("#wizard-fault [data-do=awards]").click()
    expect(page.locator("#wizard-state")).to_contain_text("没有得出结果")
    growth = page.locator("#wizard-awards [data-topic=growth]")
    expect(growth).to_contain_text("入选“世界500强”奖励")
    expect(growth).to_contain_text("最高3,000万元")
    expect(awards(page).filter(visible=True)).to_have_count(growth.locator("tbody tr").count())
    expect(growth.get_by_role("link", name="第26条第1款").first).to_have_attribute(
        "href", "../2020-03-16/26/#p1"
    )
    step(page, "what")
    field(page, "topics.unsure").check()
    step(page, "results")
    assert awards(page).filter(visible=True).count() == awards(page).count() > 60
    assert violations(page, "#wizard") == []
    assert save(page)["answers"]["claims"][0]["award"] == INVESTMENT


@pytest.mark.allows_console_errors
@pytest.mark.allows_failed_requests
def test_a_browser_that_cannot_read_the_script_is_told_so(page: Page, site_url: str) -> None:
    page.route(re.compile(r"/shell-\w+\.js"), lambda route: route.fulfill(
        body="not a script a browser knows", content_type="text/javascript"))  # fmt: skip
    page.goto(address(site_url, "zh"))
    expect(page.locator("#wizard-old")).to_be_visible()
    expect(page.locator("#wizard-old a")).to_have_attribute("href", "../2020-03-16/awards/")
    assert awards(page).filter(visible=True).count() > 60
    expect(page.locator("#wizard-form")).to_be_hidden()


@pytest.mark.allows_console_errors
def test_a_script_that_stops_half_way_is_told_like_an_old_browser(
    page: Page, site_url: str
) -> None:
    page.on("pageerror", lambda error: None)
    page.add_init_script("delete Element.prototype.closest")
    page.goto(address(site_url, "en"))
    expect(page.locator("#wizard-old")).to_be_visible()
    expect(page.locator("#wizard-totals")).to_be_hidden()
    assert awards(page).filter(visible=True).count() > 60


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_javascript_every_award_stands_in_the_page_by_topic(
    open_context: OpenContext, site_url: str, language: str
) -> None:
    size = {"width": 320, "height": 800}
    with open_context(site_url, java_script_enabled=False, viewport=size) as (context, watch):
        page = context.new_page()
        page.goto(address(site_url, language))
        topics = page.locator("#wizard-awards [data-topic]:visible")
        assert topics.count() == len(compiled().topics.topics)
        assert awards(page).filter(visible=True).count() > 60
        wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        assert page.evaluate(wide)
        link = page.locator("#wizard a[href$='/awards/']:visible")
        expect(link).to_have_count(1)
        expect(page.locator("#wizard-form")).to_be_hidden()
        link.click()
        expect(page.locator("h1")).to_be_visible()
        assert watch.problems() == []


def test_the_wizard_works_below_a_sub_path(open_context: OpenContext, mounted_url: str) -> None:
    with open_context(mounted_url) as (context, watch):
        page = context.new_page()
        page.goto(address(mounted_url, "en"))
        invest(page, "100")
        expect(total(page)).to_have_text("at most RMB 20 million")
        assert watch.problems() == []
