"""Firefox and WebKit with a built site; any error in a page fails its test."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from tests.engines.drivers import CRASHED, Sessions
from tests.engines.programs import find_programs
from tests.engines.reader import Reader
from tests.serving import StaticServer, serving

LANGUAGE = {"firefox": "zh", "webkit": "en"}
EMPTY = "empty.html"
AXE = "axe.js"
WATCH = "assets/watch.js"
AXE_FILE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TOLD = "/wrong/"
WATCHING = """{
  const tell = (what) => { new Image().src = "%s" + encodeURIComponent(what) };
  addEventListener("error", ({ message, target: { src, href } }) =>
    tell(message ?? `not loaded: ${src ?? href}`), true);
  addEventListener("unhandledrejection", (event) => tell(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) =>
    tell(`${event.violatedDirective} ${event.blockedURI} in ${location.pathname}`));
}"""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Give each test a second turn in a new browser if the browser crashed in the first.

    One crash is the browser’s; a page at which it crashes again fails its test.
    """
    item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=CRASHED))


@pytest.fixture(scope="session", params=LANGUAGE)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine, which chooses the tests of a process (`make engines`)."""
    return str(request.param)


@pytest.fixture(scope="session")
def home(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the browser's profile and downloads."""
    return tmp_path_factory.mktemp(engine)


@pytest.fixture(scope="session")
def sessions(engine: str, home: Path) -> Iterator[Sessions]:
    """The browser, for all tests; they fail if it is missing."""
    sessions = Sessions(engine, find_programs(), home, whole=False)
    yield sessions
    sessions.end()


@pytest.fixture(scope="session")
def whole_sessions(engine: str, home: Path) -> Iterator[Sessions]:
    """The browser as readers have it, for the test of the whole way through the wizard."""
    sessions = Sessions(engine, find_programs(), home, whole=True)
    yield sessions
    sessions.end()


@pytest.fixture
def driver(sessions: Sessions) -> WebDriver:
    """The browser, started again where the test before has crashed it."""
    return sessions.current()


@pytest.fixture(scope="session")
def watched(site: Path) -> Iterator[StaticServer]:
    """The site with a script in each page, before all others, that reports errors."""
    with watching(site) as server:
        yield server


@pytest.fixture(scope="session")
def watched_editions(two_editions: Path) -> Iterator[StaticServer]:
    """The same for the site of two editions."""
    with watching(two_editions) as server:
        yield server


@contextmanager
def watching(site: Path) -> Iterator[StaticServer]:
    """Serve a site whose pages report errors."""
    extra = {
        WATCH: (WATCHING % TOLD).encode(),
        EMPTY: b"<!doctype html><title>empty</title>",
        AXE: AXE_FILE.read_bytes(),
    }
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        script = f'<script src="/{WATCH}"></script>'
        extra[path.relative_to(site).as_posix()] = html.replace(
            "<head>", f"<head>{script}", 1
        ).encode()
    with serving(site, extra=extra) as server:
        yield server


@pytest.fixture(params=["zh", "en"])
def reader(
    driver: WebDriver, home: Path, watched: StaticServer, request: pytest.FixtureRequest
) -> Iterator[Reader]:
    """A reader of one language; at the end there are no errors, and nothing was sent."""
    with reading(driver, home, watched, request.param) as person:
        yield person


@pytest.fixture
def one_reader(
    driver: WebDriver, home: Path, watched: StaticServer, engine: str
) -> Iterator[Reader]:
    """A reader for what does not depend on words: each engine with one language."""
    with reading(driver, home, watched, LANGUAGE[engine]) as person:
        yield person


@pytest.fixture(params=["zh", "en"])
def whole_reader(
    request: pytest.FixtureRequest, home: Path, watched: StaticServer, engine: str
) -> Iterator[Reader]:
    """A reader of each language, of one of them in the browser as readers have it."""
    whole = request.param == LANGUAGE[engine]
    sessions = request.getfixturevalue("whole_sessions" if whole else "sessions")
    with reading(sessions.current(), home, watched, request.param) as person:
        yield person


@pytest.fixture(params=["zh", "en"])
def editions_reader(
    driver: WebDriver, home: Path, watched_editions: StaticServer, request: pytest.FixtureRequest
) -> Iterator[Reader]:
    """The same on the site of two editions."""
    with reading(driver, home, watched_editions, request.param) as person:
        yield person


@pytest.fixture
def one_editions_reader(
    driver: WebDriver, home: Path, watched_editions: StaticServer, engine: str
) -> Iterator[Reader]:
    """A reader of two editions for what does not depend on words."""
    with reading(driver, home, watched_editions, LANGUAGE[engine]) as person:
        yield person


@contextmanager
def reading(
    driver: WebDriver, home: Path, watched: StaticServer, language: str
) -> Iterator[Reader]:
    """Let a person read; at the end there are no errors, and nothing was sent."""
    wrong: list[str] = []

    def hears(path: str) -> None:
        if path.startswith(TOLD):
            wrong.append(unquote(path.removeprefix(TOLD)))

    watched.hold = hears
    watched.queries.clear()
    yield Reader(driver, home, watched.url, language)
    assert wrong == []
    assert watched.queries == []
