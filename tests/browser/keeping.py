"""What a browser keeps of the wizard: visits that keep it, and what is then in its caches."""

import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, expect

from tests.browser.applicant import address, invest, total
from tests.serving import StaticServer
from wizard.packing.offline import write_offline
from wizard.page.place import FOLDERS, PagePlace

PLACES = [PagePlace(language) for language in FOLDERS]

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
    """List again what belongs to a site whose files were changed."""
    for place in PLACES:
        listed, _, script = (site / place.page / "offline.js").read_bytes().partition(b";\n")
        files = json.loads(listed.partition(b"=")[2])["files"]
        names = [file["at"].replace("../", "") for file in files if not file["later"]]
        engine = [name for name in names if "wizard/" in name]
        write_offline(site, place, script, engine, later)
