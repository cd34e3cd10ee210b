"""The table by amount sorts by any column: by keyboard, as numbers, and says what it did."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page

ROWS = "table[data-sortable] tbody tr"
HEADS = "table[data-sortable] th[data-sort]"


def values(page: Page, column: int) -> list[Decimal]:
    """Return what the cells of a column are sorted by, from the top."""
    read = page.locator(ROWS).evaluate_all(
        "(rows, column) => rows.map(row => row.children[column].dataset.value)", column
    )
    return [Decimal(value) for value in read]


def sorted_heads(page: Page) -> list[str | None]:
    """Return what each head says of the order."""
    found: list[str | None] = page.locator(HEADS).evaluate_all(
        "heads => heads.map(head => head.getAttribute('aria-sort'))"
    )
    return found


def in_order(found: list[Decimal], *, down: bool) -> bool:
    """True where the figures are in order and what the draft does not state (-1) comes last."""
    known = [value for value in found if value >= 0]
    return found == sorted(known, reverse=down) + [Decimal(-1)] * (len(found) - len(known))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("folder", ["", "/en"])
def test_sums_and_rates_sort_as_numbers_by_keyboard(
    page: Page, site_url: str, folder: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}{folder}/2020-03-16/awards/")
    assert in_order(values(page, 3), down=True)
    assert sorted_heads(page) == [None, None, None, "descending", None, None, None]
    for column, key in ((3, "Enter"), (4, "Enter"), (2, "Space"), (0, "Enter"), (6, "Space")):
        head = page.locator(HEADS).nth(column).locator("button")
        head.focus()
        for state in ("ascending", "descending"):
            page.keyboard.press(key)
            expected: list[str | None] = [None] * 7
            expected[column] = state
            assert sorted_heads(page) == expected
            assert in_order(values(page, column), down=state == "descending"), (column, state)
            focused = page.evaluate("document.activeElement.parentElement.cellIndex")
            assert focused == column, "the focus stays on the head"
    assert len(set(values(page, 0))) == page.locator(ROWS).count() == 42


def test_as_text_a_hundred_million_would_come_before_two_hundred_thousand(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}/2020-03-16/awards/")
    found = [value for value in values(page, 3) if value >= 0]
    assert found[0] == 100_000_000 and sorted(map(str, found), reverse=True) != list(
        map(str, found)
    ), "the order by number differs from that by text, so the test can tell them apart"


def test_without_a_script_the_table_stands_by_the_largest_sum(page: Page, site_url: str) -> None:
    page.route("**/assets/site.js", lambda route: route.fulfill(body=""))
    page.goto(f"{site_url}/2020-03-16/awards/")
    assert page.locator(f"{HEADS} button").count() == 0
    assert in_order(values(page, 3), down=True)


def test_on_paper_an_index_is_a_table_without_buttons(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 700, "height": 990})  # A4
    page.goto(f"{site_url}/en/2020-03-16/awards/")
    page.wait_for_selector("th button")
    page.emulate_media(media="print")
    shown = page.locator(".stack--sortable table.list, .stack--sortable td").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).display))]"
    )
    assert shown == ["table", "table-cell"]
    edge = page.locator(".stack--sortable th").first.evaluate(
        "e => getComputedStyle(e).borderTopStyle"
    )
    assert edge == "none"
