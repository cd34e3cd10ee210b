"""Walks through a served site as a reader would, and keeps what each page holds."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urlsplit

from playwright.sync_api import Page

from tests.browser.shifts import SHIFTS
from tests.browser.watch import Watch

# hrefs as the browser resolves them; ids and the old `name` of anchors; the language switch;
# what moved while the page was loading
_READ_PAGE = f"""async () => ({{
    moved: await ({SHIFTS})(120),
    language: document.documentElement.lang,
    title: document.title,
    links: [...document.querySelectorAll('a[href], area[href], link[rel~=icon]')]
        .map(link => link.href),
    ids: [...document.querySelectorAll('[id], a[name]')].map(e => e.id || e.name),
    doubles: [...document.querySelectorAll('[id]')].map(e => e.id)
        .filter((id, index, all) => id && all.indexOf(id) !== index),
    switches: [...document.querySelectorAll('a[hreflang]')].map(a => [a.hreflang, a.href]),
    overflow: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
}})"""


@dataclass
class Visit:
    """One page as the browser showed it; addresses are paths below the site’s root."""

    language: str
    title: str
    links: set[tuple[str, str]]
    """Each link into the site: path and anchor."""
    ids: set[str]
    doubles: list[str]
    """Ids that stand on more than one element."""
    switches: list[tuple[str, str]]
    """Links to the page in another language: language code and path."""
    overflow: int
    """Pixels by which the page is wider than the window."""
    moved: list[str]
    """What moved while the page was loading, each time, and how much in layout shift scores."""
    asked: set[str]
    """Paths that were asked for."""
    problems: list[str]


Look = Callable[[Page, str], None]
"""What is done on each page after it was read: page and path in."""


def crawl(
    page: Page, watch: Watch, root: str, starts: Iterable[str], follow: Callable[[str], bool],
    look: Look = lambda page, path: None,
) -> dict[str, Visit]:  # fmt: skip
    """Read pages, and those that they link to and that are to be followed; return each by path."""
    waiting = deque(starts)
    visits: dict[str, Visit] = {}
    while waiting:
        path = waiting.popleft()
        if path in visits:
            continue
        visits[path] = visit(page, watch, root, path)
        look(page, path)
        linked = {target for target, _ in visits[path].links if is_page(target) and follow(target)}
        waiting.extend(sorted(linked - set(visits)))
    return visits


def visit(page: Page, watch: Watch, root: str, path: str) -> Visit:
    """Open a page and read it."""
    before = len(watch.problems())
    watch.asked.clear()
    page.goto(root + path, wait_until="load")
    read = page.evaluate(_READ_PAGE)
    asked = {place for address in watch.asked if (place := below(root, address))}
    inside = {place for link in read["links"] if (place := below(root, link))}
    return Visit(
        language=read["language"],
        title=read["title"],
        links=inside,
        ids=set(read["ids"]),
        doubles=read["doubles"],
        switches=[
            (language, place[0])
            for language, link in read["switches"]
            if (place := below(root, link))
        ],
        overflow=read["overflow"],
        moved=read["moved"],
        asked={place[0] for place in asked},
        problems=watch.problems()[before:],
    )


def below(root: str, address: str) -> tuple[str, str] | None:
    """Return path and anchor of an address below the site’s root; None for any other."""
    whole, anchor = urldefrag(address)
    top, parts = urlsplit(root), urlsplit(whole)
    same_place = parts.netloc == top.netloc and parts.path.startswith(top.path + "/")
    if parts.scheme != top.scheme or not same_place:
        return None
    return unquote(parts.path[len(top.path) :]), unquote(anchor)


def is_page(path: str) -> bool:
    """True for what a browser shows as a page, not for data to be downloaded."""
    return path.endswith(("/", ".html"))
