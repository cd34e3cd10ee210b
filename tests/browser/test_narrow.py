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


_OVERFLOW = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
_AMOUNTS = r"/RMB [\d,.]*\d(?: [mb]illion)?|[\d,.]*\d(?:万元|亿元|万|元)/g"
_TORN_AMOUNTS = f"""selector => {{
    const torn = []
    for (const place of document.querySelectorAll(selector)) {{
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
        for (let text; (text = walker.nextNode()); ) {{
            if (text.parentElement.closest('svg, .cases')) continue
            for (const found of text.data.matchAll({_AMOUNTS})) {{
                const range = document.createRange()
                range.setStart(text, found.index)
                range.setEnd(text, found.index + found[0].length)
                const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)))
                if (lines.size > 1) torn.push(found[0])
            }}
        }}
    }}
    return torn
}}"""


@pytest.fixture
def narrow(page: Page) -> Page:
    """A page as wide as a telephone."""
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def in_both_languages(*paths: str) -> list[str]:
    """Return the addresses of pages below the site’s, in Chinese and in English."""
    return [f"/{folder}{path}/" for path in paths for folder in ("", "en/")]


LISTS = ("2020-03-16/departments", "2020-03-16/topics", "2020-03-16/kinds", "how-to-read")


def test_a_label_of_two_lines_has_the_room_of_two(
    narrow: Page, site_url: str, subtests: pytest.Subtests
) -> None:
    for path in in_both_languages(*LISTS):
        with subtests.test(path):
            narrow.goto(site_url + path)
            assert narrow.locator(".stack td[data-label]").count() > 5
            assert narrow.evaluate(_LABELS_LONGER_THAN_THEIR_CELL) == []


@pytest.mark.parametrize("path", in_both_languages("search-report"))
def test_a_plain_table_scrolls_rather_than_break_its_words(
    narrow: Page, site_url: str, path: str
) -> None:
    narrow.goto(site_url + path)
    assert narrow.locator("article table th").count() > 20
    assert narrow.evaluate(_CELLS_NARROWER_THAN_A_WORD) == []


def test_the_title_of_the_next_page_is_whole(
    narrow: Page, site_url: str, subtests: pytest.Subtests
) -> None:
    for path in in_both_languages(*(f"2020-03-16/{number}" for number in ("02", 16, 22, 37))):
        with subtests.test(path):
            narrow.goto(site_url + path)
            title = narrow.locator(".md-footer__link--next .md-ellipsis")
            assert title.evaluate("e => e.scrollWidth - e.clientWidth") <= 0


def test_the_clause_of_an_entry_stands_clear_of_its_award(
    page: Page, site_url: str, subtests: pytest.Subtests
) -> None:
    """Also on a desk: the longest, “Clause 41”, stays inside its column."""
    page.set_viewport_size({"width": 1280, "height": 800})
    for path in ("kinds", "beneficiaries", "topics"):
        with subtests.test(path):
            page.goto(f"{site_url}/en/2020-03-16/{path}/")
            over = page.locator(".list--entries td:first-child").evaluate_all(
                """cells => cells.filter(cell =>
                    cell.firstElementChild.getBoundingClientRect().right
                    > cell.getBoundingClientRect().right
                      - parseFloat(getComputedStyle(cell).paddingRight))
                    .map(cell => cell.textContent)"""
            )
            assert over == []


WITH_AMOUNTS = ("04", "07", "08", "11", "14", "26", "28", "awards", "topics", "chapter-3", "text")


def test_no_amount_is_torn_in_two_lines(
    narrow: Page, site_url: str, subtests: pytest.Subtests
) -> None:
    for path in in_both_languages(*(f"2020-03-16/{name}" for name in WITH_AMOUNTS)):
        narrow.goto(site_url + path)
        for width in (390, 320):
            with subtests.test(f"{path}, {width}"):
                narrow.set_viewport_size({"width": width, "height": 844})
                places = ".parallel, .glance, .award, .quote, .sum, .drawing__table"
                assert narrow.locator(".unbroken").count() > 10
                assert narrow.evaluate(_TORN_AMOUNTS, places) == []
                assert narrow.evaluate(_OVERFLOW) <= 0


def test_amounts_are_copied_as_they_are_written(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/2020-03-16/06/")
    copied = page.locator(".parallel__en").evaluate(
        "e => (getSelection().selectAllChildren(e), getSelection().toString())"
    )
    assert "capped at RMB 30 million" in copied and "capped at RMB 5 million" in copied


@pytest.mark.parametrize("folder", ["", "en/"])
def test_no_reference_to_a_clause_is_torn(narrow: Page, site_url: str, folder: str) -> None:
    narrow.goto(f"{site_url}/{folder}2020-03-16/26/")
    links = narrow.locator("#readings ~ .entries a.unbroken")
    assert links.count() > 10
    assert links.evaluate_all("all => all.filter(e => e.getClientRects().length > 1).length") == 0


@pytest.mark.parametrize("clause", ["12", "30", "34"])
def test_a_word_with_a_hyphen_is_not_torn_in_a_title(
    narrow: Page, site_url: str, clause: str
) -> None:
    narrow.goto(f"{site_url}/en/2020-03-16/{clause}/")
    lines = narrow.locator("h1 .pair").evaluate_all(
        "all => all.map(e => e.getClientRects().length)"
    )
    heights = narrow.locator("h1 .pair").evaluate_all(
        "all => all.map(e => e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight))"
    )
    assert lines and set(lines) == {1} and max(heights) < 1.5


def test_a_chinese_title_that_fits_a_line_stands_in_one(narrow: Page, site_url: str) -> None:
    torn = {}
    for number in range(1, 42):
        narrow.goto(f"{site_url}/2020-03-16/{number:02d}/")
        title = narrow.locator("h1 .title")
        height = title.evaluate("e => e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight)")
        if len(title.inner_text()) <= 14 and height > 1.5:
            torn[number] = title.inner_text()
    assert not torn


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_name_of_the_site_is_whole_in_the_header(
    narrow: Page, site_url: str, folder: str
) -> None:
    narrow.goto(f"{site_url}/{folder}2020-03-16/06/")
    name = narrow.locator(".md-header__topic:first-child .md-ellipsis")
    line = "parseFloat(getComputedStyle(e).lineHeight)"
    assert name.evaluate(f"e => (e.scrollHeight - e.clientHeight) / {line}") < 0.5
