"""What the search is given: every clause, the words of readers, characters and pinyin."""

import csv
from pathlib import Path

import pytest

from clauses import Policy
from docs.language import EN, LANGUAGES, ZH, Language
from docs.search import search_index
from docs.search.lexicon import Lexicon

QUERIES = Path(__file__).with_name("search-queries.tsv")


@pytest.fixture(scope="module")
def lexicon(policy: Policy) -> Lexicon:
    return Lexicon(policy)


def test_traditional_characters_lead_to_those_of_the_policy(lexicon: Lexicon) -> None:
    simplified = lexicon.simplified
    pairs = {"製": "制", "數": "数", "綠": "绿", "資": "资", "擔": "担", "獎": "奖", "產": "产"}
    assert {char: simplified.get(char) for char in pairs} == pairs


def test_no_character_of_the_policy_is_changed(policy: Policy, lexicon: Lexicon) -> None:
    text = "".join(p.zh for clause in policy.clauses for p in clause.paragraphs)
    assert not set(lexicon.simplified) & set(text)


def test_pinyin_knows_every_reading(lexicon: Lexicon) -> None:
    pinyin = lexicon.pinyin
    assert "绿" in pinyin["lv"]
    assert "行" in pinyin["hang"] and "行" in pinyin["xing"]


def test_readers_words_are_found_where_the_policy_uses_its_own(lexicon: Lexicon) -> None:
    assert "IPO" in lexicon.words_for("实现挂牌板块升级、境内外上市等")
    assert "首台套" in lexicon.words_for("装备首台（套）")
    assert lexicon.words_for("没有一个术语") == ""


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_index_holds_every_clause_with_its_awards(
    policy: Policy, language: Language, lexicon: Lexicon
) -> None:
    docs = {doc["location"]: doc for doc in search_index(policy, language, lexicon)["docs"]}
    for clause in policy.clauses:
        doc = docs[f"2020-03-16/{clause.number:02d}/"]
        assert doc["number"] == clause.number
        assert len(doc["parts"]) == len(clause.awards) + len(clause.lines)


def test_the_other_language_is_searched_too(policy: Policy, lexicon: Lexicon) -> None:
    doc = search_index(policy, EN, lexicon)["docs"][5]
    assert policy.clauses[5].title.zh in doc["other"]
    assert policy.clauses[5].title.en in search_index(policy, ZH, lexicon)["docs"][5]["other"]


def test_the_footnote_belongs_to_the_clause_that_bears_its_mark(
    policy: Policy, lexicon: Lexicon
) -> None:
    assert "氢能" in search_index(policy, ZH, lexicon)["docs"][0]["text"]


def test_every_query_of_the_evaluation_names_clauses(policy: Policy) -> None:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    numbers = {clause.number for clause in policy.clauses}
    assert len(rows) > 200
    assert all(set(map(int, row["expected_clauses"].split(","))) <= numbers for row in rows)
