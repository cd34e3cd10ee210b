"""Every figure and level of the text is claimed by a rule or excused; the excuses only shrink."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clauses.faults import Fault
from clauses.loading import read_policy
from clauses.model.policy import Policy
from clauses.model.proof import Unclaimed
from clauses.proof import Coverage, coverage_of
from tests.clauses.edits import EDITION, replace
from tests.clauses.proof.conftest import Slip, Told

LEFT_OVER = {
    "a limit is taken out": Slip(
        13, "    limit:\n      count: 不超过5个\n"
        "      words: {zh: 每个企业补助产品不超过5个, en: not more than "
        "5 products subsidised per enterprise}\n      awards: [13-green-product]\n"
        "      reading: A23\n", "",
        "paragraphs[0].zh", "“不超过5个” (figure) in “…励，每个企业补助产品不超过5个。（责任",
        "give it to an award"),
    "a step is taken out": Slip(
        26, "        - {at: 500亿元, sum: 200万元}\n", "",
        "paragraphs[0].zh", "“500亿元” (figure) in “…0亿元、100亿元和500亿元的企业，市级财政",
        "figures and levels that a rule claims, or that unclaimed.yml excuses"),
    "a tier is taken out": Slip(
        5, "{5: 最高不超过100万元, 4: 80万元}", "{5: 最高不超过100万元}",
        "paragraphs[0].zh", "“80万元” (figure)", "unclaimed.yml"),
    "the level of that tier": Slip(
        5, "{5: 最高不超过100万元, 4: 80万元}", "{5: 最高不超过100万元}",
        "paragraphs[0].zh", "“四星” (level)", "unclaimed.yml"),
    "a target of a percentage is taken out": Slip(
        33, "推动制造业贷款余额年均增长10%以上", "制造业中长期贷款占制造业贷款的比重稳步提高",
        "paragraphs[0].zh", "“10%以上” (figure) in", "an award, a line or a target",
        after="targets:"),
    "a target in times is taken out": Slip(
        34, "推动年度融资担保放大倍数达到5倍以上", "支持融资担保机构开展政策性融资担保业务",
        "paragraphs[0].zh", "“达到5倍以上” (figure) in “…年度融资担保放大倍数达到5倍以上。发挥",
        "a target",
        after="targets:"),
    "the yearly fund is taken out": Slip(
        39, "市级财政每年安排39亿元专项资金", "重点支持中小企业发展",
        "paragraphs[0].zh", "“39亿元” (figure)", "a target", after="targets:"),
    "a level is no condition": Slip(
        6, "      - fact: plan_level\n        in: [national, provincial]\n"
        "        words: {zh: 列入国家级、省级项目计划", "      - fact: plan_level\n"
        "        in: [national, provincial]\n        words: {zh: 项目计划",
        "awards[0].when[0].in", "national, provincial", "names: none"),
    "a level of a line is taken out": Slip(
        15, "zh: 对列入市级重点建设计划的产业技术研究院给予支持", "zh: 产业技术研究院给予支持",
        "paragraphs[0].zh", "“市级” (level) in “…术研究院能级。对列入市级重点建设计划", "a line",
        after="lines:"),
    "a sum that nobody gives is in the text": Slip(
        16, "支持建设制造业检验检测平台，", "支持建设制造业检验检测平台，给予最高100万元奖励，",
        "paragraphs[0].zh", "“最高100万元” (figure) in “…业检验检测平台，给予最高100万元奖励，鼓励",
        "figures and levels that a rule claims"),
    "digits that are neither figure nor name": Slip(
        30, "“3315系列计划”", "“3316系列计划”",
        "paragraphs[0].zh", "“3316” (digits that are not a figure of the notation)",
        "unclaimed.yml"),
}  # fmt: skip


@pytest.mark.parametrize("slip", LEFT_OVER.values(), ids=LEFT_OVER.keys())
def test_what_no_rule_claims_is_told(is_told: Callable[[Slip], None], slip: Slip) -> None:
    is_told(slip)


def test_what_belongs_to_a_rule_at_fault_is_not_told_twice(told: Told) -> None:
    messages = told(3, ("at_most: 最高3000万元", "at_most: 最高2000万元"))
    assert len(messages) == 1


EXCUSES = {
    "its figure is claimed after all": (
        "最高3000万元", '"1.1"', "最高3000万元",
        "“最高3000万元”, which 01-machine claims", "figures that no rule claims"),
    "its level is claimed after all": (
        "国家级", '"2.1"', "获得国家级",
        "“国家级”, which 02-title claims", "figures that no rule claims"),
    "its date is claimed after all": (
        "2020年起", "附则-1", "自2020年起",
        "“2020年起”, which validity claims", "figures that no rule claims"),
    "its words are not in the text": (
        "30万元", '"1.1"', "最高30万元",
        "“30万元” in “最高30万元”, which occurs 0 times in 1.1",
        "words around it that occur there once"),
    "it is a part of a figure": (
        "0%", '"1.1"', "不超过20%",
        "“0%”, which is not a whole figure of “不超过20%”", "a figure of the text"),
    "its words stand there twice": (
        "25万元/个", '"2.1"', "、",
        "“25万元/个” in “、”, which occurs 4 times in 2.1",
        "words around it that occur there once"),
    "its place is none": (
        "5个", '"7.1"', "5个", "“7.1”", "a passage of the text, like 3.1, 引言 or 附则-1"),
}  # fmt: skip


@pytest.mark.parametrize("slip", EXCUSES.values(), ids=EXCUSES.keys())
def test_an_excuse_that_is_not_needed_is_told(
    small: Path, faults: Callable[[], list[Fault]], slip: tuple[str, str, str, str, str]
) -> None:
    figure, place, around, found, allowed = slip
    replace(
        small,
        f"{EDITION}/unclaimed.yml",
        "figures: []\n",
        f"figures:\n  - figure: {figure}\n    place: {place}\n    around: {around}\n"
        "    reason: {zh: 不是数额, en: No amount}\n",
    )
    (fault,) = faults()
    assert fault.file == f"{EDITION}/unclaimed.yml"
    assert fault.line in (5, 6)
    assert (found in fault.found, allowed in fault.allowed) == (True, True), str(fault)
    assert "take the entry out" in fault.fix


def test_one_figure_is_excused_once(small: Path, faults: Callable[[], list[Fault]]) -> None:
    for file, written, instead in (
        ("02.yml", "支持机器出口。（补充", "支持100家机器出口。（补充"),
        (
            "02.yml",
            "    en: Support the export of machines.",
            "    en: Support the export of 100 machines.",
        ),
        (
            "02.yml",
            "quote: {zh: 支持机器出口, en: Support the export of machines}",
            "quote: {zh: 机器, en: machines}",
        ),
        ("source.txt", "支持机器出口。", "支持100家机器出口。"),
    ):
        replace(small, f"{EDITION}/{file}", written, instead)
    (left_over,) = faults()
    assert "“100家” (figure) in “…支持100家机器出口。（补充核心" in left_over.found
    entry = (
        '  - figure: 100家\n    place: "2.2"\n    around: 支持100家机器出口\n'
        "    reason: {zh: 不是数额, en: No amount}\n"
    )
    replace(small, f"{EDITION}/unclaimed.yml", "figures: []\n", f"figures:\n{entry}")
    assert faults() == []
    replace(small, f"{EDITION}/unclaimed.yml", "figures:\n", f"figures:\n{entry}")
    (twice,) = faults()
    assert twice.key == "figures[1]"
    assert twice.found == "“100家” in 2.2, which is excused already"


def test_a_name_that_is_gone_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    replace(small, f"{EDITION}/unclaimed.yml", "words: 5G", "words: 6G")
    told = {fault.file: fault.found for fault in faults()}
    assert told[f"{EDITION}/unclaimed.yml"] == "“6G”, which is not in the text"
    assert "“5” (digits that are not a figure" in told[f"{EDITION}/policy.yml"]


def test_an_excuse_without_a_reason_in_both_languages_is_told(
    small: Path, faults: Callable[[], list[Fault]]
) -> None:
    replace(small, f"{EDITION}/unclaimed.yml", ", en: The name of a technology}", "}")
    (fault,) = faults()
    assert (fault.key, fault.found) == ("names[0].reason.en", "no such key")


def test_the_excuses_of_the_edition_only_shrink(excused: Unclaimed) -> None:
    assert len(excused.figures) <= 14
    assert len(excused.names) <= 4


@pytest.fixture(scope="module")
def policy() -> Policy:
    return read_policy()


@pytest.fixture(scope="module")
def coverage(policy: Policy) -> dict[str, Coverage]:
    return {passage.place: passage for passage in coverage_of(policy)}


def test_everything_in_the_edition_is_claimed_or_excused(coverage: dict[str, Coverage]) -> None:
    for passage in coverage.values():
        for item in passage.items:
            assert bool(item.claimed_by) != (item.excuse is not None), (passage.place, item)
        assert passage.claimed + passage.excused == len(passage.items)
    assert sum(passage.excused for passage in coverage.values()) == 14


def test_the_coverage_names_who_claims_each_figure(
    policy: Policy, coverage: dict[str, Coverage]
) -> None:
    passage = coverage["3.1"]
    assert passage.clause == 3
    assert [(i.words, i.measure, i.claimed_by, i.roles) for i in passage.items] == [
        ("三年", "years", (), ()),
        ("不超过20%", "share", ("03-industrial-investment",), ("sum.rate",)),
        ("最高3000万元", "money", ("03-industrial-investment",), ("sum.at_most",)),
        ("两个", "count", ("03-industrial-investment",), ("stages",)),
        ("30%", "share", ("03-industrial-investment",), ("stages.0.share",)),
        ("70%", "share", ("03-industrial-investment",), ("stages.1.share",)),
    ]
    text = policy.clauses[2].paragraphs[0].zh
    assert all(text[item.start : item.end] == item.words for item in passage.items)
    assert passage.items[0].excuse and "action plans" in passage.items[0].excuse.en


@pytest.mark.parametrize(
    ("place", "words", "by"),
    [
        ("附则-2", "3年", "validity"),
        ("附则-2", "2020年起", "validity"),
        ("33.1", "10%以上", "targets[0]"),
        ("39.1", "39亿元", "targets[0]"),
        ("1.1", "两级", "01-catalogue"),
        ("26.1", "500强", "26-world-500"),
        ("9.1", "超过6%以上", "09-software-rd"),
        ("22.1", "减半", "22-pin-product"),
        ("22.2", "国家级", "22-industrial-brand"),
        ("37.1", "70%", "37-land-floor"),
    ],
)
def test_claims_of_the_edition(
    coverage: dict[str, Coverage], place: str, words: str, by: str
) -> None:
    assert any(by in item.claimed_by for item in coverage[place].items if item.words == words)


def test_the_coverage_follows_the_order_of_the_text(coverage: dict[str, Coverage]) -> None:
    places = list(coverage)
    assert places.index("函-10") < places.index("引言") < places.index("1.1")
    assert places.index("1.1") < places.index("41.1") < places.index("附则-2")
    assert places[-1] == "脚注1"
