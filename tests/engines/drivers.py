"""Starts Firefox and WebKit, each with its own home folder for downloads."""

import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.service import Service as WebKitService
from urllib3.exceptions import HTTPError

from tests.engines.programs import Programs

PATIENCE = 180
"""Seconds for a page or a script, even on a busy machine."""

CRASHED = [
    "InvalidSessionIdException",
    "Could not parse script result",  # WebKit to a script during which the page crashes
    "Failed to decode response from marionette",  # Firefox to the first question afterwards
    "MaxRetryError",  # of a driver that has crashed itself
]
"""The errors that say that a browser has crashed, as patterns."""


class Sessions:
    """One browser for many tests; where it has crashed, the next turn gets a new one."""

    def __init__(self, engine: str, programs: Programs, home: Path, *, whole: bool) -> None:
        self._start = lambda: started(engine, programs, home, whole=whole)
        self._open = ExitStack()
        self._driver: WebDriver | None = None

    def current(self) -> WebDriver:
        """Return a browser that answers: the one of the last call, or else a new one."""
        if self._driver is None or not _answers(self._driver):
            self.end()
            self._driver = self._open.enter_context(self._start())
        return self._driver

    def end(self) -> None:
        """End the browser, whatever is left of it."""
        with suppress(WebDriverException, HTTPError, OSError):
            self._open.close()
        self._driver = None


def _answers(driver: WebDriver) -> bool:
    """True for a browser whose page can still be asked."""
    try:
        return bool(driver.execute_script("return true"))
    except (WebDriverException, HTTPError, OSError):
        return False


@contextmanager
def started(engine: str, programs: Programs, home: Path, *, whole: bool) -> Iterator[WebDriver]:
    """Run `firefox` or `webkit` for the duration of a block.

    Not `whole`, it compiles WebAssembly once and not again for speed, which takes more computing
    than all that the tests compute.
    """
    start = {"firefox": _firefox, "webkit": _webkit}[engine]
    with start(programs, home, whole) as driver:
        try:
            driver.set_script_timeout(PATIENCE)
            driver.set_page_load_timeout(PATIENCE)
            driver.set_window_size(1280, 900)
            yield driver
        finally:
            driver.quit()


@contextmanager
def _firefox(programs: Programs, home: Path, whole: bool) -> Iterator[WebDriver]:
    options = webdriver.FirefoxOptions()
    options.binary_location = programs.firefox
    options.add_argument("-headless")
    preferences: dict[str, Any] = {
        "browser.download.folderList": 2,
        "browser.download.dir": str(home),
        "browser.download.always_ask_before_handling_new_types": False,
        "intl.accept_languages": "zh-CN",
        "javascript.options.wasm_optimizingjit": whole,
    }
    for name, value in preferences.items():
        options.set_preference(name, value)
    service = webdriver.FirefoxService(programs.geckodriver)
    yield webdriver.Firefox(options=options, service=service)


@contextmanager
def _webkit(programs: Programs, home: Path, whole: bool) -> Iterator[WebDriver]:
    options = webdriver.WebKitGTKOptions()
    options.binary_location = programs.webkit
    options.add_argument("--automation")
    with _screen(programs.xvfb) as screen:
        own = {"DISPLAY": screen, "HOME": str(home), "XDG_DOWNLOAD_DIR": str(home)}
        if not whole:
            own["JSC_useOMGJIT"] = "0"
        service = WebKitService(programs.webkit_driver, env={**os.environ, **own})
        with warnings.catch_warnings():  # Selenium’s own class uses deprecated parts of Selenium
            warnings.simplefilter("ignore", DeprecationWarning)
            driver = webdriver.WebKitGTK(options=options, service=service)
        yield driver


@contextmanager
def _screen(xvfb: str) -> Iterator[str]:
    """Provide a separate screen, with a free number."""
    read, write = os.pipe()
    command = [xvfb, "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
