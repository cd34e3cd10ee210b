"""What the search is given: every clause, the words of readers, characters and pinyin."""

import gzip
from pathlib import Path

import pytest

from clauses.document import PolicyDocument
from docs.site.bundling import bundle
from docs.site.editions import Editions
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.material import WORKER
from docs.site.search.evaluation import Asked, Query, SearchScore, evaluate, ranks, read_queries
from docs.site.search.index import DATA, search_index, search_indexes, write_indexes
from docs.site.search.lexicon import TELLING, Lexicon
from tests.policy import EDITION, clause_numbers

OWN = (0.90, 0.95, 0.93)
LISTS = ("second", "third", "fourth", "fifth", "sixth")
MARKS = {"given": (0.95, 0.99, 0.97), **dict.fromkeys(LISTS, OWN)}
"""What each list must reach: found first, in the top three, mean reciprocal rank."""


@pytest.fixture(scope="module")
def lexicon(policy: PolicyDocument) -> Lexicon:
    return Lexicon(policy)


def test_traditional_characters_lead_to_those_of_the_policy(lexicon: Lexicon) -> None:
    simplified = lexicon.simplified
    pairs = {"製": "制", "數": "数", "綠": "绿", "資": "资", "擔": "担", "獎": "奖", "產": "产"}
    assert {char: simplified.get(char) for char in pairs} == pairs


def test_no_character_of_the_policy_is_changed(policy: PolicyDocument, lexicon: Lexicon) -> None:
    text = "".join(p.zh for clause in policy.clauses for p in clause.paragraphs)
    assert not set(lexicon.simplified) & set(text)


def test_pinyin_knows_every_reading(lexicon: Lexicon) -> None:
    pinyin = lexicon.pinyin
    assert "绿" in pinyin["lv"]
    assert "行" in pinyin["hang"] and "行" in pinyin["xing"]


def test_readers_words_are_found_where_the_policy_uses_its_own(lexicon: Lexicon) -> None:
    found = {word: entry for entry in lexicon.entries(ZH) for word in entry.words.split("\n")}
    assert found["IPO"].told == [36]
    assert 3 in found["买设备"].told
    assert 21 in found["首台套保险"].named


def test_words_that_stand_in_the_text_are_not_shipped_twice(lexicon: Lexicon) -> None:
    words = {word for entry in lexicon.entries(EN) for word in entry.words.split("\n")}
    assert "IPO" in words
    assert "hidden champion" not in words


def test_terms_of_very_many_clauses_lead_to_none(lexicon: Lexicon) -> None:
    assert all(len(entry.told) <= TELLING for entry in lexicon.entries(ZH))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_index_holds_every_clause_with_its_awards(
    policy: PolicyDocument, language: Language, lexicon: Lexicon
) -> None:
    docs = {doc.get("number"): doc for doc in search_index(policy, language, lexicon)["docs"]}
    for clause in policy.clauses:
        doc = docs[clause.number]
        assert doc["name"] == language.of(clause.title)
        assert len(doc["parts"]) == len(clause.awards) + len(clause.lines)
        assert clause.number in policy.edition.chapters[doc["chapter"] - 1].clauses


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_text_does_not_repeat_the_title(
    policy: PolicyDocument, language: Language, lexicon: Lexicon
) -> None:
    doc = search_index(policy, language, lexicon)["docs"][5]
    assert doc["text"].startswith(("支持企业开展数字化车间", "Support enterprises in work such as"))


def test_each_index_names_the_other_one(policy: PolicyDocument, lexicon: Lexicon) -> None:
    others = [search_index(policy, of, lexicon)["config"]["other"] for of in LANGUAGES]
    assert others == ["en/search/data.json", "search/data.json"]


def test_the_footnote_belongs_to_the_clause_that_bears_its_mark(
    policy: PolicyDocument, lexicon: Lexicon
) -> None:
    assert "氢能" in search_index(policy, ZH, lexicon)["docs"][0]["text"]


def test_every_query_of_the_evaluation_names_clauses(policy: PolicyDocument) -> None:
    numbers = {clause.number for clause in policy.clauses}
    queries = read_queries(EDITION)
    assert {query.list for query in queries} == set(MARKS)
    assert all(set(query.clauses) <= numbers for query in queries)
    assert all(query.clauses for query in queries if query.kind != "lacking")
    asked = [(query.text, query.language) for query in queries]
    assert len(set(asked)) == len(asked)


