"""Terms of the glossary in the text: the longest, once a paragraph, in both languages."""

import pytest

from clauses.document import PolicyDocument
from docs.site.pages.terms import Terms


@pytest.fixture(scope="module")
def found(policy: PolicyDocument) -> dict[tuple[int, int], tuple[dict[str, str], dict[str, str]]]:
    """By clause and paragraph: the words found, by the term's Chinese, in both languages."""
    terms = Terms(policy.glossary)
    result = {}
    for clause in policy.clauses:
        for number, paragraph in enumerate(clause.paragraphs, 1):
            chinese, english = terms.places(paragraph)
            assert len({place.term for place in chinese}) == len(chinese), "a term stands once"
            name = policy.glossary
            result[clause.number, number] = (
                {name[p.term - 1].zh: paragraph.zh[p.start : p.end] for p in chinese},
                {name[p.term - 1].zh: paragraph.en[p.start : p.end] for p in english},
            )
    return result


@pytest.mark.parametrize(
    ("place", "term", "chinese", "english"),
    [
        ((2, 1), "一事一议", "“一事一议”", "case-by-case support"),
        ((26, 1), "隐形冠军", "“隐形冠军”", "“hidden champion” enterprise"),
        ((13, 1), "绿色工厂（园区、供应链）", None, "green factory (park, supply chain)"),
        ((3, 1), "产业集群", "产业集群", "industrial clusters"),
        ((36, 1), "宁波股权交易中心", None, "Ningbo Equity Exchange"),
    ],
)
def test_a_term_is_found_whole(
    found: dict[tuple[int, int], tuple[dict[str, str], dict[str, str]]],
    place: tuple[int, int],
    term: str,
    chinese: str | None,
    english: str,
) -> None:
    zh, en = found[place]
    assert zh[term] == (chinese or term)
    assert en[term] == english


def test_the_longest_term_wins(
    found: dict[tuple[int, int], tuple[dict[str, str], dict[str, str]]],
) -> None:
    # clause 7 has 最高 and 最高不超过; its 最高不超过200万元 is the longer one
    zh, _ = found[5, 1]
    assert zh["最高不超过"] == "最高不超过"
    assert "最高" not in zh


def test_everyday_words_without_a_note_and_those_of_every_clause_stay_plain(
    found: dict[tuple[int, int], tuple[dict[str, str], dict[str, str]]],
) -> None:
    for chinese, _ in found.values():
        assert not {"试点", "示范", "获得", "责任部门", "亿元 / 万元"} & set(chinese)


def test_nearly_every_term_is_found_in_the_english_too(
    found: dict[tuple[int, int], tuple[dict[str, str], dict[str, str]]],
) -> None:
    chinese = sum(len(zh) for zh, _ in found.values())
    english = sum(len(en) for _, en in found.values())
    assert english >= 0.95 * chinese
