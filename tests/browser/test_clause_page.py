"""The page of a clause as a reader meets it: languages, terms, links, citation, paper, weight."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.axe import Audit, violations
from tests.browser.phone import OVERFLOW
from tests.browser.shifts import SHIFTS
from tests.browser.waiting import until
from tests.browser.watch import OpenContext
from tests.serving import Line, serving

CLAUSE = "/2020-03-16/26/"
BUDGET = 95_000
"""What a first view of a clause may weigh, compressed, in bytes."""
_FIRST_PAINT = """addEventListener('DOMContentLoaded', () => {
    const row = document.querySelector('.parallel__en')
    window.seen = [document.documentElement.dataset.languages, getComputedStyle(row).display]
})"""


def shown(page: Page) -> tuple[bool, bool]:
    """Whether the Chinese and the English of the first paragraph are to be seen."""
    return (
        page.locator(".parallel__zh").first.is_visible(),
        page.locator(".parallel__en").first.is_visible(),
    )


@pytest.mark.parametrize(
    ("choice", "expected"), [("zh", (True, False)), ("en", (False, True)), ("both", (True, True))]
)
def test_the_choice_of_languages_is_kept_and_never_flickers(
    page: Page, site_url: str, choice: str, expected: tuple[bool, bool]
) -> None:
    page.add_init_script(_FIRST_PAINT)
    page.goto(site_url + CLAUSE)
    button = page.locator(f".choice button[value={choice}]")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert shown(page) == expected
    for path in (CLAUSE, "/en/2020-03-16/14/", "/2020-03-16/status/"):
        page.goto(site_url + path)
        assert shown(page) == expected
        # read when the text had been parsed and before our own script ran
        languages, display = page.evaluate("window.seen")
        assert languages == choice
        assert (display == "none") is (choice == "zh")


def test_words_that_a_link_names_are_shown_even_in_a_language_switched_off(
    page: Page, site_url: str
) -> None:
    page.add_init_script("localStorage.setItem('policy.languages', 'zh')")
    page.goto(site_url + CLAUSE)
    assert shown(page) == (True, False)
    page.goto(f"{site_url}{CLAUSE}#q-26-core-team-en")
    page.reload()
    assert shown(page) == (True, True)
    arrived = page.locator("mark.arrived")
    assert arrived.count() == 2, "marked in both languages"
    assert page.evaluate("localStorage.getItem('policy.languages')") == "zh"


def test_a_mark_and_its_partner_light_up_together_and_lead_to_the_facts(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + CLAUSE)
    ground = "e => getComputedStyle(e.closest('mark')).backgroundColor"
    words = page.locator("#q-26-core-team-zh")
    assert words.evaluate(ground) == "rgba(0, 0, 0, 0)", "no words are tinted by themselves"
    words.hover()
    assert page.locator("mark.lit").count() == 2
    assert words.evaluate(ground) != "rgba(0, 0, 0, 0)"
    page.mouse.move(0, 0)
    number = page.locator(".parallel__zh .ref").nth(2)
    number.hover()
    assert page.locator("mark.lit").count() == 2
    number.click()
    assert urlsplit(page.url).fragment == "26-core-team"
    page.locator("[id='26-core-team'] dd a[href='#q-26-core-team-zh']").click()
    assert urlsplit(page.url).fragment == "q-26-core-team-zh"


def test_a_term_is_explained_on_hover_and_on_focus_and_escape_closes_it(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + CLAUSE)
    term = page.locator(".parallel__zh .term").nth(1)
    note = page.locator(f"#{term.get_attribute('data-term')}")
    assert term.get_attribute("aria-describedby") == note.get_attribute("id")
    assert not note.is_visible()
    term.hover()
    note.wait_for()
    note.hover()
    page.wait_for_timeout(400)
    assert note.is_visible(), "the pointer may rest on the note"
    page.keyboard.press("Escape")
    assert not note.is_visible()
    page.mouse.move(0, 0)
    term.focus()
    note.wait_for()
    assert "World 500" in note.inner_text()
    page.keyboard.press("Tab")
    note.wait_for(state="hidden")


def test_a_tap_explains_and_the_second_follows(open_context: OpenContext, site_url: str) -> None:
    size = {"width": 320, "height": 640}
    with open_context(site_url, viewport=size, has_touch=True, is_mobile=True) as (context, watch):
        page = context.new_page()
        page.goto(site_url + CLAUSE)
        term = page.locator(".parallel__zh .term").nth(1)
        term.tap()
        note = page.locator(f"#{term.get_attribute('data-term')}")
        note.wait_for()
        box = note.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 320
        assert page.url.endswith(CLAUSE)
        page.evaluate("document.querySelectorAll('h1')[0].scrollIntoView()")
        assert violations(page) == []
        term.tap()
        page.wait_for_url("**/glossary/#*")
        assert watch.problems() == []


def test_the_address_of_a_paragraph_is_copied_and_said(
    open_context: OpenContext, site_url: str
) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    with open_context(site_url, permissions=rights) as (context, _watch):
        page = context.new_page()
        page.goto(site_url + CLAUSE)
        button = page.locator("[data-copy-link=p1]")
        button.focus()
        page.keyboard.press("Enter")
        said = page.locator(".said[role=status]")
        until(page, "document.querySelector('.said').textContent")
        address = f"{site_url}{CLAUSE}#p1"
        assert said.inner_text() == f"已复制：{address}"
        assert page.evaluate("navigator.clipboard.readText()") == address
        page.goto(address)
        row = page.locator("#p1")
        ground = "e => getComputedStyle(e).backgroundColor"
        assert row.evaluate(ground) != page.locator(".parallel").evaluate(ground)

        page.locator("summary", has_text="引用本条").click()
        page.locator("[data-copy-text=cite-en]").click()
        until(page, "document.querySelector('.said').textContent.includes('clause 26')")
        cited = page.evaluate("navigator.clipboard.readText()")
        assert cited.endswith(f"{site_url}/en{CLAUSE}"), "each citation leads to its language"
        assert "never in force" in cited and "2020-03-16" in cited


def test_where_copying_is_not_allowed_the_page_says_what_to_select(
    page: Page, site_url: str
) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "document.execCommand = () => false"
    )
    page.goto(site_url + CLAUSE)
    page.locator("[data-copy-link=p1]").click()
    until(page, "document.querySelector('.said').textContent")
    assert page.locator(".said").inner_text().startswith("浏览器不允许复制")


def test_a_clause_is_complete_without_javascript(open_context: OpenContext, site_url: str) -> None:
    with open_context(site_url, java_script_enabled=False) as (context, watch):
        page = context.new_page()
        page.goto(site_url + "/2020-03-16/03/")
        assert shown(page) == (True, True)
        assert not page.locator(".drawing svg").is_visible()
        page.goto(site_url + "/2020-03-16/03/#03-industrial-investment")
        assert page.locator(".drawing svg").is_visible(), "opened by the address alone"
        assert page.locator(".drawing table").is_visible()
        assert page.locator(".cite").count() == 2
        for useless in (".choice", ".copy", ".button", ".term-note"):
            assert not page.locator(useless).first.is_visible(), useless
        page.locator(".parallel__zh .term").first.click()
        assert "/glossary/#" in page.url
        assert watch.problems() == []


def test_each_language_has_its_own_fonts_on_the_pages_of_both(page: Page, site_url: str) -> None:
    def fonts(path: str) -> list[str]:
        page.goto(site_url + path)
        family = "e => getComputedStyle(e).fontFamily"
        return [page.locator(f".parallel__{code}").first.evaluate(family) for code in ("zh", "en")]

    assert fonts(CLAUSE) == fonts(f"/en{CLAUSE}")


class InPieces(Line):
    """Sends a page paragraph by paragraph, so that the browser shows what has come so far."""

    def send(self, body: bytes, write: Callable[[bytes], object]) -> None:
        is_page = body.lstrip().startswith(b"<!doctype html>")
        for part in re.split(rb"(?<=</p>)", body) if is_page else [body]:
            write(part)
            sleep(0.04 if is_page else 0)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/2020-03-16/06/", "/en/2020-03-16/06/", "/en/2020-03-16/11/"])
def test_nothing_moves_where_a_page_comes_in_pieces(
    open_context: OpenContext, site: Path, path: str, width: int
) -> None:
    with serving(site) as server:
        server.line = InPieces(1)
        size: ViewportSize = {"width": width, "height": 2000}
        with open_context(server.url, viewport=size) as (context, _watch):
            page = context.new_page()
            page.goto(server.url + path.removeprefix("/"))
            assert page.evaluate(SHIFTS, 300) == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["/2020-03-16/14/", "/en/2020-03-16/26/"])
def test_nothing_moves_while_a_clause_is_loaded(
    open_context: OpenContext, site_url: str, path: str, width: int
) -> None:
    with open_context(site_url, viewport={"width": width, "height": 800}) as (context, _watch):
        page = context.new_page()
        page.add_init_script("localStorage.setItem('policy.languages', 'zh')")
        page.goto(site_url + path, wait_until="load")
        assert page.evaluate(SHIFTS, 300) == []


@pytest.mark.parametrize("path", ["/2020-03-16/14/", "/2020-03-16/22/", "/en/2020-03-16/22/"])
def test_the_first_view_of_a_clause_is_light(
    browser: Browser, site: Path, site_url: str, path: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(site_url + path, wait_until="networkidle")
    context.close()
    sizes: dict[str, int] = {}
    for name in dict.fromkeys(asked):
        file = site / name.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        sizes[name] = len(gzip.compress(file.read_bytes(), 9))
    assert sum(sizes.values()) <= BUDGET, json.dumps(sizes, indent=1)


def test_the_keyboard_reaches_every_link_and_button_of_the_article(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "/2020-03-16/06/")
    wanted = page.locator("article").evaluate(
        """article => [...article.querySelectorAll('a[href], button, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility() && e.tabIndex >= 0)
            .map((e, index) => (e.dataset.reach = index, index))"""
    )
    page.locator("[data-reach='0']").focus()
    reached: set[int] = set()
    for _ in range(len(wanted) + 40):
        place = page.evaluate("document.activeElement?.dataset?.reach")
        if place is not None:
            reached.add(int(place))
        page.keyboard.press("Tab")
    assert reached == set(wanted)


@pytest.mark.parametrize(
    ("path", "closed"), [("22", 4500), ("05", 3600), ("01", 1700), ("39", 1900)]
)
@pytest.mark.parametrize("folder", ["/", "/en/"])
def test_a_clause_is_short_and_its_chinese_column_wide(
    page: Page, site_url: str, folder: str, path: str, closed: int
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site_url}{folder}2020-03-16/{path}/")
    assert page.evaluate("document.documentElement.scrollHeight") <= closed
    characters = page.locator(".parallel__zh").first.evaluate(
        "e => e.clientWidth / parseFloat(getComputedStyle(e).fontSize)"
    )
    assert characters >= 26
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollHeight") <= closed * 1.56
    first = page.locator(".parallel__row p").first
    assert first.get_attribute("lang") == page.locator("html").get_attribute("lang")


@pytest.mark.parametrize(
    ("path", "place", "folds"),
    [
        *(("2020-03-16/22/", place, 1) for place in ("22-pin-product", "readings", "cite")),
        ("2020-03-16/22/", "reading-A31", 1),
        ("readings/", "A31", 2),
    ],
)
def test_an_address_opens_the_part_in_which_its_place_is_folded(
    open_context: OpenContext, site_url: str, path: str, place: str, folds: int
) -> None:
    for script in (True, False):
        with open_context(site_url, java_script_enabled=script) as (context, _watch):
            page = context.new_page()
            page.goto(f"{site_url}/{path}#{place}")
            page.locator(f"[id='{place}']").wait_for()
            assert page.locator("details[open]").count() == folds
            seen = page.locator(f"[id='{place}']").bounding_box()
            assert seen is not None and 50 < seen["y"] < 700, "below the header, in the window"


def test_a_drawing_is_named_by_what_it_shows_and_not_once_more_by_its_title(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "/2020-03-16/06/#06-digital-workshop")
    figure = page.locator(".drawing").first
    shown = figure.locator("svg")
    label = shown.get_attribute("aria-labelledby")
    name = figure.locator(f'[id="{label}"]').text_content() or ""
    assert "1.5亿元" in name and "最高3000万元" in name
    assert figure.locator("figcaption").inner_text() not in figure.locator("svg").inner_html()


def test_the_dots_of_a_drawing_lead_to_the_words_that_set_them(page: Page, site_url: str) -> None:
    page.goto(site_url + "/en/2020-03-16/07/#07-service-company-revenue")
    card = page.locator("[id='07-service-company-revenue']")
    dots = card.locator("a.drawing__point")
    names = dots.evaluate_all("dots => dots.map(dot => dot.getAttribute('aria-label'))")
    assert [name.split(":")[0] for name in names] == ["at RMB 50 million", "at RMB 100 million"]
    dots.first.focus()
    page.keyboard.press("Tab")
    assert dots.nth(1).evaluate("dot => dot === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**#q-07-service-company-revenue-en")
    assert "RMB 100 million" in page.locator(".parallel__en mark.arrived").inner_text()


def test_on_paper_the_text_the_status_and_the_address_stay(page: Page, site_url: str) -> None:
    page.goto(site_url + CLAUSE)
    page.emulate_media(media="print")
    visible: dict[str, Any] = {
        selector: page.locator(selector).first.is_visible()
        for selector in (
            ".md-banner", ".parallel__zh", ".parallel__en", ".award__card", ".print-foot",
            ".md-header", ".md-sidebar", ".md-footer", ".choice", ".copy", ".tools", ".compute",
        )
    }  # fmt: skip
    assert [name for name, seen in visible.items() if seen] == [
        ".md-banner",
        ".parallel__zh",
        ".parallel__en",
        ".award__card",
        ".print-foot",
    ]
    assert f"{site_url}{CLAUSE}" in page.locator(".print-foot").inner_text()


def test_on_paper_no_heading_is_torn_in_two_or_from_its_text(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/2020-03-16/text/")
    page.emulate_media(media="print")
    torn = page.locator("h1, h2, h3").evaluate_all(
        """headings => headings.map(heading => getComputedStyle(heading)).filter(
            style => style.breakInside !== 'avoid' || style.breakAfter !== 'avoid').length"""
    )
    assert torn == 0


def test_clauses_with_drawings_have_no_accessibility_fault(
    open_context: OpenContext, site_url: str
) -> None:
    found = []
    with open_context(site_url, reduced_motion="reduce") as (context, _watch):
        page = context.new_page()
        for path in ("/2020-03-16/14/", "/en/2020-03-16/26/", "/2020-03-16/31/"):
            audit = Audit(page)
            for width in (1280, 320):
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(site_url + path, wait_until="load")
                over = page.evaluate(OVERFLOW)
                found += [f"{path}: {over} px too wide"] if over > 0 else []
                found += [f"{path}: {fault}" for fault in audit.faults_in_both_schemes()]
                page.evaluate(
                    "document.querySelectorAll('details').forEach(e => { e.open = true })"
                )
                found += [f"{path}, open: {fault}" for fault in audit.faults()]
    assert not found, "\n".join(found)
