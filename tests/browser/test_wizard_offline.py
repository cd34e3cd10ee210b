"""The browser keeps one release of the wizard, whole, and computes with it without a network."""

import gzip
import json
import re
import shutil
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import address, field, invest, press_forget, total
from tests.browser.conftest import OpenContext
from tests.browser.waiting import until
from tests.serving import QUICK, StaticServer, serving
from wizard.packing.offline import write_offline
from wizard.page.place import FOLDERS, Place

PLACES = [Place(language) for language in FOLDERS]

SUM = {"zh": "最高2,000万元", "en": "at most RMB 20 million"}
AMOUNT = {"zh": "1亿", "en": "100"}
FOLDER = {"zh": "wizard/", "en": "en/wizard/"}
KEPT = """navigator.serviceWorker.ready.then(async ({ active }) => {
  while (active.state !== "activated") await new Promise((done) => setTimeout(done, 20));
  return caches.keys();
})"""
CACHED = """async () => {
  const found = {};
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys())
      found[url] = (found[url] ?? 0) + 1;
  return found;
}"""


def named(server: StaticServer) -> str:
    """The address of a server by a name: at 127.0.0.1 the page has nothing kept."""
    return server.url.replace("127.0.0.1", "site.localhost").rstrip("/")


def visit(page: Page, url: str, language: str, amount: str | None = None) -> None:
    """Open the wizard and wait for a sum, and for all that comes after it."""
    page.goto(address(url, language))
    invest(page, amount or AMOUNT[language])
    expect(total(page)).not_to_have_text("—")
    expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()


def kept(page: Page) -> list[str]:
    """Wait until the browser has kept the page; return the names of its caches."""
    names: list[str] = page.evaluate(KEPT)
    return names


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("prefix", ["/", "/a/b/"])
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


def test_a_new_release_takes_the_place_of_the_old_as_a_whole(
    releases: tuple[Path, Path], open_context: OpenContext
) -> None:
    old, new = releases
    with serving(old) as server, open_context(named(server)) as (context, watch):
        page = context.new_page()
        visit(page, named(server), "zh")
        (before,) = kept(page)
        server.folder = new
        page.goto(address(named(server), "zh"))
        expect(page.locator("#wizard-newer")).to_be_visible()  # the new one is kept and waits
        assert shown(page) == ("1", "1")
        expect(field(page, "c1.actual_input")).to_have_value("1亿")
        with page.expect_navigation():
            page.locator("[data-newer]").click()
        assert shown(page) == ("2", "2")
        expect(total(page)).to_have_text(SUM["zh"])
        (after,) = kept(page)
        assert after != before
        assert set(page.evaluate(CACHED)) == whole(new, named(server), "zh")
        server.down = True
        page.reload()
        assert shown(page) == ("2", "2")
        expect(total(page)).to_have_text(SUM["zh"])
        assert watch.problems() == []


def test_a_closed_page_opens_again_in_the_new_release(
    releases: tuple[Path, Path], open_context: OpenContext
) -> None:
    old, new = releases
    with serving(old) as server, open_context(named(server)) as (context, _):
        page = context.new_page()
        visit(page, named(server), "zh")
        kept(page)
        server.folder = new
        page.goto(address(named(server), "zh"))
        expect(page.locator("#wizard-newer")).to_be_visible()
        page.goto(named(server) + "/")
        until(page, "async () => (await caches.keys()).length === 1")
        page.goto(address(named(server), "zh"))
        assert shown(page) == ("2", "2")


