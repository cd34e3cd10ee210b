"""A new release takes the place of the one that the browser keeps as a whole, or not at all."""

import gzip
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.applicant import address, field, total
from tests.browser.conftest import OpenContext
from tests.browser.keeping import (
    CACHED,
    PLACES,
    SUM,
    kept,
    named,
    rewrite,
    shown,
    updated,
    visit,
    whole,
)
from tests.browser.waiting import until
from tests.browser.watch import Watch
from tests.serving import StaticServer, serving


@pytest.fixture(scope="module")
def releases(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two releases, which differ in the page, in its first script and in a style without a hash."""

    def release(number: int) -> Path:
        out = tmp_path_factory.mktemp("releases") / str(number)
        shutil.copytree(site, out)
        with (out / "assets" / "first.js").open("a") as script:
            script.write(f";document.documentElement.dataset.first='{number}'")
        with (out / "assets" / "site.css").open("a") as style:
            style.write(f":root{{--release:{number}}}")
        for place in PLACES:
            html = out / place.page / "index.html"
            text = html.read_text("utf-8").replace("<html ", f'<html data-release="{number}" ', 1)
            html.write_text(text, encoding="utf-8")
        rewrite(out)
        return out

    return release(1), release(2)


@dataclass(frozen=True)
class Visited:
    """A page of the old release, which the browser has kept, and what may come next."""

    page: Page
    context: BrowserContext
    watch: Watch
    server: StaticServer
    old: Path
    new: Path
    before: str
    """The name of the cache that holds the old release."""

    @property
    def address(self) -> str:
        """The address of the page."""
        return address(named(self.server), "zh")


@pytest.fixture
def visited(releases: tuple[Path, Path], open_context: OpenContext) -> Iterator[Visited]:
    """Visit the old release until it is kept."""
    old, new = releases
    with serving(old) as server, open_context(named(server)) as (context, watch):
        page = context.new_page()
        visit(page, named(server), "zh")
        (before,) = kept(page)
        yield Visited(page, context, watch, server, old, new, before)


def test_a_new_release_takes_the_place_of_the_old_as_a_whole(visited: Visited) -> None:
    page, server = visited.page, visited.server
    server.folder = visited.new
    page.goto(visited.address)
    expect(page.locator("#wizard-newer")).to_be_visible()  # the new one is kept and waits
    assert shown(page) == ("1", "1")
    expect(field(page, "c1.actual_input")).to_have_value("1亿")
    with page.expect_navigation():
        page.locator("[data-newer]").click()
    assert shown(page) == ("2", "2")
    expect(total(page)).to_have_text(SUM["zh"])
    (after,) = kept(page)
    assert after != visited.before
    assert set(page.evaluate(CACHED)) == whole(visited.new, named(server), "zh")
    server.down = True
    page.reload()
    assert shown(page) == ("2", "2")
    expect(total(page)).to_have_text(SUM["zh"])
    assert visited.watch.problems() == []


def test_a_closed_page_opens_again_in_the_new_release(visited: Visited) -> None:
    page, server = visited.page, visited.server
    server.folder = visited.new
    page.goto(visited.address)
    expect(page.locator("#wizard-newer")).to_be_visible()
    page.goto(named(server) + "/")
    until(page, "async () => (await caches.keys()).length === 1")
    page.goto(visited.address)
    assert shown(page) == ("2", "2")


@pytest.mark.allows_failed_requests
@pytest.mark.parametrize("broken", ["assets/site.css", "wizard/index.html", "assets/first.js"])
def test_a_release_that_is_not_there_as_built_leaves_the_old_one_working(
    visited: Visited, tmp_path: Path, broken: str
) -> None:
    half = tmp_path / "half"
    shutil.copytree(visited.new, half)
    shutil.copyfile(visited.old / broken, half / broken)  # as while it is being copied to the host
    page, server = visited.page, visited.server
    server.folder = half
    page.goto(visited.address)
    assert updated(page) == [visited.before]
    server.down = True
    page.reload()
    assert shown(page) == ("1", "1")
    expect(total(page)).to_have_text(SUM["zh"])


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
@pytest.mark.parametrize("missing", ["assets/first.js", "assets/wizard/parts-zh-*.json*"])
def test_a_browser_that_has_kept_that_a_file_is_missing_asks_again(
    visited: Visited, tmp_path: Path, missing: str
) -> None:
    new, half = tmp_path / "new", tmp_path / "half"
    shutil.copytree(visited.old, new)
    for path in new.glob(missing):
        content = path.read_bytes()
        more = gzip.compress(gzip.decompress(content) + b"\n") if path.suffix == ".gz" else b"\n"
        path.write_bytes(more if path.suffix == ".gz" else content + more)
    rewrite(new)
    shutil.copytree(new, half)
    for path in half.glob(missing):
        path.unlink()  # as while it is being copied to the host
    page, server = visited.page, visited.server
    long = {"Cache-Control": "max-age=3600"}
    server.headers = lambda path: long if fnmatchcase(path, f"/{missing}") else {}
    server.folder = half
    assert updated(page) == [visited.before]
    server.folder = new
    page.goto(visited.address)
    expect(page.locator("#wizard-newer")).to_be_visible()


def test_a_kept_file_that_was_altered_is_not_taken_over_into_the_next_release(
    visited: Visited,
) -> None:
    alter = """async () => {
      const [name] = await caches.keys();
      const cache = await caches.open(name);
      const [{ url }] = (await cache.keys()).filter(({ url }) => url.includes("/policy-"));
      const { headers } = await cache.match(url);
      await cache.put(url, new Response('{"altered": true}', { headers }));
    }"""
    policies = """async () => {
      const texts = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys())
          if (url.includes("/policy-")) texts.push(await (await cache.match(url)).text());
      }
      return texts;
    }"""
    page, server = visited.page, visited.server
    page.evaluate(alter)
    server.folder = visited.new
    assert len(updated(page)) == 2
    altered, taken = page.evaluate(policies)
    assert altered == '{"altered": true}'
    assert json.loads(taken)["clauses"]


LOSE = """async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys())
      if (url.endsWith("/assets/site.css")) await cache.delete(url);
  }
}"""


def test_a_kept_file_that_was_lost_is_fetched_again(visited: Visited) -> None:
    page, server = visited.page, visited.server
    page.evaluate(LOSE)
    page.reload()
    assert shown(page) == ("1", "1")
    assert set(page.evaluate(CACHED)) == whole(visited.old, named(server), "zh")
    assert visited.watch.problems() == []


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_a_lost_file_is_never_made_up_for_by_another_releases(visited: Visited) -> None:
    page, server, context = visited.page, visited.server, visited.context
    page.evaluate(LOSE)
    context.new_cdp_session(page).send("Network.clearBrowserCache")
    server.folder = visited.new
    page.reload()
    assert shown(page) == ("1", "")  # without the style, rather than with another one
    page.reload()
    assert shown(page) == ("2", "2")
    expect(total(page)).to_have_text(SUM["zh"])
    server.folder = visited.old  # rolled back: nothing holds the page to what it had
    page.reload()
    assert shown(page)[0] == shown(page)[1]


def test_on_this_machine_nothing_is_kept_so_that_every_edit_is_seen(
    releases: tuple[Path, Path], open_context: OpenContext
) -> None:
    old, new = releases
    with serving(old) as server, open_context(server.url) as (context, watch):
        page = context.new_page()
        visit(page, server.url.rstrip("/"), "zh")
        page.wait_for_timeout(3000)  # longer than the page waits before it has itself kept
        assert page.evaluate("navigator.serviceWorker.getRegistrations()") == []
        assert page.evaluate("caches.keys()") == []
        server.folder = new
        page.reload()
        assert shown(page) == ("2", "2")
        assert watch.problems() == []
