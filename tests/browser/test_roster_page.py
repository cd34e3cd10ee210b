"""The page of a run over many applications: accessible, narrow, printed, in both schemes."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.watch import OpenContext
from tests.rosters.pages import page_of_a_comparison
from tests.serving import serving


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page_of_a_comparison(tmp_path_factory.mktemp("compared"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_accessibility_fault_and_is_one_file(
    open_context: OpenContext, folder: Path, scheme: str
) -> None:
    with (
        serving(folder) as server,
        open_context(server.url, color_scheme=scheme) as (context, watch),
    ):
        page = context.new_page()
        page.goto(f"{server.url}index.html")
        assert violations(page) == []
        assert set(server.sent) <= {"/index.html", "/favicon.ico"}
        assert watch.problems() == []


def test_the_page_fits_a_phone_and_paper(open_context: OpenContext, folder: Path) -> None:
    narrow = {"width": 390, "height": 844}
    with serving(folder) as server, open_context(server.url, viewport=narrow) as (context, _):
        page: Page = context.new_page()
        page.goto(f"{server.url}index.html")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
        wide = "one => one.scrollWidth - one.parentElement.clientWidth"
        assert page.eval_on_selector(".summary", wide) <= 0
        totals = page.locator("tfoot").count()
        sheets = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
        text = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    # a total stands once, below all rows of its table, and once in the summary
    assert text.count("\n合计") == 1 + totals
    for part in ("2021-06-01", "第3条", "合计"):
        assert part in text
