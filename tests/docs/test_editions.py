"""A site of several editions: addresses, notices, links, listing, feed, data, search, states."""

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clauses.document import PolicyDocument
from docs.site.builder import build_site
from docs.site.edition_names import edition_words, site_name
from docs.site.editions import Editions
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.pages.notice import counterpart
from docs.site.search.other_editions import other_indexes
from docs.site.words import words
from tests.docs.conftest import StandInWizard
from tests.docs.test_site import Reader, pages
from tests.links import dead_links
from tests.made_editions import DRAFT, ISSUED, LATER, read, real_editions, small_editions

ADDRESS = "https://www.example.org/policy/"
OF_AN_EDITION = ["", "01/", "chapter-1/", "text/", "topics/", "awards/", "kinds/", "departments/",
                 "beneficiaries/", "undecided/", "targets/", "status/"]  # fmt: skip
AT_THE_ROOT = ["readings/", "coverage/", "how-to-read/", "wizard/maker/"]
DRAFTS = re.compile(r"征求意见稿|草案|\b[Dd]raft\b|never in force|从未")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small policy: a draft, the issued text in front, a later draft without clause 2."""
    root = small_editions(tmp_path_factory.mktemp("three"))
    draft, issued, later = read(root, DRAFT, ISSUED, LATER)
    out = tmp_path_factory.mktemp("site") / "out"
    return build_site(
        issued, out, others=[draft, later], root=root, url=ADDRESS, wizard=StandInWizard()
    )


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The policy itself and, in front of it, a text in force with the same words."""
    root = real_editions(tmp_path_factory.mktemp("two"), {ISSUED: "in-force"}, ISSUED)
    draft, issued = read(root, DRAFT, ISSUED)
    return build_site(issued, tmp_path_factory.mktemp("site") / "out", others=[draft], root=root)


