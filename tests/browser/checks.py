"""What must hold of every page, wherever it is read: each check yields what is wrong, by path."""

import gzip
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.browser.crawl import Visit
from tests.browser.test_clause_page import BUDGET

Visits = Mapping[str, Visit]
CLAUSE = re.compile(r"(?:/en)?/2020-03-16/\d\d/")
OPENS_WITH = ("/", ":", "!", "claim=", "facts=")
"""How an anchor begins that is no place on the page, but what it is to open with."""


def asks_nobody_else_and_reports_no_error(visits: Visits, site: Path) -> Iterator[str]:
    """Nothing failed, and no request left the site."""
    return (f"{path}: {what}" for path, visit in visits.items() for what in visit.problems)


def has_no_dead_link_or_anchor(visits: Visits, site: Path) -> Iterator[str]:
    """Every link into the site comes to a file, and to a place on its page."""
    for path, visit in visits.items():
        for target, anchor in visit.links:
            file = file_of(site, target)
            state = anchor.startswith(OPENS_WITH)
            if not file.is_file():
                yield f"{path} → {target}"
            elif anchor and not state and anchor not in ids(visits, target, file):
                yield f"{path} → {target}#{anchor}"


def ids(visits: Visits, path: str, file: Path) -> set[str]:
    """The places on a page: as the browser found them, or else as its file has them."""
    return visits[path].ids if path in visits else ids_of(file)


@cache
def ids_of(file: Path) -> set[str]:
    """The places on a page that is not read here."""
    return set(re.findall(r'\sid="?([^"\s>]+)', file.read_text("utf-8")))


def file_of(site: Path, path: str) -> Path:
    """The file of an address."""
    return site / (path + "index.html" if path.endswith("/") else path).lstrip("/")


def names_its_language_and_has_a_title(visits: Visits, site: Path) -> Iterator[str]:
    """The language is that of the address."""
    for path, visit in visits.items():
        if not visit.language.startswith(language_of(path)) or not visit.title.strip():
            yield f"{path}: {visit.language!r} {visit.title!r}"


def language_of(path: str) -> str:
    """The language of an address: zh or en."""
    return "en" if path.startswith("/en/") else "zh"


def has_no_id_twice(visits: Visits, site: Path) -> Iterator[str]:
    """Each id stands on one element."""
    return (f"{path}: {visit.doubles}" for path, visit in visits.items() if visit.doubles)


def leads_to_itself_in_the_other_language(visits: Visits, site: Path) -> Iterator[str]:
    """The switch of languages stays on the page."""
    for path, visit in visits.items():
        other = path.removeprefix("/en") if path.startswith("/en/") else f"/en{path}"
        there = any(target == other for _, target in visit.switches)
        if not there or not file_of(site, other).is_file():
            yield f"{path}: {visit.switches}"


def does_not_scroll_sideways(visits: Visits, site: Path) -> Iterator[str]:
    """No page is wider than its window."""
    return (f"{path}: {visit.overflow} px" for path, visit in visits.items() if visit.overflow > 0)


def stands_still_while_it_loads(visits: Visits, site: Path) -> Iterator[str]:
    """Nothing of a clause moves on its first view."""
    for path, visit in visits.items():
        if CLAUSE.fullmatch(path) and visit.moved:
            yield f"{path}: {visit.moved}"


def is_light(visits: Visits, site: Path) -> Iterator[str]:
    """The first view of a clause weighs little."""
    for path, visit in visits.items():
        if CLAUSE.fullmatch(path):
            files = [file_of(site, asked) for asked in visit.asked]
            assert file_of(site, path) in files and len(files) > 4
            if (weight := sum(map(packed, files))) > BUDGET:
                yield f"{path}: {weight} bytes"


@cache
def packed(file: Path) -> int:
    """The size of a file, compressed."""
    return len(gzip.compress(file.read_bytes(), 9))


CHECKS: tuple[Callable[[Visits, Path], Iterator[str]], ...] = (
    asks_nobody_else_and_reports_no_error,
    has_no_dead_link_or_anchor,
    names_its_language_and_has_a_title,
    has_no_id_twice,
    leads_to_itself_in_the_other_language,
    does_not_scroll_sideways,
    stands_still_while_it_loads,
    is_light,
)
