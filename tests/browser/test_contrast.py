"""What colours say is also to be seen where the reader's system sets the colours."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.watch import OpenContext

_STYLE = "(e, [part, name]) => getComputedStyle(e, part)[name]"


def style(page: Page, selector: str, name: str, part: str | None = None) -> str:
    """Return a computed style of the first element, or of a part such as `::before`."""
    value: str = page.locator(selector).first.evaluate(_STYLE, [part, name])
    return value


@pytest.fixture(scope="module", params=["light", "dark"])
def forced(
    request: pytest.FixtureRequest, open_context: OpenContext, site_url: str
) -> Iterator[Page]:
    """A page in forced colours, where the system's own are light or dark."""
    options = {"forced_colors": "active", "color_scheme": request.param}
    with open_context(site_url, **options) as (context, watch):
        yield context.new_page()
        assert watch.problems() == []


def colours(page: Page) -> dict[str, str]:
    """Return what the system's names of colours stand for on this page."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries(['Canvas', 'CanvasText', 'LinkText', 'Highlight'].map(name => {
            const e = document.body.appendChild(document.createElement('i'))
            e.style.color = name
            const shown = getComputedStyle(e).color
            e.remove()
            return [name, shown]
        }))"""
    )
    return found


def test_drawings_take_the_colours_of_the_text(forced: Page, site_url: str) -> None:
    forced.goto(site_url + "/2020-03-16/06/")
    text = colours(forced)["CanvasText"]
    assert style(forced, ".drawing__line", "stroke") == text
    assert style(forced, ".drawing__axis", "stroke") == text
    assert style(forced, ".drawing__svg text", "fill") == text
    forced.goto(site_url + "/")
    assert style(forced, ".dots circle", "fill") == text


def test_words_that_are_pointed_at_are_marked_by_a_line_on_which_their_terms_are_seen(
    forced: Page, site_url: str
) -> None:
    forced.goto(site_url + "/2020-03-16/06/")
    seen = colours(forced)
    assert style(forced, "mark.quoted", "backgroundColor") == seen["Canvas"]
    forced.locator("mark.quoted").first.hover()
    marked = [style(forced, "mark.quoted", f"outline{x}") for x in ("Style", "Color")]
    assert marked == ["solid", seen["Highlight"]]
    assert style(forced, "mark.quoted a.term", "color") != style(
        forced, "mark.quoted", "backgroundColor"
    )


def test_what_is_chosen_differs_from_what_is_not(forced: Page, site_url: str) -> None:
    forced.goto(site_url + "/2020-03-16/06/")
    chosen, other = (f'.choice [value="{value}"]' for value in ("both", "zh"))
    for name in ("backgroundColor", "color"):
        assert style(forced, chosen, name) != style(forced, other, name)
    seen = colours(forced)
    assert style(forced, ".copy", "backgroundColor", "::before") == seen["LinkText"]
    forced.goto(site_url + "/")
    with_sum, without = "a.chip--sum", "a.chip--line"
    assert style(forced, with_sum, "backgroundColor") != style(forced, without, "backgroundColor")
    assert style(forced, ".md-tabs__item--active", "borderBottomStyle") == "solid"


def test_words_on_a_ground_of_their_own_are_seen(forced: Page, site_url: str) -> None:
    forced.goto(site_url + "/2020-03-16/12/")
    ground = colours(forced)["Canvas"]
    for selector in (".award .number--line", ".said"):
        assert style(forced, selector, "color") != ground, selector


def test_the_focus_has_a_ring_in_the_colour_of_the_system(forced: Page, site_url: str) -> None:
    forced.goto(site_url + "/2020-03-16/06/")
    seen = colours(forced)
    forced.locator('.choice [value="zh"]').focus()
    forced.keyboard.press("Shift+Tab")
    forced.keyboard.press("Tab")
    ring = [style(forced, '.choice [value="zh"]', f"outline{x}") for x in ("Style", "Color")]
    assert ring == ["solid", seen["Highlight"]]


def test_the_result_of_a_search_in_focus_has_the_ring_too(forced: Page, site_url: str) -> None:
    forced.goto(site_url + "/2020-03-16/06/")
    seen = colours(forced)
    forced.locator(".md-search__input").fill("智能工厂")
    forced.wait_for_selector(".md-search-result__item")
    assert style(forced, ".md-search-result__meta", "backgroundColor") == seen["Canvas"]
    for focused in (".md-search-result__link", ".md-search-result__more > summary"):
        forced.keyboard.press("ArrowDown")
        assert forced.locator(focused).first.evaluate("e => e === document.activeElement")
        ring = [style(forced, focused, f"outline{x}") for x in ("Style", "Color")]
        assert ring == ["solid", seen["Highlight"]], focused


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_black_and_white_and_strong_lines(
    open_context: OpenContext, site_url: str, scheme: str
) -> None:
    def looks(contrast: str) -> list[str]:
        with open_context(site_url, contrast=contrast, color_scheme=scheme) as (context, _watch):
            page = context.new_page()
            page.goto(site_url + "/2020-03-16/06/")
            return [
                style(page, "h1", "color"),
                style(page, ".award", "borderTopColor"),
            ]

    ink, line = looks("more")
    assert ink == ("rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)")
    assert line != looks("no-preference")[1]