def html(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text("utf-8")


def banner(site: Path, url: str) -> str:
    whole = html(site, url)
    head = whole[whole.index('class="md-banner"') : whole.index("</aside>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", head))


def links(site: Path, url: str) -> list[str]:
    whole = html(site, url)
    head = whole[whole.index('class="md-banner"') : whole.index("</aside>")]
    return Reader(head).addresses


@pytest.mark.parametrize("folder", ["", "en/"])
def test_each_edition_has_all_its_pages_below_its_date(three: Path, folder: str) -> None:
    for date in (DRAFT, ISSUED, LATER):
        for url in OF_AN_EDITION:
            assert (three / folder / date / url / "index.html").is_file(), (date, url)
    for url in AT_THE_ROOT:
        assert (three / folder / url / "index.html").is_file()
        assert not (three / folder / ISSUED / url).exists()
        for date in (DRAFT, LATER):
            assert (three / folder / date / url / "index.html").is_file(), (date, url)
    assert not (three / folder / LATER / "02").exists()


def test_no_link_is_dead_and_no_id_stands_twice(three: Path, two: Path) -> None:
    for site in (three, two):
        read = {path: Reader(path.read_text("utf-8")) for path in pages(site)}
        assert [path for path, page in read.items() if len(page.ids) != len(set(page.ids))] == []
        assert dead_links(site, read, ADDRESS) == []


def test_the_pages_of_an_edition_lead_to_its_own_readings_and_coverage(three: Path) -> None:
    addresses = Reader(html(three, f"{DRAFT}/01/")).addresses
    assert "../readings/#A01" in addresses and "../coverage/" in addresses
    assert "../../glossary/" in addresses and "../../guide/" in addresses
    assert "../wizard/#claim=01-machine" in addresses
    assert "../../readings/#A01" in Reader(html(three, f"{ISSUED}/01/")).addresses


def test_nothing_of_the_aside_build_is_left(three: Path) -> None:
    names = {path.name for path in three.iterdir()}
    assert not [name for name in names if name.startswith(".")]
    assert not (three / DRAFT / "assets").exists() and not (three / DRAFT / "search").exists()


FRONT = "本站当前版本为2021-06-01版（施行中）："
AFTER = "另有更晚的2023-01-01版（草案）："
IN_FRONT = "The current edition here is the edition of 2021-06-01 (in force): "
NOTICES = [
    (f"{DRAFT}/01/", f"{FRONT}该版第1条。", f"../../{ISSUED}/01/"),
    (f"{DRAFT}/02/", f"{AFTER}该版已没有这一条。", f"../../{LATER}/"),
    (f"{LATER}/01/", f"{FRONT}该版第1条。", f"../../{ISSUED}/01/"),
    (f"{ISSUED}/01/", f"{AFTER}该版第1条。", f"../../{LATER}/01/"),
    (f"{DRAFT}/readings/", f"{FRONT}该版的同一页。", "../../readings/"),
    ("readings/", f"{AFTER}该版的同一页。", f"../{LATER}/readings/"),
    (f"{DRAFT}/awards/", f"{FRONT}该版的同一页。", f"../../{ISSUED}/awards/"),
    (f"{DRAFT}/chapter-1/", f"{FRONT}该版的同一页。", f"../../{ISSUED}/chapter-1/"),
    ("guide/", f"{AFTER}该版目录。", f"../{LATER}/"),
    (f"en/{DRAFT}/02/", f"{IN_FRONT}this is clause 2 there.", f"../../{ISSUED}/02/"),
]


@pytest.mark.parametrize(("url", "said", "to"), NOTICES)
def test_each_page_tells_its_edition_and_where_to_look_instead(
    three: Path, url: str, said: str, to: str
) -> None:
    assert said in banner(three, url)
    assert to in links(three, url)
    assert f"{'../' * (url.removeprefix('en/').count('/'))}editions/" in links(three, url)


def test_every_page_names_its_own_edition_and_state(three: Path) -> None:
    named = {DRAFT: "2020-03-16版（草案）", ISSUED: "2021-06-01版（施行中）",
             LATER: "2023-01-01版（草案）"}  # fmt: skip
    for path in pages(three):
        url = path.parent.relative_to(three).as_posix()
        if url.startswith("en"):
            continue
        own = named.get(url.split("/")[0], named[ISSUED])
        assert f"本页为{own}。" in banner(three, url), url


@pytest.mark.parametrize("page", ["text/", "chapter-1/", "status/"])
def test_on_paper_the_notice_stands_where_the_banner_does_not(three: Path, page: str) -> None:
    whole = html(three, f"{DRAFT}/{page}")
    cover = whole[whole.index('class="cover"') :].partition("</div>")[0]
    assert "本站当前版本为2021-06-01版（施行中）" in cover


def test_a_site_of_one_edition_has_no_notice_and_no_list(addressed: Path) -> None:
    for path in pages(addressed):
        whole = path.read_text("utf-8")
        assert "本页为" not in whole and "This page shows the edition" not in whole
        assert 'name="robots"' not in whole
    assert not (addressed / "editions").exists()
    assert not (addressed / "search" / "editions.json").exists()
    assert {path.name for path in (addressed / "data").iterdir()} == {
        "awards.csv", "index.html", "policy.json", "policy.schema.json"
    }  # fmt: skip
    config = json.loads((addressed / "search" / "data.json").read_text("utf-8"))["config"]
    assert "editions" not in config


def listing(site: Path, url: str) -> tuple[str | None, bool]:
    """Return the canonical link of a page, and whether it asks not to be listed."""
    whole = html(site, url)
    found = re.search(r'<link rel="canonical" href="([^"]+)"', whole)
    return found and found[1], '<meta name="robots" content="noindex">' in whole


@pytest.mark.parametrize(
    ("url", "canonical", "unlisted"),
    [
        ("", "", False),
        (f"{ISSUED}/01/", f"{ISSUED}/01/", False),
        (f"{DRAFT}/02/", f"{ISSUED}/02/", False),  # word for word the same
        (f"{DRAFT}/01/", None, True),  # another ceiling
        (f"{DRAFT}/readings/", None, True),
        (f"{LATER}/01/", f"{LATER}/01/", False),
        (f"{LATER}/readings/", f"{LATER}/readings/", False),
    ],
)
def test_search_engines_list_what_is_in_front_or_later(
    three: Path, url: str, canonical: str | None, unlisted: bool
) -> None:
    assert listing(three, url) == (None if canonical is None else ADDRESS + canonical, unlisted)
    own = f'<meta property="og:url" content="{ADDRESS}{url}">'
    assert own in html(three, url)  # what “copy the link” copies
    listed = (three / "sitemap.xml").read_text("utf-8")
    assert (f"<loc>{ADDRESS}{url}</loc>" in listed) == (canonical == url)
    assert (f"<loc>{ADDRESS}en/{url}</loc>" in listed) == (canonical == url)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_feed_has_an_entry_for_each_edition_the_latest_first(
    three: Path, language: Language
) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(three / language.folder / "feed.xml").getroot()
    ids = [entry.findtext(f"{atom}id") for entry in feed.findall(f"{atom}entry")]
    of_editions = [id_ for id_ in ids if id_ and id_.endswith("/status/")]
    home = f"{ADDRESS}{language.folder}"
    assert of_editions == [f"{home}{date}/status/" for date in (LATER, ISSUED, DRAFT)]
    # below an edition, the clauses that it changed
    assert f"{home}{ISSUED}/01/" in ids[ids.index(of_editions[1]) : ids.index(of_editions[2])]
    assert feed.findtext(f"{atom}updated") == f"{LATER}T00:00:00+08:00"
    assert not DRAFTS.search(feed.findtext(f"{atom}title") or "")


def test_each_edition_has_its_open_data(three: Path) -> None:
    data = three / "data"
    front = (data / "policy.json").read_bytes()
    assert front == (data / ISSUED / "policy.json").read_bytes()
    for date in (DRAFT, ISSUED, LATER):
        own = json.loads((data / date / "policy.json").read_text("utf-8"))
        assert own["edition"]["edition"] == date
        assert (three / "compute" / f"policy-{date}.json").is_file()
        assert (three / "contract" / f"application-{date}.schema.json").is_file()
        assert f'href="{date}/awards.csv"' in html(three, "data/")
    assert b"30000000" in (data / DRAFT / "awards.csv").read_bytes()
    assert b"30000000" not in (data / "awards.csv").read_bytes()


def legislation(site: Path, url: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html(site, url))
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_machines_learn_force_term_and_the_former_edition(three: Path) -> None:
    issued, draft = legislation(three, f"{ISSUED}/01/"), legislation(three, f"{DRAFT}/01/")
    assert issued["legislationDateVersion"] == ISSUED
    assert issued["legislationLegalForce"] == "https://schema.org/InForce"
    assert issued["temporalCoverage"] == "2020-01-01/2022-12-31"
    former = issued["isPartOf"]["legislationConsolidates"]
    assert former["@id"] == f"{ADDRESS}{DRAFT}/"
    assert draft["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert "temporalCoverage" not in draft
    assert "legislationConsolidates" not in draft["isPartOf"]


def test_the_page_that_is_missing_finds_the_root_from_any_edition(three: Path, two: Path) -> None:
    for site, dates in ((two, (DRAFT, ISSUED)), (three, ())):
        whole = (site / "404.html").read_text("utf-8")
        assert [date for date in dates if date not in whole] == []


def test_the_switch_leads_to_the_same_page_of_the_same_edition(three: Path) -> None:
    for path in pages(three):
        here = path.parent.relative_to(three).as_posix()
        other = here.removeprefix("en").removeprefix("/") if here.split("/")[0] == "en" else None
        other = f"en/{'' if here == '.' else here}" if other is None else other
        found = re.search(r'class="switch" href="([^"]+)"', path.read_text("utf-8"))
        assert found and (path.parent / found[1]).resolve() == (three / other).resolve(), path


def test_the_search_names_the_edition_and_repeats_no_words(tmp_path: Path) -> None:
    root = small_editions(tmp_path)
    draft, issued, later = read(root, DRAFT, ISSUED, LATER)
    found = other_indexes(Editions.of(issued, [draft, later]), ZH)
    assert [index["name"] for index in found] == [
        "2023-01-01版（草案）", "2020-03-16版（草案）"
    ]  # fmt: skip
    first, second = found[1]["docs"]
    assert "3000万元" in json.dumps(first, ensure_ascii=False) and first["like"] == 1
    assert second == {"number": 2, "chapter": 1, "same": 2}


@pytest.mark.parametrize("state", ["issued", "in-force", "expired", "repealed"])
def test_no_phrase_calls_an_issued_text_a_draft(tmp_path: Path, state: str) -> None:
    root = real_editions(tmp_path, {ISSUED: state}, ISSUED)
    (issued,) = read(root, ISSUED)
    for language in LANGUAGES:
        about_drafts = ("draft_", "state_draft", "standing_draft", "part_")
        told = [
            phrase
            for key, phrase in edition_words(issued, language).items()
            if DRAFTS.search(phrase) and not key.startswith(about_drafts)
        ]
        assert told == []
        name = site_name(issued.edition, language)
        assert not DRAFTS.search(name)
        assert (words(language)[f"state_{state}"] in name) == (state in ("expired", "repealed"))


def test_no_page_calls_an_issued_text_a_draft(two: Path, policy: PolicyDocument) -> None:
    """Nothing that the site says by itself; what is in the edition's own files is theirs."""
    own = json.dumps(policy.data, ensure_ascii=False)
    told = []
    for path in pages(two):
        url = path.relative_to(two).as_posix()
        if DRAFT in url or re.search("(editions|data|changes)/", url):
            continue  # the draft's own pages, and three that name it
        text = re.sub(r"<[^>]+>", "\n", _without_cases(path.read_text("utf-8")))
        lines = {line.strip() for line in text.split("\n") if DRAFTS.search(line)}
        told += [f"{url}: {line}" for line in lines if not _is_of(line, own)]
    assert told == []


def _without_cases(whole: str) -> str:
    """Leave out what the catalogue of the results says, and the titles of cases."""
    whole = re.sub(r'<details class="fold cases">.*?</details>', "", whole, flags=re.S)
    return re.sub(r'aria-label="Statuses|<tbody>\s*<tr><td data-label="(代码|Code)".*?</tbody>', "",
                  whole, flags=re.S)  # fmt: skip


def _is_of(line: str, own: str) -> bool:
    """Return whether a line is in the data of the edition, with a label before it or not."""
    plain: Callable[[str], str] = lambda text: re.sub(r"[\W_]+", "", text)  # noqa: E731
    line = re.sub(r"&#?\w+;", "", line)
    parts = [line, line.partition("：")[2], line.partition(": ")[2]]
    return any(part and plain(part) in plain(own) for part in parts)


def test_titles_follow_the_state(three: Path) -> None:
    for language, draft, issued in (
        (ZH, "某市示例意见（草案）", "某市示例意见"),
        (EN, "Sample Opinions of a City (draft)", "Sample Opinions of a City"),
    ):
        for date, name in ((DRAFT, draft), (ISSUED, issued)):
            whole = html(three, f"{language.folder}{date}/01/")
            assert f"- {name}</title>" in whole
            assert f'<meta property="og:site_name" content="{name}">' in whole


def test_a_clause_that_only_one_edition_has_is_dropped_or_new(tmp_path: Path) -> None:
    _, issued, later = read(small_editions(tmp_path), DRAFT, ISSUED, LATER)
    back = Editions.of(later, [issued])
    other = counterpart(back, issued, later, ZH, f"{ISSUED}/02/")
    assert other == (f"{LATER}/", "该版已没有这一条")
    assert counterpart(back, later, issued, ZH, f"{LATER}/01/") == (f"{ISSUED}/01/", "该版第1条")
