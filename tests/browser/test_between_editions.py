"""What another edition changes for the reader: asked for, changed, printed, taken away, offline."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.applicant import add, field, invest, step
from tests.browser.axe import violations_in_both_schemes
from tests.browser.keeping import named
from tests.browser.phone import OVERFLOW
from tests.browser.test_wizard_editions import at
from tests.browser.watch import OpenContext
from tests.made_editions import DRAFT, ISSUED
from tests.serving import serving
from wizard.packing.compiled import compiled_name
from wizard.page.place import FOLDERS

LESS = {"zh": "减少1,000万元", "en": "RMB 10 million less"}


@pytest.fixture
def tab(editions_page: Page) -> Page:
    """A tab in which nothing may go wrong."""
    return editions_page


def compare(page: Page, url: str, language: str = "zh", edition: str = ISSUED) -> None:
    """Claim clause 3 above both ceilings and ask for the comparison."""
    page.goto(at(url, edition, language))
    invest(page, "10亿" if language == "zh" else "1 billion")
    step(page, "results")
    page.locator("[data-against]").click()
    expect(page.locator("#between-compared .compared-totals")).to_be_visible()


@pytest.mark.starts_python
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_answers_are_compared_and_a_change_counts_on_both_sides(
    tab: Page, editions_url: str, language: str
) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(at(editions_url, ISSUED, language))
    invest(tab, "10亿")
    step(tab, "results")
    other = (tab.locator("[data-against]").get_attribute("data-against") or "").rpartition("/")[2]
    expect(tab.locator("#results-payable")).to_be_visible()
    assert not any(other in url for url in asked)
    tab.locator("[data-do=betweenTitle]").click()
    tab.keyboard.press("Tab")  # from the heading to the button
    tab.keyboard.press("Enter")
    shown = tab.locator("#between-compared")
    expect(shown.locator(".compared-totals")).to_contain_text(LESS[language])
    expect(tab.locator("#results-between-title")).to_be_focused()
    expect(shown.locator(f'a[href$="{DRAFT}/03/#p1"]')).to_be_attached()
    expect(shown.locator(f'a[href$="{ISSUED}/03/#p1"]')).to_be_attached()
    history = shown.locator('a[href$="#history"]')
    assert tab.request.get(history.evaluate("link => link.href")).ok
    step(tab, "lists")
    field(tab, "c1.actual_input").fill("1亿")  # below both ceilings
    step(tab, "results")
    expect(shown.locator(".compared-totals")).not_to_contain_text(LESS[language])
    # the plain file is left off for the packed copy where the server compresses nothing
    assert len([url for url in asked if other in url]) in (1, 2)
    tab.locator("[data-do=betweenOff]").click()
    expect(shown).to_be_empty()


def test_a_side_that_needs_facts_is_no_difference(tab: Page, editions_url: str) -> None:
    compare(tab, editions_url)
    add(tab, "14-city-centre")
    step(tab, "results")
    shown = tab.locator("#between-compared")
    for _ in range(2):
        expect(shown).to_contain_text("另有1项无法比较")
        expect(shown.locator(".compared-totals")).to_contain_text(LESS["zh"])
        tab.reload()  # goes on comparing


@pytest.mark.parametrize(("language", "width"), [("zh", 1280), ("en", 390)])
def test_it_has_no_accessibility_fault_and_does_not_scroll_sideways(
    tab: Page, editions_url: str, language: str, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    compare(tab, editions_url, language)
    assert tab.evaluate(OVERFLOW) <= 0
    assert violations_in_both_schemes(tab) == []


def test_it_is_printed_by_itself(tab: Page, editions_url: str) -> None:
    compare(tab, editions_url)
    tab.evaluate(
        "window.print = () => (window.printed = document.getElementById('wizard').dataset.printing)"
    )
    tab.locator("[data-do=betweenPrint]").click()
    assert tab.evaluate("window.printed") == "between"
    paper = pypdfium2.PdfDocument(tab.pdf(format="A4", prefer_css_page_size=True))
    text = "".join(sheet.get_textpage().get_text_range() for sheet in paper)
    assert "对我有什么变化" in text
    assert "减少1,000万元" in text
    assert "实际投入" not in text.split("对我有什么变化")[0]  # the results themselves stay away


def test_both_files_hold_the_difference_as_a_negative_number(tab: Page, editions_url: str) -> None:
    compare(tab, editions_url)
    for kind in ("betweenListing", "betweenWorkbook"):
        with tab.expect_download() as download:
            tab.locator(f"[data-do={kind}]").click()
        name, path = download.value.suggested_filename, download.value.path()
        assert name.startswith(f"changes-{DRAFT}-{ISSUED}.")
        if name.endswith("csv"):
            rows = list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline="")))
            assert [row["差额（元）"] for row in rows] == ["-10000000"]
        else:
            sheet = load_workbook(BytesIO(path.read_bytes())).worksheets[1]
            assert -10_000_000 in [cell.value for cell in sheet[2]]


def test_it_works_without_a_network_once_it_was_asked_for(
    open_context: OpenContext, two_editions: Path
) -> None:
    with serving(two_editions) as server, open_context(named(server)) as (context, _):
        page = context.new_page()
        page.goto(at(named(server), DRAFT))
        expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        page.evaluate("navigator.serviceWorker.ready")
        page.reload()
        compare(page, named(server), edition=DRAFT)
        page.close()
        server.down = True
        page = context.new_page()
        compare(page, named(server), edition=DRAFT)
        expect(page.locator("#between-compared")).to_contain_text(LESS["zh"])


def test_a_site_of_one_edition_ships_and_says_none_of_it(site: Path) -> None:
    (archive,) = (site / "assets/wizard").glob("results-*.zip")
    names = ZipFile(archive).namelist()
    left = ("between_editions/", *(compiled_name(language, "between.html") for language in FOLDERS))
    assert [name for name in names if name.startswith(left)] == []
    assert "between" not in (site / "wizard/index.html").read_text("utf-8")


def test_without_a_network_it_says_that_the_other_edition_was_not_read(
    open_context: OpenContext, editions_url: str
) -> None:
    with open_context(editions_url) as (context, _):
        page = context.new_page()
        page.goto(at(editions_url, ISSUED))
        invest(page, "10亿")
        step(page, "results")
        expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        context.route("**/policy-*.json*", lambda route: route.abort())
        page.locator("[data-against]").click()
        expect(page.locator("#between-said")).to_contain_text("没有读到另一版文本，或者无法比较")
        expect(page.locator("[data-against]")).to_have_attribute("aria-pressed", "false")
