"""What changed between editions, in a browser: two editions walked through in both languages.

The second edition is invented (`tests/editions`); the site is built of it for these tests only.
"""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import BrowserContext, Page

from docs.site.builder import build_site
from tests.browser.axe import violations, violations_in_both_schemes
from tests.browser.watch import OpenContext, Watch
from tests.docs.conftest import StandInWizard
from tests.editions.second import second
from tests.policy import compiled
from tests.serving import serving

OLD, NEW = "2020-03-16", "2021-01-01"
PAGES = [f"{folder}{NEW}/{name}/" for folder in ("", "en/") for name in ("changes", "03", "28")]


@pytest.fixture(scope="module")
def editions_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of two editions, without a last slash."""
    out = tmp_path_factory.mktemp("editions") / "site"
    build_site(second(), out, others=[compiled()], wizard=StandInWizard())
    with serving(Path(out)) as server:
        yield server.url.rstrip("/")


@pytest.fixture(scope="module")
def opened(open_context: OpenContext, editions_url: str) -> Iterator[tuple[BrowserContext, Watch]]:
    """A context for all tests that need none of their own: nothing is stored in it."""
    with open_context(editions_url, reduced_motion="reduce") as context:
        yield context


@pytest.fixture
def shown(opened: tuple[BrowserContext, Watch]) -> Iterator[Page]:
    context, watch = opened
    page = context.new_page()
    yield page
    page.close()
    assert watch.problems() == []


def test_no_page_has_an_accessibility_fault_light_or_dark(shown: Page, editions_url: str) -> None:
    found = []
    for path in PAGES:
        shown.goto(f"{editions_url}/{path}", wait_until="load")
        # names and links are of a language, colours are of the elements of both
        look = violations if path.startswith("en/") else violations_in_both_schemes
        found += [f"{path} {fault}" for fault in look(shown)]
    assert found == []


STYLE = """element => {
  const style = getComputedStyle(element);
  return [style.textDecorationLine, style.color, style.backgroundColor];
}"""


@pytest.mark.parametrize("media", ["screen", "print"])
def test_struck_and_inserted_words_differ_by_their_lines(
    shown: Page, editions_url: str, media: str
) -> None:
    shown.emulate_media(media="print" if media == "print" else "screen")
    shown.goto(f"{editions_url}/{NEW}/changes/")
    lines = [shown.locator(f".redline {mark}").first.evaluate(STYLE)[0] for mark in ("del", "ins")]
    assert lines == ["line-through", "underline"]
    if media == "print":
        colours = {
            tuple(shown.locator(f".redline {mark}").first.evaluate(STYLE)[1:])
            for mark in ("del", "ins")
        }
        assert len(colours) == 1  # black on white: nothing rests on colour


def test_forced_colours_keep_the_lines(open_context: OpenContext, editions_url: str) -> None:
    with open_context(editions_url, forced_colors="active") as (context, _):
        page = context.new_page()
        page.goto(f"{editions_url}/{NEW}/changes/")
        struck = page.locator(".redline del").first.evaluate(STYLE)
        assert struck[0] == "line-through"


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_does_not_scroll_sideways(
    shown: Page, editions_url: str, path: str
) -> None:
    shown.set_viewport_size({"width": 320, "height": 640})
    shown.goto(f"{editions_url}/{path}")
    assert shown.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_reader_walks_from_a_clause_through_the_change_to_the_former_text(
    shown: Page, editions_url: str
) -> None:
    """With the keyboard only: each link is reached by Tab and followed by Enter."""
    shown.goto(f"{editions_url}/{NEW}/03/#history")
    follow(shown, "../changes/#industrial-investment")
    shown.wait_for_url(f"**/{NEW}/changes/#industrial-investment")
    follow(shown, f"../../{OLD}/03/", inside="section[aria-labelledby=industrial-investment]")
    shown.wait_for_url(f"**/{OLD}/03/")
    assert shown.locator("#history-" + NEW).count() == 0
    follow(shown, f"../../{NEW}/changes/#industrial-investment")
    shown.wait_for_url(f"**/{NEW}/changes/#industrial-investment")


def follow(page: Page, address: str, inside: str = "main") -> None:
    """Press Tab up to a link and Enter on it."""
    page.locator(f"{inside} a[href='{address}']").first.evaluate(
        "link => { const all = [...document.querySelectorAll('a[href], button, [tabindex]')];"
        " const before = all[all.indexOf(link) - 1]; before.focus({ preventScroll: true }); }"
    )
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == address:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab does not reach {address}")


@pytest.mark.parametrize("path", [f"{NEW}/changes/", f"en/{NEW}/03/"])
def test_on_grey_paper_every_sheet_is_white_and_used(
    shown: Page, editions_url: str, path: str
) -> None:
    shown.emulate_media(color_scheme="dark")
    shown.goto(f"{editions_url}/{path}")
    paper = shown.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    sheets = list(pypdfium2.PdfDocument(paper))
    for number, sheet in enumerate(sheets):
        drawn = sheet.render(scale=0.5, grayscale=True).to_pil()
        width, height = drawn.size
        assert {drawn.getpixel((x, height // 2)) for x in (2, width - 3)} == {255}
        inked = drawn.crop((0, 0, width, int(height * 0.94)))
        box = inked.point(lambda grey: 255 * (grey < 160)).getbbox()
        assert number == len(sheets) - 1 or (box and box[3] > height * 0.5)
