"""What an applicant takes away from the results: tables, a workbook, paper."""

import csv
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import address, invest, results, step

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def ready(page: Page, site_url: str, language: str = "zh") -> None:
    """Claim clause 3 with 123,456.78 yuan of input, and look at the results."""
    page.goto(address(site_url, language))
    invest(page, "123,456.78元" if language == "zh" else "RMB 123,456.78")
    step(page, "results")
    expect(results(page)).to_contain_text("24,691.35")


def take(page: Page, kind: str) -> tuple[str, bytes]:
    """Press the button and return the name of the file and what is in it."""
    with page.expect_download() as download:
        page.locator(f'[data-do="{kind}"]').click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("language", "counted", "at_most"),
    [("zh", "计入合计（元）", "上限"), ("en", "Counted in the total (RMB)", "ceiling")],
)
def test_a_table_opens_in_a_spreadsheet_program_and_adds_up(
    page: Page, site_url: str, language: str, counted: str, at_most: str
) -> None:
    ready(page, site_url, language)
    name, content = take(page, "listing")
    assert name == "results-2020-03-16.csv"
    assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row[counted] for row in rows] == ["7407.40", "17283.95"]
    assert at_most in rows[0].values()
    folder = "" if language == "zh" else "en/"
    assert f"{site_url}/{folder}2020-03-16/03/#p1" in rows[0].values()


@pytest.mark.allows_console_errors
@pytest.mark.allows_failed_requests
def test_a_workbook_is_made_here_and_needs_the_network_for_its_first_time_only(
    own_page: Page, site_url: str
) -> None:
    page, asked = own_page, list[str]()
    page.context.on("request", lambda request: asked.append(request.url))
    ready(page, site_url)
    assert not any("workbook" in url for url in asked), "the start stays as small as it was"
    page.context.set_offline(True)
    page.locator('[data-do="workbook"]').click()
    expect(page.locator("#wizard-taken")).to_contain_text("没有网络")
    take(page, "listing")  # needs none
    page.context.set_offline(False)
    name, content = take(page, "workbook")
    page.context.set_offline(True)
    assert take(page, "workbook") == (name, content)
    assert name == "results-2020-03-16.xlsx"
    book = zipfile.ZipFile(io.BytesIO(content))
    sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet2.xml"))
    assert "24691.35" in [value.text for value in sheet.iter(f"{SHEET}v")]
    assert "四号线" not in str(asked) and "12345" not in str(asked)
