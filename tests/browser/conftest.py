"""A built site, served on this machine, and a Chromium that lets nothing pass unseen."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from docs.site.preview import open_server
from tests.browser.applicant import address, forget, total
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.watch import OpenContext, Watch
from tests.serving import serving

Wizard = Callable[[str], Page]
"""What the fixture `wizard` gives: a language in, an emptied page out."""


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the site as `make serve` serves it, without a last slash."""
    server = open_server(site, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def mounted_url(site: Path) -> Iterator[str]:
    """The same site two folders deep in a portal, without a last slash."""
    with serving(site, prefix="/a/b/") as server:
        yield server.url.rstrip("/")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; without one the tests fail."""
    try:
        path = find_chromium()
    except FileNotFoundError as missing:
        pytest.fail(f"browser tests cannot run: {missing}", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS, headless=True)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def open_context(browser: Browser) -> OpenContext:
    """Open a fresh browser context, with everything that goes wrong in it written down."""

    @contextmanager
    def opened(address: str, **options: Any) -> Iterator[tuple[BrowserContext, Watch]]:
        context = browser.new_context(**{"locale": "zh-CN", **options})
        try:
            context.set_default_timeout(30_000)  # also on a machine that others keep busy
            yield context, Watch(context, address)
        finally:
            context.close()

    return opened


@pytest.fixture(scope="session")
def booted(open_context: OpenContext, site_url: str) -> Iterator[Wizard]:
    """The wizard's page of a language with Python ready: one for all tests that do not start it."""
    with open_context(site_url) as (context, watch):
        pages: dict[str, Page] = {}

        def page_of(language: str) -> Page:
            if language not in pages:
                pages[language] = context.new_page()
                pages[language].goto(address(site_url, language))
                expect(pages[language].locator("#wizard[data-engine=ready]")).to_be_attached()
            return pages[language]

        yield page_of
        assert watch.problems() == []


@pytest.fixture
def wizard(booted: Wizard) -> Iterator[Wizard]:
    """Give the wizard's page of a language as if it had just been opened, with Python ready.

    A test that reloads, opens a link or watches the start takes `page` instead.
    """
    used: list[Page] = []

    def emptied(language: str) -> Page:
        page = booted(language)
        used.append(page)
        page.mouse.move(0, 0)
        page.evaluate("""() => {
          history.replaceState(null, "", location.pathname);
          for (const box of document.querySelectorAll("#wizard details[open]")) box.open = false;
          const filter = document.getElementById("wizard-filter");
          filter.value = "";
          filter.dispatchEvent(new Event("input", { bubbles: true }));
        }""")
        forget(page)
        expect(total(page)).to_have_text("—")
        page.evaluate("sessionStorage.clear(); localStorage.clear()")
        return page

    yield emptied
    for page in used:
        assert page.locator("#wizard-fault").is_hidden()


@pytest.fixture
def page(
    request: pytest.FixtureRequest, open_context: OpenContext, site_url: str
) -> Iterator[Page]:
    """A page in a fresh context; at the end nothing may have gone wrong in it.

    The markers `allows_console_errors` and `allows_failed_requests` let a test expect such.
    Nothing lets a page ask an outside address.
    """
    with open_context(site_url) as (context, watch):
        yield context.new_page()
        forgiven = {
            kind
            for kind in ("console_errors", "failed_requests")
            if request.node.get_closest_marker(f"allows_{kind}")
        }
        assert watch.problems(without=forgiven) == []
