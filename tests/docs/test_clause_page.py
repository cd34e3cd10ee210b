"""The page of a clause: citation, metadata, references, and the links between words and facts."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from clauses.document import Award, Line, PolicyDocument
from docs.site.language import EN, LANGUAGES, ZH
from docs.site.pages.citation import citation, legislation, places_of
from docs.site.pages.facts import facts_of
from docs.site.pages.references import beside, mentions

ROOT = "https://www.example.org/policy/"
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text(encoding="utf-8")


def data_of(html: str) -> dict[str, Any]:
    found = _DATA.findall(html)
    assert len(found) == 1
    data: dict[str, Any] = json.loads(found[0])
    return data


def test_each_clause_is_described_as_legislation_that_is_not_in_force(
    addressed: Path, policy: PolicyDocument
) -> None:
    for clause in policy.clauses:
        for folder, tag in (("", "zh-CN"), ("en/", "en")):
            url = f"{folder}2020-03-16/{clause.number:02d}/"
            data = data_of(page(addressed, url))
            assert data["@type"] == data["isPartOf"]["@type"] == "Legislation"
            assert data["legislationLegalForce"] == "https://schema.org/NotInForce"
            assert data["legislationDateVersion"] == "2020-03-16"
            assert "legislationDate" not in data, "the draft was never adopted"
            assert data["legislationIdentifier"] == f"2020-03-16/{clause.number:02d}"
            assert data["inLanguage"] == tag
            assert data["url"] == ROOT + url


def test_the_two_languages_of_a_clause_name_each_other(addressed: Path) -> None:
    chinese = data_of(page(addressed, "2020-03-16/06/"))
    english = data_of(page(addressed, "en/2020-03-16/06/"))
    assert chinese["workTranslation"]["url"] == english["url"]
    assert english["translationOfWork"]["url"] == chinese["url"]
    assert english["translationOfWork"]["inLanguage"] == "zh-CN"
    assert english["isPartOf"]["url"] == f"{ROOT}en/2020-03-16/"


def test_without_an_address_the_data_name_none(built: Path) -> None:
    html = page(built, "2020-03-16/06/")
    assert set(re.findall(r'"(?:@id|url)"', html)) == set()
    assert data_of(html)["name"].startswith("第6条 ")


def test_a_shared_link_bears_title_description_and_language(addressed: Path) -> None:
    html = page(addressed, "en/2020-03-16/06/")
    shown = dict(re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)">', html))
    assert shown["og:title"].startswith("Clause 6. ")
    assert "at most RMB 30 million" in shown["og:description"]
    assert shown["og:url"] == f"{ROOT}en/2020-03-16/06/"
    assert shown["og:locale"] == "en_GB"
    assert "og:image" not in shown


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_description_names_the_highest_sum_of_every_award(
    policy: PolicyDocument, built: Path, language: Any
) -> None:
    facts = facts_of(policy, language)
    with_sum = [
        (clause, award, facts[award.id].payment.most)
        for clause, award in policy.awards
        if facts[award.id].payment.most
    ]
    assert len(with_sum) == 39
    for clause, award, most in with_sum:
        html = page(built, f"{language.folder}2020-03-16/{clause.number:02d}/")
        described = re.search(r'<meta name="description" content="([^"]+)"', html)
        assert described and most
        said = f"{language.of(award.name)}{language.colon}{most.text}"
        assert said in unescape(described[1]), award.id


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_citation_says_title_clause_edition_and_status(
    policy: PolicyDocument, language: Any
) -> None:
    text = citation(policy.edition, policy.clauses[5], language)
    wanted = {
        "zh": (
            "《宁波市推进制造业高质量发展的实施意见》（征求意见稿）第6条",
            "从未",
            "2020年3月16日版",
        ),
        "en": ("(Draft for Comment), clause 6", "never in force", "16 March 2020", "unofficial"),
    }
    for words in wanted[language.code]:
        assert words in text


def test_both_citations_stand_on_the_page_with_its_address(addressed: Path, built: Path) -> None:
    for site, root in ((addressed, ROOT), (built, None)):
        html = page(site, "en/2020-03-16/06/")
        found = re.findall(r'<span id="cite-(zh|en)">.*?data-address="[^"]+">([^<]*)<', html)
        addresses = [f"{root}{folder}2020-03-16/06/" if root else "" for folder in ("", "en/")]
        assert found == list(zip(("zh", "en"), addresses, strict=True))


def test_a_mention_leads_from_the_hint_to_the_clause_that_it_names(policy: PolicyDocument) -> None:
    found = {(m.source, m.entry.id, m.target) for m in mentions(policy)}
    assert (4, "04-application-scenario", 3) in found
    assert (14, "14-capacity-project", 3) in found
    assert all(source != target for source, _, target in found)


def test_what_refers_here_is_the_other_side_of_what_is_mentioned(built: Path) -> None:
    html = page(built, "2020-03-16/03/")
    section = html[html.index('id="references"') : html.index('id="cite"')]
    assert 'href="../04/#04-application-scenario"' in section
    assert 'href="../14/#14-capacity-project"' in section


def test_a_reading_names_the_other_clauses_that_it_touches(policy: PolicyDocument) -> None:
    readings = {reading.id: reading for reading in policy.readings}
    others = beside(readings["A08"], 3)
    assert 3 not in others
    assert {4, 6, 8} <= set(others)


def test_each_award_is_linked_with_its_words_in_both_languages_both_ways(
    built: Path, policy: PolicyDocument
) -> None:
    for clause in policy.clauses:
        for folder in ("", "en/"):
            html = page(built, f"{folder}2020-03-16/{clause.number:02d}/")
            entries: list[Award | Line] = clause.entries
            for entry in entries:
                for code in ("zh", "en"):
                    assert html.count(f'id="q-{entry.id}-{code}"') == 1
                    assert f'href="#q-{entry.id}-{code}"' in html
                assert html.count(f'class="ref" href="#{entry.id}"') == 2
                # inside what is folded, so that a browser opens it for who comes by its address
                assert html.count(f'</summary>\n<div class="award__card" id="{entry.id}">') == 1


def test_no_reader_meets_the_id_of_an_award_or_of_a_reading(
    built: Path, policy: PolicyDocument
) -> None:
    for clause in policy.clauses:
        for folder in ("", "en/"):
            html = page(built, f"{folder}2020-03-16/{clause.number:02d}/")
            text = re.sub(r"<[^>]*>", " ", html[html.index("<article") : html.index("</article>")])
            assert not [entry.id for entry in clause.entries if entry.id in text]
            assert not re.findall(r"\b[A-D][0-9]{2}\b", text)


def test_the_language_of_the_page_comes_first(built: Path) -> None:
    for folder, first, second in (("", "zh", "en"), ("en/", "en", "zh")):
        for path in ("22", "text", "chapter-1"):
            html = page(built, f"{folder}2020-03-16/{path}/")
            found = re.findall(r'<p class="parallel__(zh|en)"', html)
            assert set(zip(found[::2], found[1::2], strict=True)) == {(first, second)}


def test_what_no_award_of_a_clause_states_is_told_once(built: Path, policy: PolicyDocument) -> None:
    for folder, words in (("", "申报材料、申报时间与程序"), ("en/", "Application documents")):
        for clause in policy.clauses:
            html = page(built, f"{folder}2020-03-16/{clause.number:02d}/")
            assert html.count(words) == bool(clause.awards)


def test_each_award_leads_into_the_wizard_at_itself(
    built: Path, addressed: Path, policy: PolicyDocument
) -> None:
    for clause, award in policy.awards:
        url = f"2020-03-16/{clause.number:02d}/"
        assert f'href="../../wizard/#claim={award.id}"' in page(built, url)
        assert "#claim=" not in page(addressed, url)  # built without a wizard


def test_the_choice_of_languages_is_applied_before_the_style_is_read(built: Path) -> None:
    html = page(built, "2020-03-16/06/")
    assert html.index("assets/first.js") < html.index("assets/site.css") < html.index("<body")
    assert (built / "assets" / "first.js").is_file()


def test_places_are_absolute_or_absent() -> None:
    assert places_of("", "2020-03-16/06/", "2020-03-16/", ZH) == {}
    assert places_of(ROOT, "2020-03-16/06/", "2020-03-16/", EN) == {
        "zh": f"{ROOT}2020-03-16/06/",
        "en": f"{ROOT}en/2020-03-16/06/",
        "whole": f"{ROOT}en/2020-03-16/",
    }


def test_a_clause_without_an_address_has_no_dead_identifier(policy: PolicyDocument) -> None:
    data = legislation(policy.edition, policy.clauses[0], ZH, {})
    assert "@id" not in json.dumps(data)
