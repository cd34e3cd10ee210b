"""What stands around the pages: feed, robots, sitemap, 404, an address for errors."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from clauses import Policy
from docs.language import LANGUAGES
from docs.words import words

ROOT = "https://www.example.org/policy/"
ATOM = "{http://www.w3.org/2005/Atom}"
THEME = Path(__file__).parents[2] / "docs" / "theme"


def test_a_site_with_an_address_has_a_feed_of_editions_in_each_language(
    addressed: Path, policy: Policy
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
