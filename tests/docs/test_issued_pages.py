"""The pages of a text that a notice issued, and in which nothing is marked as unfinished."""

import copy
import re

import pytest

from clauses.cases import all_cases
from clauses.document import PolicyDocument
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.pages.coverage import coverage_page
from docs.site.pages.front import home_page
from docs.site.pages.indexes import index_pages
from docs.site.pages.reference import edition_reference_pages, site_reference_pages
from docs.site.pages.render import Renderer

NOTICE = ["某市人民政府办公厅关于印发某实施意见的通知", "各区县（市）人民政府："]
LETTER = ["关于征求《某实施意见》（征求意见稿）意见的函", "各成员单位："]
SAID = {
    "notice": {
        ZH: ("印发通知", "征求意见函|来函"),
        EN: ("Issuing notice", "Letter of consult|letter"),
    },
    "letter": {ZH: ("征求意见函", "印发通知"), EN: ("Letter of consultation", "[Ii]ssuing notice")},
    "nothing": {ZH: ("引言", "征求意见函|来函|印发通知"), EN: ("Preamble", "[Ll]etter|notice")},
}
COUNTED = re.compile(r"(?<![0-9])0(?:</b>)?\s*(?:款|paragraphs|item\(s\)|项\s*起草者)")


def with_letter(policy: PolicyDocument, letter: list[str]) -> PolicyDocument:
    data = copy.deepcopy(dict(policy.data))
    data["edition"]["letter"] = [
        {"label": f"函-{n}", "zh": words, "en": "A line."} for n, words in enumerate(letter, 1)
    ]
    return PolicyDocument.read(data)


def without_marks(policy: PolicyDocument) -> PolicyDocument:
    data = copy.deepcopy(dict(policy.data))
    for clause in data["clauses"]:
        for paragraph in clause["paragraphs"]:
            paragraph["status"] = None
    return PolicyDocument.read(data)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
@pytest.mark.parametrize(
    ("before", "letter"), [("notice", NOTICE), ("letter", LETTER), ("nothing", [])],
    ids=["notice", "letter", "nothing"],
)  # fmt: skip
def test_what_stands_before_the_text_is_called_what_it_is(
    policy: PolicyDocument, language: Language, before: str, letter: list[str]
) -> None:
    render = Renderer(with_letter(policy, letter), language, wizard=False)
    (page,) = (one for one in edition_reference_pages(render) if one.url.endswith("status/"))
    headings = re.findall("<h[12][^>]*>([^<]*)</h", page.body)
    said, never = SAID[before][language]
    assert said in headings
    assert [one for one in (*headings, page.nav) if re.search(never, one)] == []
    assert (render.words["letter_note"] in page.body) == (before == "letter")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_marks_that_nothing_has_are_not_counted(policy: PolicyDocument, language: Language) -> None:
    for marks, text_ in ((True, policy), (False, without_marks(policy))):
        render = Renderer(text_, language, wizard=False)
        pages = [home_page(render), *edition_reference_pages(render), *index_pages(render),
                 *site_reference_pages(render), coverage_page(render, all_cases())]  # fmt: skip
        told = {one.url: re.sub("<[^>]+>", "", one.body) for one in pages}
        assert {url for url, text in told.items() if COUNTED.search(text)} == set()
        named = {url for url, text in told.items() if render.words["undecided_pending"] in text}
        assert bool(named) == marks
