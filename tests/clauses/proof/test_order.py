"""Sums, steps and instalments in another order than in the text are reported."""

from collections.abc import Callable

import pytest

from tests.clauses.proof.conftest import Slip, Told

TIERS = {
    "国家级 and 省级 (10)": Slip(
        10, "{national: 最高200万元, provincial: 100万元}",
        "{national: 100万元, provincial: 最高200万元}",
        "awards[0].sum.tiers", "国家级 100万元, 省级 最高200万元",
        "in the order of the text: 国家级 最高200万元, 省级 100万元"),
    "省级 stands first in clause 11": Slip(
        11, "{provincial: 最高100万元, national: 200万元}",
        "{national: 最高100万元, provincial: 200万元}",
        "awards[1].sum.tiers", "国家级 最高100万元, 省级 200万元",
        "in the order of the text: 省级 最高100万元, 国家级 200万元"),
    "五星 and 四星": Slip(
        5, "{5: 最高不超过100万元, 4: 80万元}", "{5: 80万元, 4: 最高不超过100万元}",
        "awards[1].sum.tiers", "五星 80万元, 四星 最高不超过100万元",
        "in the order of the text: 五星 最高不超过100万元, 四星 80万元"),
    "分别 is missing in clause 5": Slip(
        5, "{national: 最高不超过200万元, provincial: 100万元}",
        "{national: 100万元, provincial: 最高不超过200万元}",
        "awards[0].sum.tiers", "国家级 100万元", "国家级 最高不超过200万元, 省级 100万元"),
    "认证 and 自我声明": Slip(
        22, "{certified: 最高30万元, self-declared: 20万元}",
        "{self-declared: 最高30万元, certified: 20万元}",
        "awards[0].sum.tiers", "自我声明 最高30万元, 认证 20万元",
        "in the order of the text: 认证 最高30万元, 自我声明 20万元"),
    "two kinds of regional brand": Slip(
        22, "{cluster: 最高100万元, industry: 50万元}",
        "{industry: 最高100万元, cluster: 50万元}",
        "awards[4].sum.tiers", "行业性区域品牌 最高100万元",
        "产业集群区域品牌 最高100万元, 行业性区域品牌 50万元"),
    "国内 and 省内": Slip(
        21, "{domestic: 最高100万, provincial: 50万元}",
        "{domestic: 50万元, provincial: 最高100万}",
        "awards[2].sum.tiers", "国内 50万元, 省内 最高100万", "国内 最高100万, 省内 50万元"),
    "champion, little giant, hidden champion": Slip(
        26, "{single-champion: 最高300万元, little-giant: 200万元, hidden-champion: 100万元}",
        "{single-champion: 最高300万元, little-giant: 100万元, hidden-champion: 200万元}",
        "awards[3].sum.tiers", "“隐形冠军”企业 200万元",
        "国家级专精特新“小巨人”企业 200万元, 省级“隐形冠军”企业 100万元"),
    "the right sums, told in another order": Slip(
        17, "{national: 最高100万元, provincial: 50万元}",
        "{provincial: 50万元, national: 最高100万元}",
        "awards[0].sum.tiers", "省级 50万元, 国家级 最高100万元",
        "国家级 最高100万元, 省级 50万元"),
    "a level that the sentence does not name": Slip(
        17, "{national: 最高100万元, provincial: 50万元}",
        "{national: 最高100万元, municipal: 50万元}",
        "awards[0].sum.tiers.municipal", "“municipal”, in the text “市级”",
        "a tier that the quotation names before its sum"),
    "the sum of an undecided level is another sum": Slip(
        8, "provincial: 最高200万元", "provincial: 200万元",
        "awards[2].sum.tiers.provincial", "“200万元”",
        "a whole figure of its quotation: “最高200万元”"),
    "two levels and one sum, none undecided": Slip(
        8, "      undecided: [provincial]\n", "",
        "awards[2].sum.tiers.provincial", "“最高200万元”, which the rule uses more than once",
        "a figure once for each time"),
    "a star that the sentence does not name": Slip(
        5, "{5: 最高不超过100万元, 4: 80万元}", "{5: 最高不超过100万元, 3: 80万元}",
        "awards[1].sum.tiers[3]", "“3”, in the text “三星”", "names before its sum"),
}  # fmt: skip

STEPS = {
    "two steps of clause 7": Slip(
        7, "{at: 5000万元, sum: 最高不超过100万元}\n        - {at: 1亿元以上, sum: 200万元}",
        "{at: 5000万元, sum: 200万元}\n        - {at: 1亿元以上, sum: 最高不超过100万元}",
        "awards[1].sum.steps", "达到5000万元 200万元", "达到5000万元 最高不超过100万元"),
    "two steps of clause 11": Slip(
        11, "{at: 500万元, sum: 最高20万元}\n        - {at: 1000万元以上, sum: 30万元}",
        "{at: 1000万元以上, sum: 最高20万元}\n        - {at: 500万元, sum: 30万元}",
        "awards[0].sum.steps", "1000万元以上 最高20万元",
        "达到500万元 最高20万元, 1000万元以上 30万元"),
    "two of the three steps of clause 26": Slip(
        26, "{at: 100亿元, sum: 100万元}\n        - {at: 500亿元, sum: 200万元}",
        "{at: 100亿元, sum: 200万元}\n        - {at: 500亿元, sum: 100万元}",
        "awards[2].sum.steps", "100亿元 200万元", "100亿元 100万元, 500亿元 200万元"),
}  # fmt: skip

