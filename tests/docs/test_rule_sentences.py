"""The rule of each award in a sentence: every figure of the rule, in both languages."""

import copy
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import amounts
from clauses.document import Bilingual, Limit, PolicyDocument
from clauses.export import compile_edition
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.money import money
from docs.site.part_sentences import composed_sentence
from docs.site.rule_sentences import rule_sentence
from tests import invented_policy
from tests.policy import compiled, document

AWARDS = [award["id"] for award in document()["awards"]]

SENTENCES = {
    "03-industrial-investment": (
        "补助：不超过实际投入的20%，最高3000万元；条件：列入年度择优名单；"
        "项目开工付30%，竣工投产付70%；每个项目一次（原文未写明，按此理解）；"
        "付给承担项目的企业（原文此句未写明）。",
        "Subsidy: at most 20% of the actual input, at most RMB 30 million; condition: on the "
        "yearly merit list; 30% at start of construction, 70% at completion and start of "
        "production; once per project (read this way; not stated in the "
        "text); paid to: enterprise undertaking the project (not named in this sentence).",
    ),
    "09-software-rd": (
        "奖励：不超过年度研发投入中超过年度销售收入6%的部分的50%，最高200万元；"
        "条件：软件企业，且年度研发投入超过年度销售收入的6%（不含本数），"
        "且年度研发投入超过200万元（不含本数）；每年（原文未写明，按此理解）；付给软件企业。",
        "Reward: at most 50% of the part of the annual R&D expenditure above 6% of the annual "
        "sales revenue, at most RMB 2 million; condition: software enterprise, and annual R&D "
        "expenditure more than 6% of the annual sales revenue (the figure itself excluded), and "
        "annual R&D expenditure more than RMB 2 million (the figure itself excluded); every year "
        "(read this way; not stated in the text); paid to: software enterprise.",
    ),
    "26-core-team": (
        "奖励：当年本市工业销售收入首次超过（不含本数）50亿元的最高50万元，"
        "100亿元的最高100万元，500亿元的最高200万元；只计新超过的最高一档；"
        "每个台阶一次；付给企业核心团队。",
        "Reward: at most RMB 500,000 at RMB 5 billion, at most RMB 1 million at RMB 10 billion, "
        "at most RMB 2 million at RMB 50 billion when the industrial sales revenue in this city in "
        "the year exceeds it for the first time (the figure itself excluded); only the highest "
        "step newly exceeded counts; once per step; paid to: core team of the enterprise.",
    ),
}


def sentence(policy: PolicyDocument, award: str, language: Language) -> str:
    awards = {entry.id: entry for _, entry in policy.awards}
    return rule_sentence(awards[award], awards, language)


