"""Every page of both languages, as a browser shows it, at the root and deep in a portal."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import address, invest, results, step
from tests.browser.crawl import Visit, below, crawl, is_page
from tests.browser.watch import OpenContext
from tests.serving import serving

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
SEARCH_BOX = "[data-md-component=search-query]"
ASKED_BY_OTHERS = {
    "/404.html",
    "/robots.txt",
    "/sitemap.xml",
    "/_headers",
    "/_nginx.conf",
    "/SHA256SUMS",
    "/wizard/offline.js",
    "/en/wizard/offline.js",
}
"""What a web server or a search engine asks for, or a browser that keeps the wizard, or
whoever proves that a copy is complete; no page."""
ON_DEMAND = "/assets/wizard/workbook-"
"""What writes an Excel workbook: fetched where its button is pressed (`test_take_away`)."""


def lines(found: list[str]) -> str:
    """Set out what was found, one a line, as the message of a failed test."""
    return "\n".join(["", *found])


@pytest.fixture(scope="module")
def walked(open_whole_context: OpenContext, site_url: str) -> tuple[dict[str, Visit], set[str]]:
    """All pages at the root of a server, in a wide window, and every path asked for there.

    In the whole browser, which also asks for the icon. In each language the search is used once,
    and the wizard once after all pages.
    """
    with open_whole_context(site_url, viewport=WIDE) as (context, watch):
        visits = crawl(context, watch, site_url)
        page = context.new_page()
        for first, word in (("/", "工厂"), ("/en/", "factory")):
            page.goto(site_url + first)
            page.locator(SEARCH_BOX).fill(word)
            page.wait_for_selector(".md-search-result__item", state="attached")
        page.goto(address(site_url, "zh"))
        invest(page)
        step(page, "results")
        expect(results(page)).to_contain_text("元")
        places = {below(site_url, asked) for asked in watch.asked}
        return visits, {place[0] for place in places if place}


@pytest.fixture(scope="module")
def at_root(walked: tuple[dict[str, Visit], set[str]]) -> dict[str, Visit]:
    """All pages at the root of a server, in a wide window."""
    return walked[0]


@pytest.fixture(scope="module")
def in_portal(open_context: OpenContext, mounted_url: str) -> dict[str, Visit]:
    """All pages under a sub-path, in the narrowest window."""
    with open_context(mounted_url, viewport=NARROW) as (context, watch):
        return crawl(context, watch, mounted_url)


@pytest.fixture(scope="module", params=["at_root", "in_portal"])
def visits(request: pytest.FixtureRequest) -> dict[str, Visit]:
    """The pages as seen in each of the two places."""
    seen: dict[str, Visit] = request.getfixturevalue(request.param)
    return seen


def test_every_clause_is_reached_by_links_in_both_languages(visits: dict[str, Visit]) -> None:
    clauses = [f"/2020-03-16/{number:02d}/" for number in range(1, 42)]
    expected = clauses + [f"/en{path}" for path in clauses]
    assert [path for path in expected if path not in visits] == []


def test_no_page_reports_an_error_or_asks_an_outside_address(visits: dict[str, Visit]) -> None:
    found = [f"{path}: {what}" for path, visit in visits.items() for what in visit.problems]
    assert not found, lines(found)


def test_no_link_and_no_anchor_is_dead(visits: dict[str, Visit], site: Path) -> None:
    dead = set()
    for path, visit in visits.items():
        for target, anchor in visit.links:
            if target in visits:
                state = anchor.startswith(
                    ("/", ":", "!", "claim=", "facts=")
                )  # what a page opens with
                if anchor and anchor not in visits[target].ids and not state:
                    dead.add(f"{path} → {target}#{anchor}")
            elif not (site / target.lstrip("/")).is_file():
                dead.add(f"{path} → {target}")
    assert not dead, lines(sorted(dead))


def test_every_page_names_its_language_and_has_a_title(visits: dict[str, Visit]) -> None:
    wrong = [
        f"{path}: {visit.language!r} {visit.title!r}"
        for path, visit in visits.items()
        if not visit.language.startswith("en" if path.startswith("/en/") else "zh")
        or not visit.title.strip()
    ]
    assert not wrong, lines(wrong)


def test_no_id_stands_twice_on_a_page(visits: dict[str, Visit]) -> None:
    wrong = [f"{path}: {visit.doubles}" for path, visit in visits.items() if visit.doubles]
    assert not wrong, lines(wrong)


def test_the_language_switch_leads_to_the_same_page(visits: dict[str, Visit]) -> None:
    wrong = []
    for path, visit in visits.items():
        other = path.removeprefix("/en") if path.startswith("/en/") else f"/en{path}"
        if not any(target == other for _, target in visit.switches) or other not in visits:
            wrong.append(f"{path}: {visit.switches}")
    assert not wrong, lines(wrong)


def test_no_page_scrolls_sideways(visits: dict[str, Visit]) -> None:
    wrong = [f"{path}: {visit.overflow} px" for path, visit in visits.items() if visit.overflow > 0]
    assert not wrong, lines(wrong)


def test_every_built_page_is_linked_from_somewhere(at_root: dict[str, Visit], site: Path) -> None:
    built = {
        "/" + file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("*.html")
        if file.name != "404.html"
    }
    assert sorted(path for path in built if is_page(path) and path not in at_root) == []


def test_nothing_is_shipped_that_no_page_asks_for(
    walked: tuple[dict[str, Visit], set[str]], site: Path
) -> None:
    visits, asked = walked
    linked = {target for visit in visits.values() for target, _ in visit.links}
    wanted = {f"{path}index.html" if path.endswith("/") else path for path in asked | linked}
    # a host that compresses nothing is asked for the packed copies, any other for the plain files
    wanted |= {f"{path}.gz" for path in asked} | {path.removesuffix(".gz") for path in asked}
    files = [file for file in site.rglob("*") if file.is_file()]
    shipped = {f"/{file.relative_to(site).as_posix()}" for file in files}
    left = shipped - wanted - ASKED_BY_OTHERS
    assert sorted(name for name in left if not name.startswith(ON_DEMAND)) == []


@pytest.mark.parametrize("path", ["/", "/2020-03-16/06/", "/en/2020-03-16/41/"])
def test_the_language_switch_works_without_javascript(
    open_context: OpenContext, mounted_url: str, path: str
) -> None:
    other = path.removeprefix("/en") if path.startswith("/en/") else f"/en{path}"
    code = "zh" if path.startswith("/en/") else "en"
    with open_context(mounted_url, java_script_enabled=False, viewport=WIDE) as (context, watch):
        page = context.new_page()
        page.goto(mounted_url + path)
        switch = page.locator(f"header a[hreflang^={code}]").first
        switch.click()
        assert page.url == mounted_url + other
        assert watch.problems() == []


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
@pytest.mark.parametrize("path", ["/nothing", "/en/nothing/", "/2020-03-16/99/"])
def test_an_address_without_a_page_is_answered_in_both_languages(
    page: Page, site_url: str, path: str
) -> None:
    response = page.goto(site_url + path)
    assert response is not None
    assert response.status == 404
    homes = page.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert homes == [f"{site_url}/", f"{site_url}/en/"]


@pytest.mark.parametrize("prefix", ["/", "/green/"])  # which ends as a folder of the site does
def test_in_every_folder_the_page_that_is_missing_leads_home(
    site: Path, open_context: OpenContext, prefix: str
) -> None:
    folders = [path.name for path in site.iterdir() if path.is_dir()]
    paths = [f"{name}x.html" for name in ("", "en/about/", *(f"{of}/" for of in folders))]
    missing = dict.fromkeys(paths, (site / "404.html").read_bytes())
    homes = {}
    with serving(site, prefix=prefix, extra=missing) as server:
        with open_context(server.url) as (context, _):
            page = context.new_page()
            for path in paths:
                page.goto(server.url + path)
                links = page.locator("a")
                homes[path] = links.evaluate_all("links => links.map(link => link.href)")
        assert homes == {path: [server.url, f"{server.url}en/"] for path in paths}
