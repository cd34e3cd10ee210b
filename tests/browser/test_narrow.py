"""On a telephone no word of a table, no reference and no title is torn.

What holds of every page there is in `phone.py`.
"""

import pytest
from playwright.sync_api import Page

_CELLS_NARROWER_THAN_A_WORD = """() => [...document.querySelectorAll('article table th')]
    .filter(cell => {
        const width = cell.getBoundingClientRect().width
        cell.style.overflowWrap = 'normal'
        const needed = cell.getBoundingClientRect().width
        cell.style.overflowWrap = ''
        return needed > width + 1
    })
    .map(cell => cell.textContent)"""


_OPEN_ALL = "document.querySelectorAll('details').forEach(e => { e.open = true })"


@pytest.fixture
def narrow(page: Page) -> Page:
    """A page as wide as a telephone."""
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def in_both_languages(*paths: str) -> list[str]:
    """Return the addresses of pages below the site’s, in Chinese and in English."""
    return [f"/{folder}{path}/" for path in paths for folder in ("", "en/")]


_SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { letter-spacing: .12em !important; word-spacing: .16em !important;
        line-height: 1.5 !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""


@pytest.mark.parametrize("path", ["/", "/en/2020-03-16/22/"])
def test_the_name_of_the_site_is_whole_where_the_reader_spaces_letters(
    page: Page, site_url: str, path: str
) -> None:
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site_url + path)
        page.evaluate(_SPACED)
        cut = page.locator(".md-header__topic:first-child .md-ellipsis").evaluate(
            "e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]"
        )
        assert max(cut) <= 1, width
        assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("path", in_both_languages("search-report"))
def test_a_plain_table_scrolls_rather_than_break_its_words(
    narrow: Page, site_url: str, path: str
) -> None:
    narrow.goto(site_url + path)
    assert narrow.locator("article table th").count() > 20
    assert narrow.evaluate(_CELLS_NARROWER_THAN_A_WORD) == []


def test_the_clause_of_an_entry_stands_clear_of_its_award(
    page: Page, site_url: str, subtests: pytest.Subtests
) -> None:
    """Also on a desk: the longest, “Clause 41”, stays inside its column."""
    page.set_viewport_size({"width": 1280, "height": 800})
    for path in ("kinds", "beneficiaries", "topics"):
        with subtests.test(path):
            page.goto(f"{site_url}/en/2020-03-16/{path}/")
            page.evaluate(_OPEN_ALL)
            over = page.locator(".list--rows td:first-child").evaluate_all(
                """cells => cells.filter(cell =>
                    cell.firstElementChild.getBoundingClientRect().right
                    > cell.getBoundingClientRect().right
                      - parseFloat(getComputedStyle(cell).paddingRight))
                    .map(cell => cell.textContent)"""
            )
            assert over == []


def test_amounts_are_copied_as_they_are_written(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/2020-03-16/06/")
    copied = page.locator(".parallel__en").evaluate(
        "e => (getSelection().selectAllChildren(e), getSelection().toString())"
    )
    assert "capped at RMB 30 million" in copied and "capped at RMB 5 million" in copied


@pytest.mark.parametrize("folder", ["", "en/"])
def test_no_reference_to_a_clause_is_torn(narrow: Page, site_url: str, folder: str) -> None:
    narrow.goto(f"{site_url}/{folder}2020-03-16/26/")
    narrow.evaluate(_OPEN_ALL)
    links = narrow.locator("#readings a.unbroken")
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


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_name_of_the_site_is_whole_in_the_header(
    narrow: Page, site_url: str, folder: str
) -> None:
    narrow.goto(f"{site_url}/{folder}2020-03-16/06/")
    name = narrow.locator(".md-header__topic:first-child .md-ellipsis")
    line = "parseFloat(getComputedStyle(e).lineHeight)"
    assert name.evaluate(f"e => (e.scrollHeight - e.clientHeight) / {line}") < 0.5
