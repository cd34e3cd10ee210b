"""The actions of a reader and an applicant, by WebDriver, in the pages of one language."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.common.exceptions import InvalidSessionIdException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

EXAMPLE = "equipment-maker"
PAUSE = 0.05
TO_END = """window.outcome = null;
(async () => { %s })().then((value) => (window.outcome = { value }),
  (error) => (window.outcome = { error: String(error) }));"""
PLACE = "return JSON.stringify(arguments[0].getBoundingClientRect())"


def until[T](what: Callable[[], T], seconds: float = 180) -> T:
    """Wait until something is there, also while a part of the page is being replaced."""
    end = time.monotonic() + seconds
    while True:
        try:
            if found := what():
                return found
            missed = ""
        except InvalidSessionIdException:  # the browser has crashed: there is nothing to wait for
            raise
        except (WebDriverException, LookupError) as error:
            missed = str(error).splitlines()[0]
        assert time.monotonic() < end, f"not within {seconds:.0f} s {missed}"
        time.sleep(PAUSE)


class Reader:
    """A person who uses the pages of one language in one browser."""

    def __init__(self, driver: WebDriver, home: Path, site: str, language: str) -> None:
        self.driver, self.home, self.site, self.language = driver, home, site, language
        self.root = site if language == "zh" else f"{site}en/"

    def at(self, site: str) -> "Reader":
        """Return the same reader for the same site at another address."""
        return Reader(self.driver, self.home, site, self.language)

    # the page

    def goes_to(self, path: str) -> None:
        self.driver.get(self.root + path)

    def opens(self, address: str) -> None:
        """Open an address as in a new tab, without stored answers."""
        self.driver.get(f"{self.site}robots.txt")
        self.runs("sessionStorage.clear(); localStorage.clear()")
        self.driver.get(address)

    def runs(self, script: str, *arguments: object) -> Any:
        """Run a script in the page, and return what it returns."""
        return self.driver.execute_script(script, *arguments)

    def runs_to_end(self, script: str, *arguments: object) -> Any:
        """Run the body of an async function in the page, and return what it returns at the end.

        An error in it fails the test with its message; WebDriver’s own way would wait in vain.
        """
        self.runs(TO_END % script, *arguments)
        outcome = until(lambda: self.runs("return window.outcome"))
        assert "error" not in outcome, outcome["error"]
        return outcome.get("value")

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        """Return the text of an element, hidden or not."""
        text = self.one(selector).get_attribute("textContent") or ""
        return text.replace("\u00a0", " ").strip()

    def clicks(self, selector: str) -> None:
        found = until(lambda: [one for one in self.all(selector) if one.is_displayed()])[0]
        self.runs("arguments[0].scrollIntoView({block: 'center'})", found)
        place = None
        while place != (place := self.runs(PLACE, found)):  # what moves would be missed
            time.sleep(PAUSE)
        found.click()

    # the search

    def looks_for(self, words: str) -> None:
        box = self.one("[data-md-component=search-query]")
        if not self.runs("return document.querySelector('#__search').checked"):
            box.click()
        box.clear()
        box.send_keys(words)

    # the wizard

    def opens_wizard(self) -> None:
        self.opens(f"{self.root}wizard/")
        until(lambda: self.one("#wizard-form").is_displayed())

    def takes_example(self) -> None:
        """Fill the form with an example, and wait for the results and for all later loading."""
        self.opens_wizard()
        self.clicks(f'.wizard-examples li:has(a[href="{EXAMPLE}/"]) a[href^="#facts="]')
        until(lambda: self.all("#wizard-results .result"))
        until(lambda: self.all("#wizard[data-engine=ready]"))

    def total(self, other_than: str = "—") -> str:
        """Return the total as soon as it is shown."""

        def there() -> str:
            text = self.text('[data-total="max"]')
            return "" if text in ("—", other_than) else text

        return until(there)

    def taken(self, button: str) -> bytes:
        """Press a button that makes a file, and return its content."""
        before = set(self.home.iterdir())
        self.clicks(f'[data-do="{button}"]')

        def whole() -> Path | None:
            new = [path for path in self.home.iterdir() if path not in before and path.is_file()]
            done = [path for path in new if path.suffix in (".json", ".csv", ".xlsx")]
            parts = [path for path in new if path not in done]
            return done[0] if done and not parts and done[0].stat().st_size else None

        path = until(whole)
        assert path is not None
        size = -1
        while size != (size := path.stat().st_size):
            time.sleep(PAUSE)
        content = path.read_bytes()
        path.unlink()
        return content
