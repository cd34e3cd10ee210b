"""The Chromium of the tests is started as Playwright starts it, and lighter."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import FEATURES_OFF


def test_what_playwright_turns_off_stays_off(whole_browser: Browser) -> None:
    session = whole_browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    (number,) = (process["id"] for process in processes if process["type"] == "browser")
    given = Path(f"/proc/{number}/cmdline").read_text("utf-8").split("\0")
    lists = [value.partition("=")[2] for value in given if value.startswith("--disable-features=")]
    assert lists, given
    assert {name for names in lists for name in names.split(",")} == set(FEATURES_OFF)
