"""The pruned runtime computes what unmodified Pyodide computes."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import address, invest, results, step, total
from tests.browser.conftest import OpenContext
from tests.serving import serving
from wizard.packing.runtime import SHIPPED, find_runtime

SUM = "最高2,000万元"


@pytest.fixture
def unpruned(site: Path, open_context: OpenContext) -> Iterator[Page]:
    """The wizard in Chinese, with the runtime as Pyodide publishes it."""
    (folder,) = (site / "assets" / "wizard").glob("pyodide-*")
    place = folder.relative_to(site).as_posix()
    original = {f"{place}/{name}": (find_runtime().folder / name).read_bytes() for name in SHIPPED}
    copies = {f"{name}.gz": gzip.compress(content, 1) for name, content in original.items()}
    server = serving(site, extra=original | copies)
    with server as served, open_context(served.url) as (context, watch):
        page = context.new_page()
        page.goto(address(served.url.rstrip("/"), "zh"))
        yield page
        assert watch.problems() == []


@pytest.mark.starts_python
def test_the_answers_are_the_same(unpruned: Page, page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    assert everything(unpruned) == everything(page)


def everything(page: Page) -> tuple[str, str]:
    """Return the results and the table for one investment; a workbook is written too."""
    invest(page)
    expect(total(page)).to_have_text(SUM)
    step(page, "results")
    expect(page.locator("#results-near")).not_to_have_attribute("aria-busy", "true")
    shown = results(page).inner_text()
    listing, workbook = taken(page, "listing").decode("utf-8-sig"), taken(page, "workbook")
    assert workbook.startswith(b"PK")
    expect(page.locator("#wizard-fault")).to_be_hidden()
    assert SUM in shown
    (host,) = {*re.findall(r"http://127\.0\.0\.1:\d+/", listing)}
    return shown, listing.replace(host, "/")


def taken(page: Page, table: str) -> bytes:
    """Return the content of a table that the page gives."""
    with page.expect_download() as download:
        page.locator(f'[data-do="{table}"]').click()
    return Path(download.value.path()).read_bytes()