def figures(award: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each figure of a rule, from the document that the engine computes with."""
    rule = award["sum"]
    for key in ("amount", "at_most"):
        if rule.get(key):
            yield "money", rule[key]
    for _, amount in rule.get("tiers", []):
        yield "money", amount
    for at, amount in rule.get("steps", []):
        yield "money", at
        yield "money", amount
    for key in ("rate", "beyond_share", "share"):
        if rule.get(key):
            yield "share", rule[key]
    for condition in award["conditions"]:
        if "figure" in condition["test"]:
            kind = "share" if condition["test"]["of"] else "money"
            yield kind, condition["test"]["figure"]
    for review in award["review"]:
        if review["share"]:
            yield "share", review["share"]
    for stage in award["stages"]:
        if not stage["assumed"]:
            yield "share", stage["share"]
    for limit in document()["limits"]:
        if award["id"] in limit["awards"]:
            yield ("money", limit["in_all"]) if limit["in_all"] else ("count", limit["count"])


def written(kind: str, value: str, language: Language) -> str:
    if kind == "share":
        return amounts.share(value)
    if kind == "count":
        return str(value)
    return money(Decimal(value), language)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("award", document()["awards"], ids=AWARDS)
def test_the_sentence_holds_each_figure_of_the_rule(
    policy: PolicyDocument, award: dict[str, Any], language: Language
) -> None:
    said = sentence(policy, award["id"], language)
    for kind, value in figures(award):
        assert written(kind, value, language) in said, (kind, value, said)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("award", document()["awards"], ids=AWARDS)
def test_only_a_ceiling_says_at_most(
    policy: PolicyDocument, award: dict[str, Any], language: Language
) -> None:
    first = sentence(policy, award["id"], language).split("；" if language is ZH else "; ")[0]
    said = any(word in first for word in ("最高", "不超过", "at most"))
    assert said == (award["wording"] == "ceiling")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_threshold_says_whether_its_own_figure_counts(
    policy: PolicyDocument, language: Language
) -> None:
    included, excluded = (
        ("（含本数）", "（不含本数）") if language is ZH else ("itself included", "itself excluded")
    )
    for award in document()["awards"]:
        compared = [c["test"]["compare"] for c in award["conditions"] if "compare" in c["test"]]
        compared += [award["sum"]["compare"]] if award["sum"]["mechanism"] == "first-time" else []
        said = sentence(policy, award["id"], language)
        assert said.count(included) == compared.count(">="), said
        assert said.count(excluded) == compared.count(">"), said


@pytest.mark.parametrize("award", SENTENCES)
def test_a_sentence_in_full(policy: PolicyDocument, award: str) -> None:
    assert (sentence(policy, award, ZH), sentence(policy, award, EN)) == SENTENCES[award]


@pytest.mark.parametrize(
    ("answers", "zh", "en"),
    [
        ([True], "5万元（受过处罚的）", "RMB 50,000 (where penalty)"),
        ([False], "5万元（不属于“受过处罚”的）", "RMB 50,000 (where not “penalty”)"),
    ],
)
def test_an_answer_inside_a_sum_is_said_as_in_a_condition(
    answers: list[bool], zh: str, en: str
) -> None:
    policy = PolicyDocument.read(compile_edition(invented_policy.CLAUSES, invented_policy.EDITION))
    late = next(award for _, award in policy.awards if award.id == "07-late")
    only = replace(late, written={"sum": {"only": "5万元", "when": {"penalty": answers}}})
    assert (composed_sentence(only, ZH), composed_sentence(only, EN)) == (zh, en)


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("超过30%", "超过30%（不含本数）的", "more than 30% (the figure itself excluded): "),
        ("30%以上", "不低于30%（含本数）的", "not less than 30% (the figure itself included): "),
        ("低于30%", "低于30%（不含本数）的", "less than 30% (the figure itself excluded): "),
        ("不超过30%", "不高于30%（含本数）的", "not more than 30% (the figure itself included): "),
    ],
)
def test_a_threshold_inside_a_sum_is_said_as_in_a_condition(words: str, zh: str, en: str) -> None:
    policy = PolicyDocument.read(compile_edition(invented_policy.CLAUSES, invented_policy.EDITION))
    late = next(award for _, award in policy.awards if award.id == "07-late")
    sum_ = {"instead": "5%", "use": "8%", "when": {"penalty": words}}
    only = replace(late, written={"sum": sum_})
    assert zh in composed_sentence(only, ZH)
    assert en in composed_sentence(only, EN)


def test_a_limit_on_one_award_alone_names_no_others(policy: PolicyDocument) -> None:
    award = next(award for _, award in policy.awards if award.id == "03-industrial-investment")
    words = Bilingual("累计最高500万元", "RMB 5 million in all")
    limit = Limit(award.id, None, "5000000", [award.id], words, "")
    written = {**award.written, "limit": {"in_all": "最高500万元"}}
    limited = replace(award, limit=limit, written=written)
    said = [rule_sentence(limited, {award.id: limited}, language) for language in LANGUAGES]
    assert "单个企业累计最高500万元" in said[0]
    assert "at most RMB 5 million in all for an enterprise" in said[1]


@pytest.mark.parametrize(
    ("sum_", "zh", "en"),
    [
        (
            {
                "size": "fee",
                "brackets": [
                    {"up_to": "不超过1%", "use": "5万元"},
                    {"beyond": "超过1%", "up_to": "不超过1.5%", "use": "3万元"},
                ],
            },
            "不超过1%：5万元，超过1%，不超过1.5%：3万元",
            "up to 1%: RMB 50,000, beyond 1%, up to 1.5%: RMB 30,000",
        ),
        (
            {
                "year": "fee",
                "periods": [
                    {"for": "次年", "use": "5万元"},
                    {"for": "第三年至第五年", "use": "3万元"},
                ],
            },
            "次年5万元，第三年至第五年3万元",
            "year 2: RMB 50,000, years 3 to 5: RMB 30,000",
        ),
    ],
    ids=["both ends of a bracket", "years by number"],
)
def test_brackets_and_years_are_said_as_they_are_computed(
    sum_: dict[str, Any], zh: str, en: str
) -> None:
    policy = PolicyDocument.read(compile_edition(invented_policy.CLAUSES, invented_policy.EDITION))
    late = next(award for _, award in policy.awards if award.id == "07-late")
    only = replace(late, written={"sum": sum_})
    assert zh in composed_sentence(only, ZH)
    assert en in composed_sentence(only, EN)


def test_a_share_below_a_ceiling_is_the_most_only_where_the_text_says_so() -> None:
    policy = copy.deepcopy(dict(compiled().data))
    (award,) = (one for one in policy["awards"] if one["id"] == "04-application-scenario")
    for words, zh, en in (
        ("不超过30%", "不超过实际投入的30%，最高1000万元", "at most 30% of the actual input"),
        ("30%", "补助：实际投入的30%，最高1000万元", "Subsidy: 30% of the actual input"),
    ):
        award["quote"]["zh"] = award["quote"]["zh"].replace("不超过30%", words)
        award["written"]["sum"]["rate"] = words
        made = PolicyDocument.read(policy)
        assert zh in sentence(made, award["id"], ZH)
        assert en in sentence(made, award["id"], EN)
