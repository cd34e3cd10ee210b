"""The page of a run over many applications in Firefox and WebKit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.axe import LOOK_RULES
from tests.engines.conftest import AXE, reading, watching
from tests.engines.reader import Reader
from tests.engines.test_editions import AXES
from tests.rosters.pages import page_of_a_comparison


@pytest.fixture
def page_reader(driver: WebDriver, home: Path, tmp_path: Path) -> Iterator[Reader]:
    with (
        watching(page_of_a_comparison(tmp_path)) as server,
        reading(driver, home, server, "zh") as person,
    ):
        yield person


def test_the_page_is_shown_whole_and_has_no_accessibility_fault(page_reader: Reader) -> None:
    page_reader.goes_to("index.html")
    assert "2021-06-01" in page_reader.text("h1")
    assert len(page_reader.all(".bar")) > 20
    height = "return document.querySelector('.bar').getBoundingClientRect().height"
    assert page_reader.runs(height) > 2
    address = page_reader.site + AXE
    assert page_reader.runs_to_end(AXES, address, LOOK_RULES) == []
