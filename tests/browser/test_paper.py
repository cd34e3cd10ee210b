"""On paper: white also where the screen is dark, every sheet used, no heading without its text."""

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import address, invest, results, step

SHEETS = {"2020-03-16/22/": 5, "en/2020-03-16/22/": 6}
"""So many at most, of a clause with many awards."""
PAGES = ("", "2020-03-16/text/", "en/2020-03-16/awards/", "glossary/", "trust/", "en/readings/")


def sheets(page: Page) -> Iterator[tuple[bool, float]]:
    """Print a page: whether each sheet is white at its edges, and how far down there is ink."""
    paper = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    for sheet in pypdfium2.PdfDocument(paper):
        drawn = sheet.render(scale=0.5, grayscale=True).to_pil()
        width, height = drawn.size
        corners = [(x, y) for x in (2, width - 3) for y in (2, height // 2, height - 3)]
        edges = [drawn.getpixel(corner) for corner in corners]
        foot = int(height * 0.94)  # the number of the page stands below
        inked = drawn.crop((0, 0, width, foot)).point(lambda grey: 255 * (grey < 160)).getbbox()
        yield set(edges) == {255}, (inked[3] if inked else 0) / height


@pytest.mark.parametrize("path", [*SHEETS, *PAGES])
def test_a_dark_screen_prints_on_white_paper_and_no_sheet_is_half_empty(
    page: Page, site_url: str, path: str
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site_url}/{path}")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    printed = list(sheets(page))
    assert all(white for white, _ in printed)
    assert len(printed) <= SHEETS.get(path, 99)
    assert all(used > 0.5 for _, used in printed[:-1]), printed


@pytest.mark.parametrize("language", ["zh", "en"])
def test_results_print_on_white_paper(page: Page, site_url: str, language: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(address(site_url, language))
    invest(page, "123,456.78元" if language == "zh" else "RMB 123,456.78")
    step(page, "results")
    expect(results(page)).to_contain_text("24,691.35")
    assert all(white for white, _ in sheets(page))
    page.emulate_media(media="print", color_scheme="dark")
    for part in ("strong", "blockquote", "dt"):
        colour = results(page).locator(part).first.evaluate("e => getComputedStyle(e).color")
        assert max(int(x) for x in colour.strip("rgba()").split(",")[:3]) < 0x60, (part, colour)


def test_a_heading_is_as_high_as_the_lines_that_must_follow_it(page: Page, site_url: str) -> None:
    """Firefox keeps no heading with its text otherwise."""
    page.goto(f"{site_url}/2020-03-16/text/")
    page.emulate_media(media="print")
    heights = page.locator(".md-content h2, .md-content h3").evaluate_all(
        """all => all.filter(e => e.checkVisibility() && !e.closest('summary')).map(e => {
          const next = e.nextElementSibling.getBoundingClientRect();
          const own = e.getBoundingClientRect();
          return [own.height, next.top - own.top, getComputedStyle(e).breakInside];
        })"""
    )
    assert len(heights) > 5
    for own, to_next, inside in heights:
        assert inside == "avoid"
        assert own > to_next + 40, "the heading reaches over the lines below it"
        assert to_next < 100, "and takes no room of its own for that"
