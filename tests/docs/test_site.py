"""The built site: every page there, no dead link, no request to anyone, the same bytes again."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from clauses.document import PolicyDocument
from docs.site.builder import SiteBuildError, build_site
from docs.site.material import WORKER
from docs.site.target import staged
from tests.docs.conftest import StandInWizard
from tests.links import dead_links
from tests.policy import clause_numbers

CLAUSES = [f"2020-03-16/{number:02d}/" for number in clause_numbers()]
PAGES = [
    "",
    "2020-03-16/",
    *(f"2020-03-16/chapter-{number}/" for number in range(1, 7)),
    *CLAUSES,
    "2020-03-16/awards/",
    "2020-03-16/beneficiaries/",
    "2020-03-16/departments/",
    "2020-03-16/topics/",
    "2020-03-16/kinds/",
    "2020-03-16/status/",
    "2020-03-16/targets/",
    "2020-03-16/text/",
    "2020-03-16/undecided/",
    "about/",
    "compute/",
    "contract/",
    "coverage/",
    "data/",
    "glossary/",
    "guide/",
    "how-to-read/",
    "licences/",
    "readings/",
    "search-report/",
    "trust/",
    "wizard/",
]


class Reader(HTMLParser):
    """Collects ids and addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in ("href", "src") and value is not None:
                self.addresses.append(value)


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text(encoding="utf-8")


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("index.html"))


def test_every_page_is_there_in_both_languages(built: Path) -> None:
    found = {path.parent.relative_to(built).as_posix() for path in pages(built)}
    urls = [*PAGES, "wizard/maker/"]  # the example of the stand-in for the wizard
    expected = {url.rstrip("/") or "." for url in urls}
    assert found == expected | {f"en/{url}".rstrip("/") for url in urls}


def test_no_link_is_dead_and_no_id_stands_twice(built: Path) -> None:
    read = {path: Reader(path.read_text(encoding="utf-8")) for path in pages(built)}
    assert [path for path, page in read.items() if len(page.ids) != len(set(page.ids))] == []
    assert dead_links(built, read) == []


def test_without_an_address_no_page_names_a_host(built: Path) -> None:
    for path in [*pages(built), built / "404.html"]:
        html = path.read_text(encoding="utf-8")
        addresses = Reader(html).addresses
        assert not [a for a in addresses if urlsplit(a).netloc or a.startswith("/")], path
        assert 'rel="canonical"' not in html
    assert not list(built.rglob("sitemap*"))


def test_with_an_address_pages_are_canonical_and_name_each_other(addressed: Path) -> None:
    html = page(addressed, "2020-03-16/06/")
    root = "https://www.example.org/policy/"
    assert f'<link rel="canonical" href="{root}2020-03-16/06/">' in html
    assert f'hreflang="en" href="{root}en/2020-03-16/06/"' in html
    sitemap = (addressed / "sitemap.xml").read_text(encoding="utf-8")
    assert sitemap.count("<loc>") == 2 * (len(PAGES) - 1)  # built without a wizard
    assert f"<loc>{root}en/</loc>" in sitemap


def test_every_page_bears_the_status(built: Path) -> None:
    for path in pages(built):
        html = path.read_text(encoding="utf-8")
        banner = html[html.index('class="md-banner"') : html.index("</aside>")]
        english = path.is_relative_to(built / "en")
        words = ("Draft for comment", "never in force", "Chinese text prevails", "72号")
        assert all(
            word in banner
            for word in (words if english else ("征求意见稿", "从未", "72号", "为准"))
        ), path


def test_the_switch_leads_to_the_same_page_in_the_other_language(built: Path) -> None:
    for path in pages(built):
        here = path.parent.relative_to(built).as_posix()
        other = here.removeprefix("en").removeprefix("/") if here.split("/")[0] == "en" else None
        other = f"en/{'' if here == '.' else here}" if other is None else other
        found = re.search(r'class="switch" href="([^"]+)"', path.read_text(encoding="utf-8"))
        assert found and (path.parent / found[1]).resolve() == (built / other).resolve(), path


