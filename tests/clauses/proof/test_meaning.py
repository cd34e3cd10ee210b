"""A rule that gives a figure another meaning than the text is reported."""

from collections.abc import Callable

import pytest

from eligibility.mechanisms.halved import Halved
from tests.clauses.proof.conftest import Slip, Told

SLIPS = {
    # at most or exact
    "a ceiling passes for a sum": Slip(
        3, "wording: ceiling", "wording: exact",
        "awards[0].wording", "“exact”", "“ceiling”, because the text says “不超过20%”"),
    "a sum passes for a ceiling": Slip(
        13, "wording: exact", "wording: ceiling",
        "awards[0].wording", "“ceiling”", "“exact”, because the text says “50万元/个”"),
    "a rate without a ceiling passes for one": Slip(
        21, "wording: exact", "wording: ceiling",
        "awards[0].wording", "“ceiling”", "“exact”, because the text says “80%”"),
    "a 最高 governs the second sum of its list too": Slip(
        26, "wording: ceiling", "wording: exact",
        "awards[1].wording", "“exact”", "“ceiling”, because the text says “200万元” (at most)",
        after="id: 26-china-500"),
    "不超过 governs its figure at a distance": Slip(
        7, "wording: ceiling", "wording: exact",
        "awards[0].wording", "“exact”", "“ceiling”, because the text says “30%” (at most)"),
    "half of a ceiling passes for a sum": Slip(
        22, "wording: ceiling", "wording: exact",
        "awards[1].wording", "“exact”", "“ceiling”, as in 22-pin-enterprise, which is halved",
        after="id: 22-pin-product"),
    "a sum that follows another grant passes for a sum": Slip(
        29, "wording: reference", "wording: exact",
        "awards[1].wording", "“exact”", "“reference”, for a sum that follows another grant"),
    "a floor passes for a ceiling": Slip(
        37, "wording: floor", "wording: ceiling",
        "awards[0].wording", "“ceiling”", "“floor”, because the text says “70%” (at least"),
    "the word 最高 is left off": Slip(
        3, "at_most: 最高3000万元", "at_most: 3000万元",
        "awards[0].sum.at_most", "“3000万元”",
        "a whole figure of its quotation: “不超过20%”, “最高3000万元”"),
    "the word 不超过 is left off": Slip(
        6, "rate: 不超过20%", "rate: 20%",
        "awards[0].sum.rate", "“20%”", "a whole figure of its quotation: “不超过20%”"),
    # from or above
    "超过 is written where the text includes the number": Slip(
        14, "compares: 200万元（含）以上", "compares: 超过200万元",
        "awards[5].when[1].compares", "“超过200万元”", "words of its quotation, to the letter"),
    "以上 is written where the text excludes the number": Slip(
        9, "compares: 超过200万元", "compares: 200万元以上",
        "awards[0].when[2].compares", "“200万元以上”", "words of its quotation, to the letter"),
    "the word of comparison is left off": Slip(
        9, "compares: 超过6%", "compares: 6%",
        "awards[0].when[1].compares", "“6%”", "a whole figure of its quotation: “超过6%”"),
    "首次达到 becomes 首次超过": Slip(
        7, "first_time: 达到", "first_time: 超过",
        "awards[1].sum.steps[0].at", "“5000万元”",
        "a whole figure of its quotation: “达到5000万元”"),
    "首次超过 becomes 首次达到": Slip(
        26, "first_time: 超过", "first_time: 达到",
        "awards[2].sum.first_time", "“达到” for “100亿元”", "more than (the number excluded)"),
    "a ladder has a word of its own": Slip(
        11, "first_time: 达到", "first_time: 高于",
        "awards[0].sum.first_time", "“高于” for “1000万元以上”", "at least (the number included)"),
    # per unit, a number, a total
    "a sum for each title is paid once": Slip(
        13, "frequency: once-per-title", "frequency: once",
        "awards[0].frequency", "“once” for “50万元/个”, which is due for each", "once-per-title"),
    "a sum for each product is paid yearly": Slip(
        13, "frequency: per-product", "frequency: yearly",
        "awards[1].frequency", "“yearly” for “10万元/个”", "per-product"),
    "每家 is a sum for each": Slip(
        28, "frequency: once-per-title", "frequency: once",
        "awards[1].frequency", "“once” for “最高100万元”, which is due for each", "once-per-title"),
    "/个 is left off": Slip(
        13, "amount: 10万元/个", "amount: 10万元",
        "awards[1].sum.amount", "“10万元”", "a whole figure of its quotation: “10万元/个”"),
    "a limit in all rests on words without 累计": Slip(
        22, "words:\n        zh: 单个企业累计奖励不超过50万元",
        "words:\n        zh: 奖励不超过50万元",
        "awards[1].limit.in_all", "“不超过50万元”, for words without 累计", "limits in all (累计)"),
    "a limit in all rests on words that limit each product": Slip(
        22, "words:\n        zh: 单个企业累计奖励不超过50万元",
        "words:\n        zh: 单个产品累计奖励不超过50万元",
        "awards[1].limit.in_all", "“不超过50万元”, of “单个产品累计奖励不超过50万元”",
        "for an enterprise"),
    "a limit of pieces is another number": Slip(
        13, "count: 不超过5个", "count: 不超过6个",
        "awards[1].limit.count", "“不超过6个”", "words of its quotation, to the letter"),
    "a limit is no limit": Slip(
        13, "count: 不超过5个", "count: 5个",
        "awards[1].limit.count", "“5个”", "a whole figure of its quotation: “不超过5个”"),
    "half becomes another part": Slip(
        22, "halved: 减半", "halved: 八成",
        "awards[1].sum.halved", "“八成”", "words of its quotation, to the letter"),
    # in addition
    "再给予 is left out": Slip(
        8, "    adds_to: [08-platform-construction, 08-new-mode-pilot]\n", "",
        "awards[2].adds_to", "no such key", "`adds_to` exactly where the quotation says 再给予"),
    "再给予 rides on nothing": Slip(
        14, "    adds_to: [14-city-centre]\n", "",
        "awards[1].adds_to", "no such key", "`adds_to` exactly where the quotation says 再给予"),
    "a sum that stands alone rides on another": Slip(
        5, "    frequency: once-per-title\n",
        "    adds_to: [05-small-enterprise-park]\n    frequency: once-per-title\n",
        "awards[0].adds_to", "05-small-enterprise-park", "exactly where the quotation says 再给予"),
    "how often is said to be stated, and is not": Slip(
        5, "    frequency: once-per-title\n",
        "    frequency: once-per-title\n    frequency_stated: true\n",
        "awards[0].frequency_stated", "true", "每年 (yearly), 首次"),
    "the year of a figure is no word for how often": Slip(
        9, "    frequency: yearly\n", "    frequency: yearly\n    frequency_stated: true\n",
        "awards[0].frequency_stated", "true", "每年 (yearly), 首次"),
    "how often is stated, and not said to be": Slip(
        7, "    frequency: yearly\n    frequency_stated: true\n", "    frequency: yearly\n",
        "awards[0].frequency_stated", "no such key", "每年 (yearly), 首次"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_another_meaning_than_that_of_the_text_is_told(
    is_told: Callable[[Slip], None], slip: Slip
) -> None:
    is_told(slip)


OTHER_TEXTS = {
    # the text itself differs, in the paragraph and in its quotation
    "a rule has a ceiling where the text gives a sum": (
        3, "不超过20%、最高3000万元补助", "不超过20%、3000万元补助",
        ("at_most: 最高3000万元", "at_most: 3000万元"),
        "awards[0].sum.at_most", "“3000万元”, which the text gives as exact",
        "a figure that the text gives with 最高, 不超过 or 不高于"),
    "a rule has a limit where the text gives a number": (
        13, "每个企业补助产品不超过5个", "每个企业补助产品5个",
        ("count: 不超过5个\n      words: {zh: 每个企业补助产品不超过5个",
         "count: 5个\n      words: {zh: 每个企业补助产品5个"),
        "awards[1].limit.count", "“5个”, which the text gives as exact", "with 不超过 or 最高"),
    "a ladder stands where the text does not say 首次": (
        11, "对首次年度营业收入达到500万元", "对年度营业收入达到500万元",
        ("first_time: 达到", "first_time: 达到"),
        "awards[0].sum.first_time", "a sum by `first_time`, in a quotation without 首次",
        "where the text says 首次"),
    "a threshold has no word of comparison": (
        9, "研发投入超过200万元的软件", "研发投入200万元的软件",
        ("compares: 超过200万元\n        words: {zh: 研发投入超过200万元",
         "compares: 200万元\n        words: {zh: 研发投入200万元"),
        "awards[0].when[2].compares", "“200万元”, which says exact",
        "a threshold with its word of comparison, 超过, 达到 or 以上"),
    "a threshold has its word at a distance": (
        9, "研发投入超过200万元的软件", "研发投入超过上年的200万元的软件",
        ("compares: 超过200万元\n        words: {zh: 研发投入超过200万元",
         "compares: 200万元\n        words: {zh: 上年的200万元"),
        "awards[0].when[2].compares", "“200万元”, which says exact",
        "the text says more than (the number excluded)"),
    "a 最高 governs a list that was exact": (
        13, "分别给予50万元/个、25万元/个", "分别给予最高50万元/个、25万元/个",
        ("national: 50万元/个", "national: 最高50万元/个"),
        "awards[0].wording", "“exact”", "“ceiling”, because the text says “最高50万元/个”"),
    "a word of ceiling stands at a distance": (
        21, "给予保费金额80%的补助", "给予不超过保费金额的80%的补助",
        ("wording: exact", "wording: exact"),
        "awards[0].wording", "“exact”", "“ceiling”, because the text says “80%” (at most)"),
    "two instalments where the text has three years": (
        14, "对市级创新中心，市级财政分两年给予1000万元奖励",
        "对市级创新中心，市级财政分三年给予1000万元奖励", ("amount: 1000万元", "amount: 1000万元"),
        "awards[0].stages", "instalments: 2", "as many as the text says: 分三年"),
    "two instalments where the text has three by number": (
        14, "对市级创新中心，市级财政分两年给予1000万元奖励",
        "对市级创新中心，市级财政分3期给予1000万元奖励", ("amount: 1000万元", "amount: 1000万元"),
        "awards[0].stages", "instalments: 2", "as many as the text says: 分3期"),
    "two stages where the text has three": (
        3, "竣工投产两个阶段", "竣工投产三个阶段", ("share: 30%", "share: 30%"),
        "awards[0].stages", "instalments: 2", "as many as the text says: 三个阶段"),
    "the instalments are not the whole": (
        3, "补助总额30%、70%补助", "补助总额30%、60%补助",
        ("share: 70%", "share: 60%"),
        "awards[0].stages", "shares of 90% together", "shares that make up the whole (100%)"),
}  # fmt: skip


@pytest.mark.parametrize("case", OTHER_TEXTS.values(), ids=OTHER_TEXTS.keys())
def test_a_rule_that_another_text_does_not_bear_out_is_told(
    told: Told, case: tuple[int, str, str, tuple[str, str], str, str, str]
) -> None:
    clause, written, instead, rule, key, found, allowed = case
    messages = told(clause, (written, instead), (written, instead), rule)
    (message,) = [text for text in messages if text.splitlines()[0].endswith(f"  {key}")]
    assert found in message.partition("allowed:")[0]
    assert allowed in message.partition("allowed:")[2]


def test_the_word_that_a_mechanism_declares_is_asked_for_without_a_comparison_too(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(22) == []
    monkeypatch.setattr(type(Halved.declared), "said", "折半")
    (message,) = told(22)
    assert "  awards[1].sum.halved\n" in message
    assert "a sum by `halved`, in a quotation without 折半" in message
