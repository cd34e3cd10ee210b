"""Every page of both languages, as a browser shows it, at the root and deep in a portal.

Each page is opened twice: wide at the root of a server, and as narrow as a telephone deep in a
portal. Whatever must hold of every page is looked at in these two visits.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.applicant import address, invest, results, step
from tests.browser.axe import kinds_of_page, violations, violations_in_both_schemes
from tests.browser.checks import CHECKS, CLAUSE, language_of
from tests.browser.crawl import Visit, crawl
from tests.browser.phone import COUNT, LOOKED_AT, NARROWEST, PHONE, faults_on_a_phone
from tests.browser.watch import OpenContext, Watch
from tests.policy import clause_numbers
from tests.serving import serving

WIDE: ViewportSize = {"width": 1280, "height": 900}
FIRST = {"zh": "/", "en": "/en/"}
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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_at_the_root_in_a_wide_window(
    open_context: OpenContext, site: Path, site_url: str, language: str, subtests: pytest.Subtests
) -> None:
    kinds = [path for path in kinds_of_page(site) if language_of(path) == language]
    assert len(kinds) > 20
    inaccessible: list[str] = []

    def audit(page: Page, path: str) -> None:
        if path in kinds:
            page.emulate_media(reduced_motion="reduce")
            # names and links are of a language, colours are of the elements of both
            look = violations_in_both_schemes if language == "zh" else violations
            inaccessible.extend(f"{path}  {fault}" for fault in look(page))
            page.emulate_media(reduced_motion="no-preference")
            page.evaluate("localStorage.clear()")

    with open_context(site_url, viewport=WIDE) as (context, watch):
        page = context.new_page()
        visits = crawl(page, watch, site_url, [FIRST[language]], lambda path:
                       language_of(path) == language, audit)  # fmt: skip
        for path in set(kinds) - set(visits):
            page.goto(site_url + path)
            audit(page, path)
        asked = {path for visit in visits.values() for path in visit.asked}
        asked |= asked_by_a_reader(page, watch, site_url, language)
    told(subtests, visits, site, {
        "can be used by everyone": inaccessible,
        "every page is linked from somewhere": not_linked(visits, site, language),
        "nothing is shipped that no page asks for": not_asked(visits, asked, site, language),
    })  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_page_and_every_clause_deep_in_a_portal_on_a_phone(
    open_context: OpenContext, site: Path, mounted_url: str, language: str,
    subtests: pytest.Subtests,
) -> None:  # fmt: skip
    clauses = ["/" + file.parent.relative_to(site).as_posix() + "/"
               for file in site.rglob("index.html")]  # fmt: skip
    pages = {path for path in clauses if CLAUSE.fullmatch(path)} | set(kinds_of_page(site))
    pages = {path for path in pages - {"/404.html"} if language_of(path) == language}
    found: dict[str, list[str]] = defaultdict(list)
    looked_at: Counter[str] = Counter()

    def look(page: Page, path: str) -> None:
        looked_at.update(dict(zip(LOOKED_AT, page.evaluate(COUNT, LOOKED_AT), strict=True)))
        for width in (PHONE, NARROWEST):
            page.set_viewport_size(width)
            for what, faults in faults_on_a_phone(page, path).items():
                found[what] += [f"{path}, {width['width']}: {fault}" for fault in faults]
        page.set_viewport_size(PHONE)

    with open_context(mounted_url, viewport=PHONE) as (context, watch):
        page = context.new_page()
        visits = crawl(page, watch, mounted_url, sorted(pages), lambda path: False, look)
    assert min(looked_at[place] for place in LOOKED_AT) > 40, looked_at
    told(subtests, visits, site, found)


def told(
    subtests: pytest.Subtests, visits: dict[str, Visit], site: Path, more: Mapping[str, list[str]]
) -> None:
    """Fail once for each thing that does not hold of every page, and name the pages."""
    found = {check.__name__: list(check(visits, site)) for check in CHECKS} | dict(more)
    for what, wrong in found.items():
        with subtests.test(what):
            assert not wrong, "\n".join(["", *sorted(wrong)])


def asked_by_a_reader(page: Page, watch: Watch, site_url: str, language: str) -> set[str]:
    """Use the search and the wizard once; return every path that is asked for."""
    watch.asked.clear()
    page.goto(site_url + FIRST[language])
    page.locator(SEARCH_BOX).fill({"zh": "工厂", "en": "factory"}[language])
    page.wait_for_selector(".md-search-result__item", state="attached")
    page.goto(address(site_url, language))
    invest(page, {"zh": "1亿", "en": "100"}[language])
    step(page, "results")
    expect(results(page)).to_contain_text({"zh": "元", "en": "RMB"}[language])
    return {asked.removeprefix(site_url) for asked in watch.asked}


def not_linked(visits: dict[str, Visit], site: Path, language: str) -> list[str]:
    """Return the built pages of a language that no page of it links to."""
    files = [f"/{file.relative_to(site).as_posix()}" for file in site.rglob("*.html")]
    built = {path.removesuffix("index.html") for path in files if path != "/404.html"}
    clauses = [path for path in built if CLAUSE.fullmatch(path) and language_of(path) == language]
    assert len(clauses) == len(clause_numbers())
    return [path for path in built - set(visits) if language_of(path) == language]


def not_asked(visits: dict[str, Visit], asked: set[str], site: Path, language: str) -> list[str]:
    """Return what is shipped for a language, or for both, and asked for by none of its pages."""
    linked = {target for visit in visits.values() for target, _ in visit.links}
    wanted = {f"{path}index.html" if path.endswith("/") else path for path in asked | linked}
    # a host that compresses nothing is asked for the packed copies, any other for the plain files
    wanted |= {f"{path}.gz" for path in asked} | {path.removesuffix(".gz") for path in asked}
    files = [file for file in site.rglob("*") if file.is_file()]
    shipped = {f"/{file.relative_to(site).as_posix()}" for file in files}
    english = {path for path in shipped if path.startswith("/en/") or "/parts-en-" in path}
    of_language = english if language == "en" else shipped - english
    left = of_language - wanted - ASKED_BY_OTHERS
    return [name for name in left if not name.startswith(ON_DEMAND)]


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
