"""The site outside its pages: feed, robots, sitemap, 404, an address for reporting errors."""

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from clauses.document import PolicyDocument
from docs.site.language import LANGUAGES
from docs.site.words import words

ROOT = "https://www.example.org/policy/"
ATOM = "{http://www.w3.org/2005/Atom}"
THEME = Path(__file__).parents[2] / "docs" / "site" / "theme"


def test_a_site_with_an_address_has_a_feed_of_editions_in_each_language(
    addressed: Path, policy: PolicyDocument
) -> None:
    for language in LANGUAGES:
        feed = ElementTree.parse(addressed / language.folder / "feed.xml").getroot()
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language.tag
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) == 1
        url = f"{ROOT}{language.folder}{policy.edition.edition}/status/"
        assert entries[0].findtext(f"{ATOM}id") == url
        assert (addressed / language.folder / policy.edition.edition / "status").is_dir()
        assert entries[0].findtext(f"{ATOM}updated") == "2020-03-16T00:00:00+08:00"
        summary = entries[0].findtext(f"{ATOM}summary") or ""
        assert language.of(policy.edition.status.prevails) in summary
        html = (addressed / language.folder / "index.html").read_text(encoding="utf-8")
        assert f'href="{ROOT}{language.folder}feed.xml"' in html


FEED = {"title": 1, "id": 1, "updated": 1, "link": 2, "author": 1, "entry": 1}
ENTRY = {"title": 1, "id": 1, "updated": 1, "published": 1, "link": 1, "summary": 1}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def test_the_feeds_are_valid_atom_and_name_their_own_address(addressed: Path) -> None:
    """RFC 4287, section 4.1: what a feed and an entry hold, and of what form it is."""
    ids = []
    for language in LANGUAGES:
        feed = ElementTree.parse(addressed / language.folder / "feed.xml").getroot()
        assert feed.tag == f"{ATOM}feed"
        own = f"{ROOT}{language.folder}feed.xml"
        assert [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] == [own]
        (entry,) = feed.findall(f"{ATOM}entry")
        for element, allowed in ((feed, FEED), (entry, ENTRY)):
            assert Counter(child.tag.removeprefix(ATOM) for child in element) == allowed
            (page,) = element.findall(f"{ATOM}link[@rel='alternate']")
            path = (page.get("href") or "").removeprefix(ROOT)
            assert (addressed / path / "index.html").is_file()
            assert page.get("type") == "text/html"
            ids.append(element.findtext(f"{ATOM}id") or "")
        for element in feed.iter():
            name, text = element.tag.removeprefix(ATOM), (element.text or "").strip()
            assert element.get("type") in (None, "text/html", "application/atom+xml")
            assert name == "link" or text or len(element) > 0, name
            assert "<" not in text, f"{name} holds what a template did not fill in: {text}"
            if name in ("updated", "published"):
                assert INSTANT.fullmatch(text)
            for address in [element.get("href"), text if name == "id" else None]:
                assert address is None or re.fullmatch(r"https://[!-~]+", address), address
    assert len(set(ids)) == len(ids)


def test_a_site_for_any_place_has_no_feed_and_names_none(built: Path) -> None:
    assert not list(built.rglob("feed.xml"))
    assert "atom+xml" not in (built / "index.html").read_text(encoding="utf-8")


def test_robots_may_read_everything_and_learn_of_the_sitemap(built: Path, addressed: Path) -> None:
    assert (built / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"
    assert f"\nSitemap: {ROOT}sitemap.xml\n" in (addressed / "robots.txt").read_text()


def test_the_page_that_is_missing_speaks_both_languages(built: Path) -> None:
    html = (built / "404.html").read_text(encoding="utf-8")
    for language in LANGUAGES:
        w = words(language)
        assert w["missing_title"] in html and w["missing_home"] in html


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("", None),
        ("a@b.example", "mailto:a@b.example?subject=An%20error%20on%20the%20site%20glossary/"),
        ("https://www.example.org/report", "https://www.example.org/report"),
    ],
)
def test_an_error_can_be_reported_where_an_address_is_configured(
    address: str, link: str | None
) -> None:
    theme = Environment(loader=FileSystemLoader(THEME), autoescape=True)
    theme.filters["url"] = str  # as MkDocs has it at the root of a site
    config = SimpleNamespace(copyright="", extra={"report": address, "w": words(LANGUAGES[1])})
    html = theme.get_template("partials/copyright.html").render(
        config=config, page=SimpleNamespace(url="glossary/")
    )
    found = re.search(r'class="report" href="([^"]+)"', html)
    assert (found and found[1]) == link


def test_every_page_has_a_description_of_its_own(built: Path) -> None:
    seen: dict[str, Path] = {}
    for page in sorted(built.rglob("index.html")):
        html = page.read_text(encoding="utf-8")
        found = re.search(r'<meta name="description" content="([^"]+)"', html)
        assert found, page
        assert found[1] not in seen, f"{page} and {seen.get(found[1])}"
        seen[found[1]] = page


def test_no_template_reads_a_value_named_self() -> None:
    # the value that is handed over never gets there: `self` is the template itself
    jinja = Environment()
    found = [
        f"{path.name}:{name.lineno}"
        for folder in ("docs", "wizard")
        for path in sorted((THEME.parents[1] / folder).rglob("*"))
        if path.suffix in (".html", ".xml", ".j2")
        for name in jinja.parse(path.read_text(encoding="utf-8")).find_all(nodes.Name)
        if name.name == "self"
    ]
    assert found == []
