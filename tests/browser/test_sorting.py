"""The table by amount sorts by any column: by keyboard, as numbers, and says what it did."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from tests.policy import document, paying_awards

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
    assert sorted_heads(page) == [None, None, None, "descending", None]
    for column, key in ((3, "Enter"), (2, "Space"), (0, "Enter")):
        head = page.locator(HEADS).nth(column).locator("button")
        head.focus()
        for state in ("ascending", "descending"):
            page.keyboard.press(key)
            expected: list[str | None] = [None] * 5
            expected[column] = state
            assert sorted_heads(page) == expected
            assert in_order(values(page, column), down=state == "descending"), (column, state)
            focused = page.evaluate("document.activeElement.parentElement.cellIndex")
            assert focused == column, "the focus stays on the head"
    assert len(set(values(page, 0))) == page.locator(ROWS).count() == len(paying_awards())


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
    shown = page.locator("[data-sortable], [data-sortable] td").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).display))]"
    )
    assert shown == ["table", "table-cell"]
    edge = page.locator("[data-sortable] th").first.evaluate(
        "e => getComputedStyle(e).borderTopStyle"
    )
    assert edge == "none"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_filter_leaves_what_matches_and_says_how_much(
    page: Page, site_url: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}/2020-03-16/awards/")
    page.locator(".filter summary").click()
    page.select_option("select[name=department]", "department-economy")
    shown = page.locator("tr[data-filter]:visible")
    some = shown.count()
    whole = page.locator("tr[data-filter]").count()
    assert 0 < some < whole
    assert all("经信局" in text for text in shown.all_inner_texts())
    page.locator("input[name=words]").fill("创新中心")
    assert 0 < shown.count() < some
    said = page.locator(".filters [role=status]")
    expect(said).to_have_text(f"符合的有{shown.count()}项，共{whole}项。")
    page.locator(".filters button[type=reset]").click()
    expect(said).to_be_empty()
    assert shown.count() == whole


def test_without_a_script_the_list_is_whole_and_has_no_filter(page: Page, site_url: str) -> None:
    page.route("**/assets/*.js", lambda route: route.fulfill(body=""))
    page.goto(f"{site_url}/2020-03-16/awards/")
    assert not page.locator(".filter").is_visible()
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    entries = len(document()["awards"]) + len(document()["lines"])
    assert page.locator("tr[data-filter]:visible").count() == entries


@pytest.mark.parametrize("folder", ["", "/en"])
@pytest.mark.parametrize(
    ("path", "desk", "phone"),
    [("awards", 4600, 9000), ("departments", 3300, 4500), ("topics", 3300, 7400),
     ("beneficiaries", 3200, 5900), ("kinds", 3100, 5900), ("undecided", 1700, 3000)],
)  # fmt: skip
def test_an_index_is_a_third_as_long_as_it_was(
    page: Page, site_url: str, folder: str, path: str, desk: int, phone: int
) -> None:
    for width, most in ((1280, desk), (390, phone)):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"{site_url}{folder}/2020-03-16/{path}/")
        assert page.evaluate("document.documentElement.scrollHeight") <= most, width
