"""The service worker of the wizard’s page: what belongs to one release, to the byte.

It is in the folder of the page, so it can control only that, below any sub-path and
without a header of the host. Its list names every file by its hash: a release is kept as a whole or
not at all, and a changed file makes another list, another script and another cache.
"""

import hashlib
import json
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from clauses.build_cache import short_hash
from wizard.page.place import PagePlace

SEARCH = "search/search_index.json"
"""Below the root of the language; the theme asks for it with every page. Searching needs the
network."""
SCRIPT = "offline.js"
"""Next to the page; its name never changes, so that the browser finds the next release."""


def write_offline(
    site: Path, place: PagePlace, script: bytes, engine: Iterable[str], later: Iterable[str] = ()
) -> None:
    """Write the service worker of a wizard's page of a built site.

    `script` is bundled from `page/offline.js`; `engine` names, below the root of the site, what
    the page’s worker loads, `later` what it may load on demand, kept from then on. All else is
    read from the page itself.
    """
    page = place.page
    html = (site / page / "index.html").read_text(encoding="utf-8")
    up = place.root
    inside = {
        normpath(page + address) for address in {place.home + SEARCH, *_Loads(html).addresses}
    }
    at_once = {*inside, *engine}
    files = [{"at": "./", **_file(site / page / "index.html"), "later": False}]
    files += [
        {"at": up + name, **_file(site / name), "later": name not in at_once}
        for name in sorted({*at_once, *later})
    ]
    listed = json.dumps(files, separators=(",", ":"))
    name = short_hash(listed.encode() + script)
    release = f'const RELEASE={{"name":"{name}","files":{listed}}};\n'
    (site / page / SCRIPT).write_bytes(release.encode() + script)


def _file(path: Path) -> dict[str, object]:
    return {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "packed": path.with_name(f"{path.name}.gz").is_file(),
    }


class _Loads(HTMLParser):
    """Collects what a page loads by itself: scripts, style sheets, its icon, its settings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        wanted = tag == "link" and {"stylesheet", "icon"} & set(given.get("rel", "").split())
        address = given.get("src") if tag in ("script", "img") else given.get("href")
        if address and (wanted or tag in ("script", "img")):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or parts.query:
                raise ValueError(f"{address}: what the wizard’s page loads stands on its own host")
            self.addresses.add(unquote(parts.path))
