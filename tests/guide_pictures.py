"""Makes the pictures of the guide from a built site: `make guide-pictures`.

They are beside the pages (`docs/zh/guide`, `docs/en/guide`) and are committed, so that a build
needs no browser and gives the same bytes anywhere. Retake them when the appearance has changed.
"""

import argparse
import base64
import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from docs.site.live_server import open_server
from tests.browser import applicant
from tests.browser.chromium import FLAGS, find_chromium

DOCS = Path(__file__).parents[1] / "docs"
LANGUAGES = {"zh": "/", "en": "/en/"}
DESK, PHONE = (1280, 800), (390, 780)
"""Sizes of the window in CSS pixels."""
SCALE = {DESK: 0.6, PHONE: 0.7}
SHEET = 714
"""The width of a printed sheet in pixels: 1.5 times its size on the page, to be readable."""
GREYS = 7
"""The number of grey levels of a sheet: small type stays sharp, and files stay small."""
QUALITY = 54
EXAMPLE = "industrial-internet"
"""The example profile whose results are shown on paper."""


@dataclass(frozen=True)
class Picture:
    """What is shown, in which window, and what is done before."""

    name: str
    path: str
    size: tuple[int, int]
    prepare: Callable[[Page, str], None] | None = None
    sheet: int = 0
    """The number of the printed sheet; 0 is the page in the window."""


def search(page: Page, code: str) -> None:
    """Search for something that matches many clauses and an amount."""
    if page.viewport_size and page.viewport_size["width"] < 600:
        page.locator("label.md-header__button[for=__search]").click()
    box = page.locator("[data-md-component=search-query]")
    box.click()
    box.fill("智能工厂 3000万" if code == "zh" else "smart factory 30 million")
    page.wait_for_selector(".md-search-result__item")
    page.wait_for_timeout(400)


def compute(page: Page, code: str) -> None:
    """Fill in an investment and go to the results."""
    applicant.invest(page)
    applicant.step(page, "results")
    expect(applicant.results(page)).to_contain_text("元" if code == "zh" else "RMB")
    page.evaluate("document.querySelector('#wizard-results').scrollIntoView()")


def example(page: Page, code: str) -> None:
    """Fill in the example of a firm with three awards, and wait for all results."""
    page.locator(f'.wizard-examples li:has(a[href="{EXAMPLE}/"]) a[href^="#facts="]').click()
    expect(applicant.results(page).locator(".near-miss").first).to_be_visible()


def pictures() -> Iterator[Picture]:
    """Return every picture of the guide."""
    for name, path, prepare in (
        ("home", "", None),
        ("clause", "2020-03-16/06/", None),
        ("index", "2020-03-16/awards/", None),
        ("search", "", search),
        ("results", "wizard/", compute),
    ):
        yield Picture(f"{name}-desk", path, DESK, prepare)
        yield Picture(f"{name}-phone", path, PHONE, prepare)
    yield Picture("clause-paper", "2020-03-16/06/", DESK, sheet=1)
    for sheet in (1, 2):
        yield Picture(f"results-paper-{sheet}", "wizard/", DESK, example, sheet)


def take(browser: Browser, url: str, code: str, picture: Picture) -> bytes:
    """Return the picture as WebP."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url + LANGUAGES[code] + picture.path, wait_until="load")
    if picture.prepare:
        picture.prepare(page, code)
    if picture.sheet:
        paper = page.pdf(format="A4", prefer_css_page_size=True)
        context.close()
        return drawn(paper, picture.sheet)
    page.wait_for_timeout(300)
    top = page.evaluate("scrollY")  # the position is relative to the top of the document
    clip = {"x": 0, "y": top, "width": width, "height": height}
    clip["scale"] = SCALE.get(picture.size, SCALE[DESK])
    shot = context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "clip": clip}
    )
    context.close()
    return base64.b64decode(shot["data"])


def drawn(paper: bytes, sheet: int) -> bytes:
    """Draw a sheet of a PDF, counted from 1, in greys, as WebP."""
    page = pypdfium2.PdfDocument(paper)[sheet - 1]
    return in_greys(page.render(scale=SHEET / page.get_width()).to_pil())


def in_greys(picture: Image.Image) -> bytes:
    """Return a picture in a few levels of grey, as WebP."""
    out = io.BytesIO()
    few = picture.convert("L").point(lambda grey: round(grey / 255 * GREYS) * 255 // GREYS)
    few.convert("RGB").save(out, "WEBP", lossless=True, quality=100, method=6)
    return out.getvalue()


def main() -> None:
    """Make every picture in both languages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, required=True, help="a site that is built")
    parser.add_argument("--only", default="", help="take those whose name begins with this")
    given = parser.parse_args()
    total = 0
    with shown_in_a_browser(given.site) as (browser, url):
        for code in LANGUAGES:
            folder = DOCS / code / "guide"
            folder.mkdir(exist_ok=True)
            for picture in pictures():
                if picture.name.startswith(given.only):
                    data = take(browser, url, code, picture)
                    total += written(folder / f"{picture.name}.webp", data)
    print(f"together {total / 1024:.0f} KB")


@contextmanager
def shown_in_a_browser(site: Path) -> Iterator[tuple[Browser, str]]:
    """Serve a site; yield a browser, and the address of the site."""
    server = open_server(site, "127.0.0.1", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser, f"http://127.0.0.1:{server.server_port}"
        browser.close()


def written(path: Path, data: bytes) -> int:
    """Write a picture and say how large it is; return its size in bytes."""
    path.write_bytes(data)
    print(f"{path.relative_to(DOCS).as_posix()}  {len(data) / 1024:.0f} KB")
    return len(data)


if __name__ == "__main__":
    main()