@pytest.mark.allows_failed_requests
@pytest.mark.parametrize("broken", ["assets/site.css", "wizard/index.html", "assets/first.js"])
def test_a_release_that_is_not_there_as_built_leaves_the_old_one_working(
    releases: tuple[Path, Path], open_context: OpenContext, tmp_path: Path, broken: str
) -> None:
    old, new = releases
    half = tmp_path / "half"
    shutil.copytree(new, half)
    shutil.copyfile(old / broken, half / broken)  # as while it is being copied to the host
    with serving(old) as server, open_context(named(server)) as (context, _):
        page = context.new_page()
        visit(page, named(server), "zh")
        (before,) = kept(page)
        server.folder = half
        page.goto(address(named(server), "zh"))
        assert updated(page) == [before]
        server.down = True
        page.reload()
        assert shown(page) == ("1", "1")
        expect(total(page)).to_have_text(SUM["zh"])


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
@pytest.mark.parametrize("missing", ["assets/first.js", "assets/wizard/parts-zh-*.json*"])
def test_a_browser_that_has_kept_that_a_file_is_missing_asks_again(
    releases: tuple[Path, Path], open_context: OpenContext, tmp_path: Path, missing: str
) -> None:
    old, _ = releases
    new, half = tmp_path / "new", tmp_path / "half"
    shutil.copytree(old, new)
    for path in new.glob(missing):
        content = path.read_bytes()
        more = gzip.compress(gzip.decompress(content) + b"\n") if path.suffix == ".gz" else b"\n"
        path.write_bytes(more if path.suffix == ".gz" else content + more)
    rewrite(new)
    shutil.copytree(new, half)
    for path in half.glob(missing):
        path.unlink()  # as while it is being copied to the host
    with serving(old) as server, open_context(named(server)) as (context, _):
        page = context.new_page()
        visit(page, named(server), "zh")
        (before,) = kept(page)
        long = {"Cache-Control": "max-age=3600"}
        server.headers = lambda path: long if fnmatchcase(path, f"/{missing}") else {}
        server.folder = half
        assert updated(page) == [before]
        server.folder = new
        page.goto(address(named(server), "zh"))
        expect(page.locator("#wizard-newer")).to_be_visible()


def updated(page: Page) -> list[str]:
    """Have the browser look for a newer release; return the names of its caches after that."""
    page.evaluate(
        """navigator.serviceWorker.getRegistration().then(async (registration) => {
          await registration.update().catch(() => undefined);
          const next = registration.installing;
          while (next && next.state === "installing")
            await new Promise((done) => setTimeout(done, 20));
        })"""
    )
    names: list[str] = page.evaluate("caches.keys()")
    return names


def test_a_kept_file_that_was_altered_is_not_taken_over_into_the_next_release(
    releases: tuple[Path, Path], open_context: OpenContext
) -> None:
    old, new = releases
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
    with serving(old) as server, open_context(named(server)) as (context, _):
        page = context.new_page()
        visit(page, named(server), "zh")
        kept(page)
        page.evaluate(alter)
        server.folder = new
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


def test_a_kept_file_that_was_lost_is_fetched_again(
    releases: tuple[Path, Path], open_context: OpenContext
) -> None:
    old, _ = releases
    with serving(old) as server, open_context(named(server)) as (context, watch):
        page = context.new_page()
        visit(page, named(server), "zh")
        kept(page)
        page.evaluate(LOSE)
        page.reload()
        assert shown(page) == ("1", "1")
        assert set(page.evaluate(CACHED)) == whole(old, named(server), "zh")
        assert watch.problems() == []


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_a_lost_file_is_never_made_up_for_by_another_releases(
    releases: tuple[Path, Path], open_context: OpenContext
) -> None:
    old, new = releases
    with serving(old) as server, open_context(named(server)) as (context, _):
        page = context.new_page()
        visit(page, named(server), "zh")
        kept(page)
        page.evaluate(LOSE)
        context.new_cdp_session(page).send("Network.clearBrowserCache")
        server.folder = new
        page.reload()
        assert shown(page) == ("1", "")  # without the style, rather than with another one
        page.reload()
        assert shown(page) == ("2", "2")
        expect(total(page)).to_have_text(SUM["zh"])
        server.folder = old  # rolled back: nothing holds the page to what it had
        page.reload()
        assert shown(page)[0] == shown(page)[1]


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


def whole(site: Path, url: str, language: str) -> set[str]:
    """Return every address of a release that is kept at once."""
    text = (site / FOLDER[language] / "offline.js").read_text("utf-8")
    files = json.loads(text.removeprefix("const RELEASE=").partition(";\n")[0])["files"]
    page = f"{url}/{FOLDER[language]}"
    return {urljoin(page, file["at"]) for file in files if not file["later"]}


def shown(page: Page) -> tuple[str, str]:
    """Return the release of the page and of the style that dresses it."""
    release: str = page.evaluate("document.documentElement.dataset.release")
    style: str = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--release').trim()"
    )
    return release, style


def rewrite(site: Path, later: Iterable[str] = ()) -> None:
    """List anew what belongs to a site whose files were changed."""
    for place in PLACES:
        listed, _, script = (site / place.page / "offline.js").read_bytes().partition(b";\n")
        files = json.loads(listed.partition(b"=")[2])["files"]
        names = [file["at"].replace("../", "") for file in files if not file["later"]]
        engine = [name for name in names if "wizard/" in name]
        write_offline(site, place, script, engine, later)


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
