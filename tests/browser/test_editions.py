"""A site of two editions as a reader walks it: notice, links, search, keyboard, paper, axe."""

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations, violations_in_both_schemes
from tests.browser.test_search import BOX, ITEM, READY
from tests.browser.waiting import until
from tests.browser.watch import OpenContext
from tests.made_editions import DRAFT, ISSUED

NOTICE = ".status__other"
PAGES = [
    f"{DRAFT}/03/",
    f"{ISSUED}/03/",
    f"{DRAFT}/readings/",
    f"{DRAFT}/text/",
    f"{DRAFT}/wizard/",
    f"{ISSUED}/changes/",
    "editions/",
    "data/",
]
SAID = {
    "": ("2020-03-16版（征求意见稿）", "2021-06-01版（施行中）", "全部版本"),
    "en/": ("edition of 2020-03-16 (draft for comment)", "edition of 2021-06-01 (in force)",
            "All editions"),
}  # fmt: skip


SCROLLED = """() => {
  const list = document.querySelector('.md-search__scrollwrap');
  list.scrollTop = list.scrollTop ? 0 : list.scrollHeight; // the theme hears only the way there
  return !!document.querySelector('.md-search-result a[href*="%s"]');
}"""


@pytest.fixture
def page(editions_page: Page) -> Page:
    """A tab in which nothing may go wrong."""
    return editions_page


@pytest.mark.parametrize("folder", SAID)
def test_the_notice_leads_to_the_same_clause_and_the_list_back(
    page: Page, editions_url: str, folder: str
) -> None:
    own, front, every = SAID[folder]
    page.goto(f"{editions_url}/{folder}{DRAFT}/03/")
    banner = page.locator(".md-banner")
    expect(banner).to_contain_text(own)
    expect(banner).to_contain_text(front)
    page.locator(NOTICE).click()
    expect(page).to_have_url(f"{editions_url}/{folder}{ISSUED}/03/")
    expect(banner).to_contain_text(front)
    expect(page.locator(NOTICE)).to_have_count(0)
    banner.get_by_role("link", name=every).click()
    expect(page).to_have_url(f"{editions_url}/{folder}editions/")
    page.locator("article").get_by_role("link", name=DRAFT, exact=True).click()
    expect(page).to_have_url(f"{editions_url}/{folder}{DRAFT}/")


def test_the_switch_stays_in_the_edition(page: Page, editions_url: str) -> None:
    page.goto(f"{editions_url}/{DRAFT}/03/")
    page.locator(".switch").first.click()
    expect(page).to_have_url(f"{editions_url}/en/{DRAFT}/03/")
    expect(page.locator(".md-banner")).to_contain_text(SAID["en/"][0])


@pytest.mark.parametrize("folder", SAID)
def test_the_tabs_and_the_navigation_of_an_edition_lead_on(
    page: Page, editions_url: str, folder: str
) -> None:
    page.goto(f"{editions_url}/{folder}{DRAFT}/03/")
    tabs = page.locator(".md-tabs__link")
    addresses = tabs.evaluate_all("tabs => tabs.map(tab => tab.href)")
    root = f"{editions_url}/{folder}"
    assert addresses[0] == root
    assert f"{root}{DRAFT}/" in addresses
    assert f"{root}guide/" in addresses
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None and answer.ok, address


@pytest.mark.parametrize(("folder", "query"), [("", "产业投资"), ("en/", "industrial investment")])
def test_other_editions_are_found_behind_the_one_in_front_by_name(
    page: Page, editions_url: str, folder: str, query: str
) -> None:
    own = SAID[folder][0]
    page.goto(f"{editions_url}/{folder}")
    page.locator(BOX).click()
    until(page, READY)
    page.fill(BOX, query)
    # the theme draws ten results, and more when they are scrolled to
    until(page, SCROLLED % f"/{folder}{DRAFT}/03/")
    expect(page.locator(f"{ITEM} .search-edition").first).to_have_text(own)
    links = page.eval_on_selector_all(
        f"{ITEM} > a:first-of-type", "links => links.map(link => new URL(link.href).pathname)"
    )
    places = [f"/{folder}{DRAFT}/" in link for link in links]
    assert places == sorted(places), "the edition in front comes first"
    assert links[0].startswith(f"/{folder}{ISSUED}/")
    # each result of another edition names it, and no other does
    assert places == page.eval_on_selector_all(
        f"{ITEM} > a:first-of-type",
        "links => links.map(link => !!link.querySelector('.search-edition'))",
    )


def test_words_that_only_an_earlier_edition_has_are_found(page: Page, editions_url: str) -> None:
    page.goto(f"{editions_url}/{ISSUED}/03/")
    page.locator(BOX).click()
    until(page, READY)
    page.fill(BOX, "产业投资 3000万元")
    result = page.locator(f"{ITEM} > a", has=page.locator(".search-edition")).first
    expect(result).to_be_visible()
    result.click()
    expect(page).to_have_url(f"{editions_url}/{DRAFT}/03/")


def test_the_notice_is_reached_by_keyboard(page: Page, editions_url: str) -> None:
    page.goto(f"{editions_url}/{DRAFT}/03/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.status__other')"):
            break
    outline = page.locator(NOTICE).evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{editions_url}/{ISSUED}/03/")


@pytest.mark.parametrize("folder", SAID)
@pytest.mark.parametrize("path", ["03/", "text/", "readings/"])
def test_paper_says_which_edition_it_is_and_where_the_current_one_is(
    page: Page, editions_url: str, folder: str, path: str
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{editions_url}/{folder}{DRAFT}/{path}")
    sheet = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))[0]
    text = "".join(sheet.get_textpage().get_text_range().split())
    own, front, _ = SAID[folder]
    assert "".join(own.split()) in text
    assert "".join(front.split()) in text
    there = "本站当前版本" if not folder else "Thecurrenteditionhere"
    assert there in text
    page.emulate_media(media="print", color_scheme="dark")
    place = ".cover" if path == "text/" else ".md-banner"
    shown = page.locator(f"{place} {NOTICE}")
    expect(shown).to_be_visible()
    # dark on white, once the colours of the screen have faded into those of paper
    page.wait_for_function(
        "e => Math.max(...getComputedStyle(e).color.match(/[0-9]+/g).slice(0, 3)) < 0x60",
        arg=shown.element_handle(),
    )


@pytest.mark.parametrize("folder", SAID)
def test_no_page_of_several_editions_has_an_accessibility_fault(
    open_context: OpenContext, editions_url: str, folder: str
) -> None:
    # names and links are of a language, colours are of the elements of both
    look = violations if folder else violations_in_both_schemes
    found: list[str] = []
    with open_context(editions_url, reduced_motion="reduce") as (context, _):
        page = context.new_page()
        for path in PAGES:
            page.goto(f"{editions_url}/{folder}{path}", wait_until="load")
            found += [f"{path}  {fault}" for fault in look(page)]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(page: Page, editions_url: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for folder in SAID:
        page.goto(f"{editions_url}/{folder}{path}")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
