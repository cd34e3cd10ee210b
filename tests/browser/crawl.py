"""Walks through a served site as a reader would, and keeps what each page holds."""

from collections import deque
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urlsplit

from playwright.sync_api import BrowserContext

from tests.browser.watch import Watch

# hrefs as the browser resolves them; ids and the old `name` of anchors; the language switch
_READ_PAGE = """() => ({
    language: document.documentElement.lang,
    title: document.title,
    links: [...document.querySelectorAll('a[href], area[href]')].map(link => link.href),
    ids: [...document.querySelectorAll('[id], a[name]')].map(e => e.id || e.name),
    doubles: [...document.querySelectorAll('[id]')].map(e => e.id)
        .filter((id, index, all) => id && all.indexOf(id) !== index),
    switches: [...document.querySelectorAll('a[hreflang]')].map(a => [a.hreflang, a.href]),
    overflow: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
})"""


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
    problems: list[str]


def crawl(context: BrowserContext, watch: Watch, root: str) -> dict[str, Visit]:
    """Follow every link from both first pages; return each HTML page with its path."""
    page = context.new_page()
    waiting = deque(["/", "/en/"])
    visits: dict[str, Visit] = {}
    while waiting:
        path = waiting.popleft()
        if path in visits:
            continue
        before = len(watch.problems())
        page.goto(root + path, wait_until="load")
        read = page.evaluate(_READ_PAGE)
        inside = {place for link in read["links"] if (place := below(root, link))}
        visits[path] = Visit(
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
            problems=watch.problems()[before:],
        )
        waiting.extend(sorted({target for target, _ in inside if is_page(target)} - set(visits)))
    page.close()
    return visits


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
