"""With the headers that the build writes for hosts all pages work, and the worker obeys them."""

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from playwright.sync_api import expect

from docs.site.hosting import HEADERS
from tests.browser.applicant import address, field, invest, results, save, step, total
from tests.browser.conftest import OpenContext
from tests.serving import QUICK, serving

PAGES = ["/", "/en/", "/2020-03-16/06/", "/en/2020-03-16/awards/", "/about/", "/trust/",
         "/en/search-report/", "/nothing/"]  # fmt: skip


def rules(site: Path) -> list[tuple[str, dict[str, str]]]:
    """Read the headers by pattern of path, as a static host does."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in (site / HEADERS).read_text("utf-8").splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[-1][1][name] = value
    return found


def headers_of(site: Path, path: str) -> Mapping[str, str]:
    """Return the headers of an answer; the later rule counts."""
    sent: dict[str, str] = {}
    for pattern, headers in rules(site):
        if fnmatchcase(path, pattern):
            sent |= headers
    return sent


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_wizard_works_under_the_headers_and_its_worker_is_bound_by_them(
    site: Path, open_context: OpenContext, language: str
) -> None:
    # a host that sends headers compresses too
    with serving(site, brotli=QUICK) as server, open_context(server.url) as (context, watch):
        server.headers = lambda path: headers_of(site, path)
        said: list[str] = []
        context.on("console", lambda message: said.append(message.text))
        page = context.new_page()
        page.goto(address(server.url.rstrip("/"), language))
        invest(page, "1亿")
        expect(total(page)).not_to_have_text("—")
        step(page, "results")
        expect(results(page)).not_to_be_empty()
        assert save(page)["claims"]
        page.locator('[data-do="share"]').click()
        expect(page.locator("#wizard-link")).not_to_have_value("")
        assert watch.problems() == []
        assert said == []  # no warning of a header that the browser does not know
        (worker,) = [worker for worker in page.workers if "/engine/worker-" in worker.url]
        refused = """fetch("http://elsewhere.localhost/").then(() => "sent", String)"""
        asked = len(watch.asked)
        assert "Failed to fetch" in worker.evaluate(refused)
        assert len(watch.asked) == asked


def test_every_kind_of_page_works_under_the_headers(site: Path, open_context: OpenContext) -> None:
    with serving(site) as server, open_context(server.url) as (context, watch):
        server.headers = lambda path: headers_of(site, path)
        missing = (site / "404.html").read_bytes()
        server.extra = {"nothing/index.html": missing, "favicon.ico": b""}
        page = context.new_page()
        for path in PAGES:
            page.goto(server.url.rstrip("/") + path)
        page.goto(server.url)
        page.locator("[data-md-component=search-query]").fill("工厂")
        page.wait_for_selector(".md-search-result__item", state="attached")
        assert watch.problems() == []


def test_another_site_cannot_frame_the_wizard(site: Path, open_context: OpenContext) -> None:
    with serving(site) as server, serving(site) as other:
        server.headers = lambda path: headers_of(site, path)
        frame = f'<!doctype html><iframe src="{server.url}wizard/"></iframe>'
        other.extra = {"frame/index.html": frame.encode()}
        with open_context(other.url) as (context, _):
            page = context.new_page()
            page.goto(f"{other.url}frame/")
            page.wait_for_timeout(500)
            (inside,) = page.frames[1:]
            assert "wizard" not in inside.url
            server.headers = lambda path: {}
            page.reload()
            expect(page.frame_locator("iframe").locator("#wizard")).to_be_attached()


def test_only_names_that_never_change_are_kept_for_long(site: Path) -> None:
    def kept(path: str) -> bool:
        return "immutable" in headers_of(site, path).get("Cache-Control", "")

    files = [path for path in site.rglob("*") if path.is_file()]
    shipped = [f"/{path.relative_to(site).as_posix()}" for path in files]
    long = sorted(path for path in shipped if kept(path))
    named = re.compile(r"[.-][0-9a-f]{8,12}\.|/pyodide-[0-9.]+-[0-9a-f]{12}/")
    assert [path for path in long if not named.search(path)] == []
    assert any("worker-" in path for path in long)
    assert any(path.endswith(".wasm") for path in long)
    for path in ("/wizard/offline.js", "/en/wizard/offline.js", "/wizard/index.html",
                 "/assets/site.css", "/assets/first.js", "/search/data.json"):  # fmt: skip
        assert path in shipped
        assert not kept(path)


def test_the_field_of_the_name_is_not_checked_by_a_cloud(
    site_url: str, open_context: OpenContext
) -> None:
    with open_context(site_url) as (context, _):
        page = context.new_page()
        page.goto(address(site_url, "zh"))
        fields = page.locator("#wizard-form input[type=text]")
        assert fields.count() > 0
        assert fields.evaluate_all("all => all.filter((field) => field.spellcheck)") == []
        invest(page)
        assert not field(page, "c1.actual_input").evaluate("(input) => input.spellcheck")
