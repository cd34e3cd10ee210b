"""A built site, served on this machine, and a Chromium that lets nothing pass unseen."""

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from docs.site.live_server import open_server
from tests.browser.applicant import address, forget, total
from tests.browser.chromium import FLAGS, find_chromium, find_shell
from tests.browser.watch import OpenContext, Watch
from tests.serving import serving

KEPT = "local_storage,indexeddb,cache_storage,file_systems,service_workers"
"""What a browser keeps for an address; to clear “all” would cut off the tab that lends Python."""
LENDING = Path(__file__).parent / "lending"


@dataclass(frozen=True)
class Shared:
    """A context that tests share, and what goes wrong in it."""

    context: BrowserContext
    watch: Watch
    site_url: str

    def new_tab(self, *, starts_python: bool = False) -> Page:
        """Open a tab; nothing is stored, and the network is there."""
        page = self.context.new_page()
        if starts_python:
            page.add_init_script("Worker = Worker.own")
        self.context.set_offline(False)
        self.context.clear_permissions()
        self.context.clear_cookies()
        session = self.context.new_cdp_session(page)
        session.send("Storage.clearDataForOrigin", {"origin": self.site_url, "storageTypes": KEPT})
        session.detach()
        return page

    def told(self, without: Collection[str] = ()) -> None:
        """Fail if something went wrong since the last call, except the kinds in `without`."""
        problems = self.watch.problems(without)
        self.watch.forget()
        assert problems == []


Wizard = Callable[[str], Page]
"""What the fixture `wizard` gives: a language in, an emptied page out."""


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the site as `make serve` serves it, without a last slash."""
    with previewed(site) as url:
        yield url


@pytest.fixture(scope="session")
def editions_url(two_editions: Path) -> Iterator[str]:
    """The address of the site of two editions, without a last slash."""
    with previewed(two_editions) as url:
        yield url


@contextmanager
def previewed(folder: Path) -> Iterator[str]:
    """Serve a built site as `make serve` does."""
    server = open_server(folder, "127.0.0.1", 0)
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
def playwright() -> Iterator[Playwright]:
    """The driver of browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium without windows where it is installed, or else the whole of it."""
    yield from started(playwright, find_shell())


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium as readers have it, for what a browser does besides showing pages."""
    yield from started(playwright, None)


def started(playwright: Playwright, program: str | None) -> Iterator[Browser]:
    """Start a program, or the Chromium of this machine; without one the tests fail."""
    try:
        path = program or find_chromium()
    except FileNotFoundError as missing:
        pytest.fail(f"browser tests cannot run: {missing}", pytrace=False)
    chromium = playwright.chromium.launch(executable_path=path, args=FLAGS, headless=True)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def open_context(browser: Browser) -> OpenContext:
    """Open a fresh browser context, with everything that goes wrong in it written down."""
    return opening(browser)


@pytest.fixture(scope="session")
def open_whole_context(whole_browser: Browser) -> OpenContext:
    """The same in the Chromium that readers have."""
    return opening(whole_browser)


def opening(browser: Browser) -> OpenContext:
    """Return what opens contexts of a browser."""

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
def shared(open_context: OpenContext, site_url: str) -> Iterator[Shared]:
    """One context for all tests that need no browser of their own."""
    yield from sharing(open_context, site_url)


@pytest.fixture(scope="session")
def shared_editions(open_context: OpenContext, editions_url: str) -> Iterator[Shared]:
    """The same for the site of two editions."""
    yield from sharing(open_context, editions_url)


def sharing(open_context: OpenContext, url: str) -> Iterator[Shared]:
    """Open a context in which a tab that stays lends Python to the others, once it has started."""
    with open_context(url) as (context, watch):
        lender = context.new_page()
        lender.goto(f"{url}/robots.txt")
        lender.evaluate(f"() => {{ {(LENDING / 'lender.js').read_text('utf-8')} }}")
        context.add_init_script(path=LENDING / "borrower.js")
        yield Shared(context, watch, url)


@pytest.fixture(scope="session")
def booted(shared: Shared) -> Wizard:
    """The wizard's page of a language with Python ready: one for all tests that do not open it."""
    pages: dict[str, Page] = {}

    def page_of(language: str) -> Page:
        if language not in pages:
            pages[language] = shared.context.new_page()
            pages[language].goto(address(shared.site_url, language))
        expect(pages[language].locator("#wizard[data-engine=ready]")).to_be_attached()
        return pages[language]

    return page_of


@pytest.fixture
def wizard(booted: Wizard, shared: Shared) -> Iterator[Wizard]:
    """Give the wizard's page of a language as if it had just been opened, with Python ready.

    A test that reloads or opens a link takes `page` instead.
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
    shared.told()


@pytest.fixture
def page(request: pytest.FixtureRequest, shared: Shared) -> Iterator[Page]:
    """A new tab in which nothing is stored; at the end nothing may have gone wrong in it.

    The markers `allows_console_errors` and `allows_failed_requests` let a test expect such.
    Nothing lets a page ask an outside address. Python is lent to it, unless `starts_python` says
    that the test is about its start.
    """
    yield from tab_of(shared, request)


@pytest.fixture
def editions_page(request: pytest.FixtureRequest, shared_editions: Shared) -> Iterator[Page]:
    """The same on the site of two editions."""
    yield from tab_of(shared_editions, request)


def tab_of(shared: Shared, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a tab for one test."""
    starts = request.node.get_closest_marker("starts_python") is not None
    page = shared.new_tab(starts_python=starts)
    yield page
    page.close()
    shared.told(without=forgiven(request))


@pytest.fixture
def own_page(
    request: pytest.FixtureRequest, open_context: OpenContext, site_url: str
) -> Iterator[Page]:
    """The same in a fresh context, for a test that changes the whole of it or its clock."""
    with open_context(site_url) as (context, watch):
        yield context.new_page()
        assert watch.problems(without=forgiven(request)) == []


def forgiven(request: pytest.FixtureRequest) -> set[str]:
    """Return the kinds of problems that a test expects."""
    kinds = ("console_errors", "failed_requests")
    return {kind for kind in kinds if request.node.get_closest_marker(f"allows_{kind}")}