def test_the_search_reaches_its_marks_in_every_list(policy: PolicyDocument) -> None:
    evaluation = evaluate(search_indexes(Editions.of(policy)))
    assert evaluation is not None
    for name, score in evaluation.lists.items():
        assert len(score.asked) >= 60
        reached = tuple(map(float, (score.hit(1), score.hit(3), score.mrr)))
        assert all(a >= b for a, b in zip(reached, MARKS[name], strict=True)), (name, reached)


def test_every_index_and_page_of_reference_is_found_by_its_names(policy: PolicyDocument) -> None:
    names = {
        "2020-03-16/": ("全部条款", "all clauses"),
        "2020-03-16/text/": ("全文", "full text"),
        "2020-03-16/topics/": ("按主题", "by topic"),
        "2020-03-16/awards/": ("按金额", "by amount"),
        "2020-03-16/kinds/": ("支持方式", "type of support"),
        "2020-03-16/beneficiaries/": ("奖补对象", "beneficiaries"),
        "2020-03-16/departments/": ("责任部门", "departments"),
        "2020-03-16/departments/#finance": ("财政局", "bureau of finance"),
        "2020-03-16/undecided/": ("未定事项", "undecided"),
        "2020-03-16/targets/": ("资金安排", "targets"),
        "guide/": ("使用指南", "guide"),
        "how-to-read/": ("最高什么意思", "how to read"),
        "readings/": ("条文理解", "readings"),
        "glossary/": ("术语", "glossary"),
        "data/": ("开放数据", "open data"),
    }
    asked = [
        {"language": language, "query": query, "expected": [page]}
        for page, pair in names.items()
        for language, query in zip(("zh", "en"), pair, strict=True)
    ]
    found = ranks(search_indexes(Editions.of(policy)), asked)
    assert [query for query, rank in zip(asked, found, strict=True) if rank != 1] == []


def test_a_slip_is_told_and_what_was_meant_is_found(policy: PolicyDocument) -> None:
    slips = [("zh", "首抬套", 21), ("zh", "卡波子", 17), ("en", "patnet", 18), ("en", "facotry", 6)]
    asked = [
        {"language": language, "query": query, "expected": pages}
        for language, query, number in slips
        for pages in ([], [f"2020-03-16/{number:02d}/"])
    ]
    places = ranks(search_indexes(Editions.of(policy)), asked)
    assert places[::2] == [1] * len(slips)
    assert None not in places[1::2]


def test_the_fund_is_found_in_its_clause_and_then_among_the_targets(policy: PolicyDocument) -> None:
    expected = ["2020-03-16/39/", "2020-03-16/targets/"]
    asked = [{"language": "zh", "query": "39亿", "expected": [page]} for page in expected]
    assert ranks(search_indexes(Editions.of(policy)), asked) == [1, 2]


def test_a_page_more_leaves_the_order_of_the_clauses_as_it_was(policy: PolicyDocument) -> None:
    indexes = search_indexes(Editions.of(policy))
    queries = ["技改补贴", "数字化车间", "贷款担保"]
    clauses = [f"2020-03-16/{number:02d}/" for number in clause_numbers()]
    asked = [
        {"language": "zh", "query": query, "expected": [page]}
        for query in queries
        for page in clauses
    ]
    before = ranks(indexes, asked)
    indexes["zh"]["docs"] += [
        {"location": f"more-{place}/", "name": "另一页", "text": "没有这些词"} for place in range(9)
    ]
    assert ranks(indexes, asked) == before


def test_index_and_code_of_a_language_weigh_27_kilobytes_at_most(
    policy: PolicyDocument, tmp_path: Path
) -> None:
    write_indexes(search_indexes(Editions.of(policy)), tmp_path)
    bundle(tmp_path)
    scripts = (tmp_path / WORKER).parent.glob("*.js")
    code = sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts)
    for language in LANGUAGES:
        data = (tmp_path / language.folder / DATA).read_bytes()
        assert len(gzip.compress(data, 9)) + code <= 27 * 1024


@pytest.mark.parametrize(
    ("found", "figures"),
    [([1, 1], ("1.000", "1.000", "1.000")), ([1, None], ("0.500", "0.500", "0.500")),
     ([2, 1, 4], ("0.333", "0.666", "0.583"))],
)  # fmt: skip
def test_the_figures_of_a_score_are_cut_never_rounded_up(
    found: list[int | None], figures: tuple[str, str, str]
) -> None:
    query = Query("given", "工厂", "zh", "word", (6,))
    score = SearchScore(tuple(Asked(query, rank) for rank in found))
    assert (score.hit(1), score.hit(3), score.mrr) == figures
