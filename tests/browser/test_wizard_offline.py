"""The browser keeps the wizard, whole, and computes with it without a network."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.applicant import field, press_forget, total
from tests.browser.conftest import OpenContext
from tests.browser.keeping import CACHED, SUM, kept, named, rewrite, visit, whole
from tests.serving import QUICK, serving


@pytest.mark.parametrize(("language", "prefix"), [("zh", "/"), ("en", "/a/b/")])
def test_the_second_visit_computes_without_a_network(
    site: Path, open_context: OpenContext, language: str, prefix: str
) -> None:
    with serving(site, prefix=prefix) as server:
        url = named(server)
        with open_context(url) as (context, watch):
            page = context.new_page()
            visit(page, url, language)
            assert len(kept(page)) == 1
            page.close()
            server.down = True
            server.sent.clear()
            page = context.new_page()
            visit(page, url, language)
            expect(total(page)).to_have_text(SUM[language])
            page.reload()
            expect(total(page)).to_have_text(SUM[language])
            assert server.sent == {}
            assert watch.problems() == []


@pytest.mark.parametrize("compresses", [True, False])
def test_nothing_is_fetched_twice_to_be_kept(
    site: Path, open_whole_context: OpenContext, compresses: bool
) -> None:
    """In the whole browser, which has asked for the icon with the page, as readers' browsers do."""
    brotli = QUICK if compresses else None
    with serving(site, brotli=brotli) as server, open_whole_context(named(server)) as (context, _):
        page = context.new_page()
        visit(page, named(server), "zh")
        before = dict(server.sent)
        kept(page)
        more = {path: size - before.get(path, 0) for path, size in server.sent.items()}
        assert {path for path, size in more.items() if size} <= {"/wizard/offline.js"}


def test_nothing_that_is_typed_is_kept_with_the_page(site: Path, open_context: OpenContext) -> None:
    with serving(site) as server, open_context(named(server)) as (context, _):
        page = context.new_page()
        visit(page, named(server), "zh", "8765.4321")
        kept(page)
        page.locator("#wizard-keep").check()
        page.reload()
        expect(field(page, "c1.actual_input")).to_have_value("8765.4321")
        page.locator('[data-do="share"]').click()
        expect(page.locator("#wizard-link")).to_have_value(re.compile("#facts="))
        link = page.locator("#wizard-link").input_value()
        page.goto("about:blank")
        page.goto(link)
        expect(field(page, "c1.actual_input")).to_have_value("8765.4321")
        assert page.evaluate(CACHED) == dict.fromkeys(whole(site, named(server), "zh"), 1)
        press_forget(page)
        stored = page.evaluate(
            """async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage },
              document.cookie, history.state, await indexedDB.databases(), location.href])"""
        )
        assert "8765" not in stored
        assert "facts" not in stored
        page.reload()
        expect(page.locator(".wizard-card")).to_have_count(0)


@pytest.mark.parametrize(
    "without",
    [
        "delete Navigator.prototype.serviceWorker",
        "navigator.serviceWorker.register = () => Promise.reject(new Error('private'))",
        "navigator.serviceWorker.register = () => { throw new Error('no') }",
    ],
    ids=["missing", "refused", "broken"],
)
def test_where_nothing_can_be_kept_the_page_works_all_the_same(
    site: Path, open_context: OpenContext, without: str
) -> None:
    with serving(site) as server, open_context(named(server)) as (context, watch):
        context.add_init_script(f"if (navigator.serviceWorker) {without}")
        page = context.new_page()
        visit(page, named(server), "en")
        page.wait_for_timeout(3000)
        expect(total(page)).to_have_text(SUM["en"])
        assert watch.problems() == []


def test_what_is_loaded_on_demand_is_kept_once_it_was_asked_for(
    site: Path, open_context: OpenContext, tmp_path: Path
) -> None:
    own = tmp_path / "site"
    shutil.copytree(site, own)
    (own / "assets" / "more.txt").write_text("more")
    rewrite(own, later=["assets/more.txt"])
    more = 'fetch("../assets/more.txt").then((answer) => answer.text(), String)'
    with serving(own) as server, open_context(named(server)) as (context, _):
        page = context.new_page()
        visit(page, named(server), "zh")
        kept(page)
        assert "/assets/more.txt" not in server.sent
        page.reload()
        assert page.evaluate(more) == "more"
        server.down = True
        assert page.evaluate(more) == "more"
        page.reload()
        assert page.evaluate(more) == "more"
