"""On a telephone no label runs into the next row, no word of the table is broken, no title cut."""

import pytest
from playwright.sync_api import Page

_LABELS_LONGER_THAN_THEIR_CELL = """() => [...document.querySelectorAll('.stack td[data-label]')]
    .filter(cell => {
        const {paddingTop, paddingBottom} = getComputedStyle(cell)
        const room = cell.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)
        return parseFloat(getComputedStyle(cell, '::before').height) > room + 1
    })
    .map(cell => cell.dataset.label)"""

_CELLS_NARROWER_THAN_A_WORD = """() => [...document.querySelectorAll('article table th')]
    .filter(cell => {
        const width = cell.getBoundingClientRect().width
        cell.style.overflowWrap = 'normal'
        const needed = cell.getBoundingClientRect().width
        cell.style.overflowWrap = ''
        return needed > width + 1
    })
    .map(cell => cell.textContent)"""


@pytest.fixture
def narrow(page: Page) -> Page:
    """A page as wide as a telephone."""
    page.set_viewport_size({"width": 390, "height": 844})
    return page


@pytest.mark.parametrize(
    "path", ["2020-03-16/departments", "2020-03-16/topics", "2020-03-16/kinds", "how-to-read"]
)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_label_of_two_lines_has_the_room_of_two(
    narrow: Page, site_url: str, folder: str, path: str
) -> None:
    narrow.goto(f"{site_url}/{folder}{path}/")
    assert narrow.locator(".stack td[data-label]").count() > 5
    assert narrow.evaluate(_LABELS_LONGER_THAN_THEIR_CELL) == []


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_plain_table_scrolls_rather_than_break_its_words(
    narrow: Page, site_url: str, folder: str
) -> None:
    narrow.goto(f"{site_url}/{folder}search-report/")
    assert narrow.locator("article table th").count() > 20
    assert narrow.evaluate(_CELLS_NARROWER_THAN_A_WORD) == []


@pytest.mark.parametrize("clause", ["02", "16", "22", "37"])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_title_of_the_next_page_is_whole(
    narrow: Page, site_url: str, folder: str, clause: str
) -> None:
    narrow.goto(f"{site_url}/{folder}2020-03-16/{clause}/")
    title = narrow.locator(".md-footer__link--next .md-ellipsis")
    assert title.evaluate("e => e.scrollWidth - e.clientWidth") <= 0


@pytest.mark.parametrize("path", ["kinds", "beneficiaries", "topics"])
def test_the_clause_of_an_entry_stands_clear_of_its_award(
    page: Page, site_url: str, path: str
) -> None:
    """Also on a desk: the longest, “Clause 41”, stays inside its column."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site_url}/en/2020-03-16/{path}/")
    over = page.locator(".list--entries td:first-child").evaluate_all(
        """cells => cells.filter(cell => cell.firstElementChild.getBoundingClientRect().right
            > cell.getBoundingClientRect().right - parseFloat(getComputedStyle(cell).paddingRight))
            .map(cell => cell.textContent)"""
    )
    assert over == []