STAGES = {
    "clause 3 pays 30% first": Slip(
        3, "share: 30%\n      - code: completion\n"
        "        name: {zh: 竣工投产, en: completion and start of production}\n        share: 70%",
        "share: 70%\n      - code: completion\n"
        "        name: {zh: 竣工投产, en: completion and start of production}\n        share: 30%",
        "awards[0].stages", "项目开工 70%, 竣工投产 30%",
        "in the order of the text: 项目开工 30%, 竣工投产 70%"),
    "clause 4 pays 70% first": Slip(
        4, "share: 70%\n      - code: completion\n"
        "        name: {zh: 竣工投产, en: completion and start of production}\n        share: 30%",
        "share: 30%\n      - code: completion\n"
        "        name: {zh: 竣工投产, en: completion and start of production}\n        share: 70%",
        "awards[0].stages", "项目开工 30%, 竣工投产 70%",
        "in the order of the text: 项目开工 70%, 竣工投产 30%"),
    "the names of the stages": Slip(
        3, "zh: 项目开工", "zh: 项目完工",
        "awards[0].stages[0].name.zh", "“项目完工”",
        "a stage that the quotation names, or “第一…”"),
    "one of two years is taken out": Slip(
        14, "      - code: year-2\n        name: {zh: 第二年, en: second year}\n", "",
        "awards[0].stages", "instalments: 1", "as many as the text says: 分两年"),
    "two years in another order": Slip(
        14, "zh: 第一年", "zh: 第二年",
        "awards[0].stages[0].name.zh", "“第二年”", "or “第一…”"),
}  # fmt: skip

NAMES = {
    "the second of two lists has the first sum": Slip(
        26, "sum: {amount: 200万元}", "sum: {amount: 最高3000万元}",
        "awards[1].sum.amount", "“最高3000万元”, number 1 of 最高3000万元、200万元",
        "number 2, because the words of the condition end with name 2"),
    "the first of two lists has the second sum": Slip(
        26, "sum: {amount: 最高3000万元}", "sum: {amount: 200万元}",
        "awards[0].sum.amount", "“200万元”, number 2 of 最高3000万元、200万元",
        "number 1, because the words"),
    "the words of the condition end with another name": Slip(
        26, "words: {zh: “中国制造业500强”的企业", "words: {zh: 首次入选“世界500强”",
        "awards[1].sum.amount", "“200万元”, number 2", "number 1, because the words"),
}  # fmt: skip

LEVELS = {
    "a level of the words is missing": Slip(
        6, "in: [national, provincial]", "in: [national]",
        "awards[0].when[0].in", "national",
        "that “列入国家级、省级项目计划” names: national, provincial"),
    "市级以上 has the level itself and all above": Slip(
        14, "in: [municipal, provincial, national]", "in: [provincial, national]",
        "awards[5].when[0].in", "provincial, national",
        "“市级以上创新中心” names: national, provincial, municipal"),
    "another level": Slip(
        13, "in: [national]", "in: [provincial]",
        "awards[1].when[0].in", "provincial", "names: national"),
    "a level too many": Slip(
        6, "in: [provincial]", "in: [provincial, municipal]",
        "awards[1].when[0].in", "provincial, municipal", "names: provincial"),
}  # fmt: skip

ALL = {**TIERS, **STEPS, **STAGES, **NAMES, **LEVELS}


@pytest.mark.parametrize("slip", ALL.values(), ids=ALL.keys())
def test_another_order_than_that_of_the_text_is_told(
    is_told: Callable[[Slip], None], slip: Slip
) -> None:
    is_told(slip)


def test_shares_that_are_not_the_whole_are_told(told: Told) -> None:
    messages = told(3, ("share: 70%", "share: 30%"))
    assert len(messages) == 1, messages
    assert (
        "awards[0].stages[1].share\n    found:   “30%”, which the rule uses more than once\n"
        in messages[0]
    )


def test_a_wrong_order_reads_as_four_lines_and_is_told_once(told: Told) -> None:
    (message,) = told(
        10,
        (
            "{national: 最高200万元, provincial: 100万元}",
            "{national: 100万元, provincial: 最高200万元}",
        ),
    )
    where, *lines = message.splitlines()
    assert where.startswith("2020-03-16/10.yml:") and where.endswith("  awards[0].sum.tiers")
    assert lines == [
        "    found:   国家级 100万元, 省级 最高200万元",
        "    allowed: in the order of the text: 国家级 最高200万元, 省级 100万元",
        "    fix:     give each name the sum that the text gives it, in the order of the text",
    ]


def test_a_rate_not_yet_written_anew_does_not_take_the_share_of_a_stage(told: Told) -> None:
    """The text says 30% now, for the rate and for a stage, and the rule still 不超过30%."""
    text = ("给予不超过30%", "给予30%")
    messages = told(4, text, text)
    keys = [line.split("  ")[-1] for line in "\n".join(messages).splitlines() if ".yml:" in line]
    assert "awards[0].sum.rate" in keys
    assert "awards[0].stages" not in keys, messages
