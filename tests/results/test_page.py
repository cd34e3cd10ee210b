"""The page is simple, valid HTML: stable ids, every status in words, all typed text escaped."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest

import results
from clauses.cases import all_cases
from results.words import LANGUAGES, Words
from tests.policy import document
from tests.results import samples
from tests.results.raw_codes import assessed, raw_codes

_VOID = re.compile(r"<((?:br|hr|img|input|link|meta)\b[^<>]*)>")
_BARE = re.compile(r'(?<=") (checked|hidden|open)(?=[ >])')
_UNREAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What stands in no XML."""
_STAND_IN = re.compile("[\U000f0000-\U000fffff]")


class Outline:
    """Reads a fragment: its text, tags and ids.

    Read as XML, which refuses a tag that is not closed, a name given twice, and text that could be
    a tag. All that HTML may leave out are the ends of some tags and the values of some names.
    """

    def __init__(self, html: str) -> None:
        closed = _VOID.sub(r"<\1/>", _BARE.sub(r' \1=""', html))
        real = _UNREAL.sub(lambda found: chr(0xF0000 + ord(found[0])), closed)
        _, *tags = (root := ElementTree.fromstring(f"<body>{real}</body>")).iter()
        self.texts = [
            _STAND_IN.sub(lambda found: chr(ord(found[0]) - 0xF0000), text)
            for text in root.itertext()
        ]
        self.tags: list[tuple[str, dict[str, str]]] = [(tag.tag, tag.attrib) for tag in tags]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def page(sample: samples.Json, language: str, **options: Any) -> Outline:
    application = samples.application(sample)
    return Outline(results.page(document(), application, sample, language, **options))


def test_each_claim_is_an_article_with_an_id_of_its_own() -> None:
    outline = page(samples.INVESTMENT, "zh")
    articles = [attrs["id"] for tag, attrs in outline.tags if tag == "article"]
    assert articles == ["result-1", "result-2"]
    assert len(set(outline.ids)) == len(outline.ids)


def test_sums_and_citation_stand_in_the_page_in_both_languages() -> None:
    zh, en = page(samples.INVESTMENT, "zh"), page(samples.INVESTMENT, "en")
    assert "最高2,300万元" in zh.text and "第3条第1款" in zh.text
    assert "at most RMB 23 million" in en.text and "clause 3, paragraph 1" in en.text


def test_the_citation_leads_to_the_paragraph() -> None:
    links = [a["href"] for tag, a in page(samples.INVESTMENT, "zh").tags if tag == "a"]
    assert "../2020-03-16/03/#p1" in links and "../2020-03-16/06/#p1" in links


def test_the_way_to_the_clauses_can_be_told() -> None:
    links = [
        a["href"]
        for tag, a in page(samples.INVESTMENT, "en", clause_link="/x/en/").tags
        if tag == "a"
    ]
    assert "/x/en/2020-03-16/03/#p1" in links


def test_the_address_of_a_clause_can_come_from_a_function() -> None:
    html = results.page(
        document(),
        samples.application(samples.OPEN),
        samples.OPEN,
        "zh",
        lambda clause, paragraph: f"#c{clause}-{paragraph}",
    )
    assert 'href="#c3-1"' in html


def test_an_english_page_quotes_english_first_and_marks_the_chinese() -> None:
    quotes = [a for tag, a in page(samples.OPEN, "en").tags if tag == "blockquote"]
    assert [quote["lang"] for quote in quotes] == ["en", "zh-CN"] * 2
    quotes = [a for tag, a in page(samples.OPEN, "zh").tags if tag == "blockquote"]
    assert [quote["lang"] for quote in quotes] == ["zh-CN"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", samples.SAMPLES)
def test_every_status_is_said_in_words(name: str, language: str) -> None:
    sample = samples.SAMPLES[name]
    text = page(sample, language).text
    for award in sample["awards"]:
        assert Words(document(), language).status(award)["name"] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_stranger_typed_comes_out_as_text(language: str) -> None:
    outline = page(samples.STRANGE, language)
    assert not [tag for tag, _ in outline.tags if tag == "img"]
    assert samples.HOSTILE in "".join(outline.texts)


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_is_sound_html_without_codes(subtests: pytest.Subtests, language: str) -> None:
    for case in all_cases():
        with subtests.test(case.name):
            html = results.page(document(), case.application, assessed(case.name), language)
            outline = Outline(html)
            assert len(set(outline.ids)) == len(outline.ids)
            assert raw_codes(outline.text, language) == set()
            assert "{" not in outline.text and "None" not in outline.text
            assert not re.search(r"<script|\sstyle=|\son[a-z]+=", html)
            labelled = [a["aria-labelledby"] for _, a in outline.tags if "aria-labelledby" in a]
            assert set(labelled) <= set(outline.ids)
