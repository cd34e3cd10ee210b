"""A browser that crashes once takes no test with it."""

from contextlib import suppress
from pathlib import Path
from threading import Timer

import psutil
import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.webdriver import WebDriver
from urllib3.exceptions import HTTPError

from tests.engines.drivers import Sessions
from tests.engines.reader import Reader, until


def test_after_a_crash_the_next_test_gets_another_browser(sessions: Sessions) -> None:
    crashed = sessions.current()
    assert sessions.current() is crashed
    driver = psutil.Process(crashed.service.process.pid)  # type: ignore[attr-defined]
    for process in (driver, *driver.children(recursive=True)):  # a browser would outlive its driver
        with suppress(psutil.NoSuchProcess):
            process.kill()
    crashed.service.process.wait()  # type: ignore[attr-defined]
    with pytest.raises((WebDriverException, HTTPError)):
        crashed.get("about:blank")
    other = sessions.current()
    assert other is not crashed
    other.get("about:blank")


BUSY = "const end = performance.now() + 60000; while (performance.now() < end);"
crashes: set[tuple[str, str]] = set()


@pytest.mark.parametrize("asked", ["script", "element"])
def test_a_test_has_a_second_turn_if_the_browser_crashed_in_the_first(
    sessions: Sessions, home: Path, engine: str, asked: str
) -> None:
    reader = Reader(sessions.current(), home, "about:", "zh")
    reader.goes_to("blank")
    if (engine, asked) not in crashes:
        crashes.add((engine, asked))
        Timer(0.5, crash_page, [reader.driver]).start()
        {
            "script": lambda: until(lambda: reader.runs(BUSY)),
            "element": lambda: until(lambda: reader.one("article")),
        }[asked]()
        pytest.fail("the page has not crashed")
    assert reader.runs("return document.URL") == "about:blank"


def crash_page(driver: WebDriver) -> None:
    """Kill the processes that draw pages, by their names in both browsers."""
    browser = psutil.Process(driver.service.process.pid)  # type: ignore[attr-defined]
    for process in browser.children(recursive=True):
        command = process.cmdline()
        if command[0].endswith("WebKitWebProcess") or "-isForBrowser" in command:
            process.kill()