def test_each_paragraph_has_its_anchor_and_both_texts(built: Path, policy: PolicyDocument) -> None:
    for clause in policy.clauses:
        for folder in ("", "en/"):
            html = page(built, f"{folder}2020-03-16/{clause.number:02d}/")
            text = re.sub(r"<[^>]+>", "", html).replace("&#39;", "'").replace("&amp;", "&")
            for number, paragraph in enumerate(clause.paragraphs, 1):
                assert f'id="p{number}"' in html
                assert paragraph.zh in text
                assert paragraph.en in text


def test_the_index_of_awards_has_every_line_and_every_id_links_to_its_facts(
    built: Path, policy: PolicyDocument
) -> None:
    html = page(built, "2020-03-16/awards/")
    ids = [(clause.number, award.id) for clause, award in policy.awards]
    ids += [(clause.number, line.id) for clause, line in policy.lines]
    for number, name in ids:
        assert f'<tr id="{name}" ' in html
        assert f'id="{name}"' in page(built, f"2020-03-16/{number:02d}/")


def test_the_ledger_promises_no_display(built: Path, policy: PolicyDocument) -> None:
    # `show` is an aim for the pages; what is not built yet must not be told as if it were
    for folder, language in (("", "zh"), ("en/", "en")):
        html = page(built, f"{folder}readings/")
        for reading in policy.data["readings"]:
            assert reading["id"] in html
            assert reading["show"] is None or reading["show"][language] not in html, reading["id"]


def test_pages_point_to_our_search_worker(built: Path) -> None:
    config = re.search(r'id="__config"[^>]*>(.*?)</script>', page(built, "glossary/"))
    assert config is not None
    assert json.loads(config[1])["search"].endswith(WORKER)
    assert (built / WORKER).is_file()


def test_the_english_pages_use_the_assets_of_the_root(built: Path) -> None:
    assert not (built / "en" / "assets").exists()
    assert "../../../assets/site.css" in page(built, "en/2020-03-16/06/")


def test_nothing_is_shipped_that_no_page_asks_for(built: Path) -> None:
    names = [path.name for path in built.rglob("*") if path.is_file()]
    assert not [name for name in names if name.endswith(".map") or "lunr" in name]


def test_the_wizard_page_loads_its_own_files(built: Path) -> None:
    html = page(built, "en/wizard/")
    assert '<link rel="stylesheet" href="../../assets/wizard/style.css">' in html
    assert '<script type="module" src="../../assets/wizard/script.js">' in html


def test_without_a_wizard_nothing_links_to_one(addressed: Path) -> None:
    assert not (addressed / "wizard").exists()
    assert "wizard/" not in page(addressed, "2020-03-16/06/")


def test_two_builds_have_the_same_bytes(
    built: Path, policy: PolicyDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    again = build_site(policy, tmp_path / "elsewhere", wizard=StandInWizard())
    first, second = (
        {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
        for site in (built, again)
    )
    assert first == second


def test_a_build_that_fails_leaves_the_old_site(policy: PolicyDocument, tmp_path: Path) -> None:
    out = tmp_path / "site"
    with staged(out) as fresh:
        (fresh / "index.html").write_text("old")

    class Failing(StandInWizard):
        def install(self, out: Path) -> None:
            raise SiteBuildError("site-warnings", said=out.name)

    with pytest.raises(SiteBuildError):
        build_site(policy, out, wizard=Failing())
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (out / "index.html").read_text() == "old"


def test_no_time_is_empty_and_names_in_drawings_are_names_in_xml(built: Path) -> None:
    wrong = []
    for path in pages(built):
        html = path.read_text(encoding="utf-8")
        wrong += [f"{path}: {found[0]}" for found in re.finditer(r"<time[^>]*>\s*</time>", html)]
        for drawing in re.findall(r"<svg\b.*?</svg>", html, re.S):
            wrong += [
                f"{path}: {name}" for name in re.findall(r'\bid="([^A-Za-z_][^"]*)"', drawing)
            ]
    assert wrong == []
