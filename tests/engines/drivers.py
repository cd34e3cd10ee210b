"""Starts Firefox and WebKit, each with its own home folder for downloads."""

import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from tests.engines.programs import Programs

PATIENCE = 180
"""Seconds for a page or a script, even on a busy machine."""


@contextmanager
def started(engine: str, programs: Programs, home: Path) -> Iterator[WebDriver]:
    """Run `firefox` or `webkit` for the duration of a block."""
    start = {"firefox": _firefox, "webkit": _webkit}[engine]
    with start(programs, home) as driver:
        try:
            driver.set_script_timeout(PATIENCE)
            driver.set_page_load_timeout(PATIENCE)
            driver.set_window_size(1280, 900)
            yield driver
        finally:
            driver.quit()


@contextmanager
def _firefox(programs: Programs, home: Path) -> Iterator[WebDriver]:
    options = webdriver.FirefoxOptions()
    options.binary_location = programs.firefox
    options.add_argument("-headless")
    preferences: dict[str, Any] = {
        "browser.download.folderList": 2,
        "browser.download.dir": str(home),
        "browser.download.always_ask_before_handling_new_types": False,
        "intl.accept_languages": "zh-CN",
    }
    for name, value in preferences.items():
        options.set_preference(name, value)
    service = webdriver.FirefoxService(programs.geckodriver)
    yield webdriver.Firefox(options=options, service=service)


@contextmanager
def _webkit(programs: Programs, home: Path) -> Iterator[WebDriver]:
    options = webdriver.WebKitGTKOptions()
    options.binary_location = programs.webkit
    options.add_argument("--automation")
    with _screen(programs.xvfb) as screen:
        own = {"DISPLAY": screen, "HOME": str(home), "XDG_DOWNLOAD_DIR": str(home)}
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
