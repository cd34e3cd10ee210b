"""Each notation of a figure in the policy, and its meaning."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clauses.notation import digits_of_no_figure, read_figure, scan


@pytest.mark.parametrize(
    ("words", "measure", "value", "meaning", "per_unit"),
    [
        ("3000万元", "money", "30000000", "exact", False),
        ("最高3000万元", "money", "30000000", "at-most", False),
        ("最高1亿元", "money", "100000000", "at-most", False),
        ("不超过500万元", "money", "5000000", "at-most", False),
        ("最高不超过500万元", "money", "5000000", "at-most", False),
        ("最高可达50万元", "money", "500000", "at-most", False),
        ("不得高于50万元", "money", "500000", "at-most", False),
        ("不得少于5人", "count", "5", "at-least", False),
        ("0.3元/瓦", "money", "0.3", "exact", True),
        ("20元/兆瓦时", "money", "20", "exact", True),
        ("50万元/个", "money", "500000", "exact", True),
        ("最高500万", "money", "5000000", "at-most", False),
        ("1.5亿元", "money", "150000000", "exact", False),
        ("800元", "money", "800", "exact", False),
        ("超过200万元", "money", "2000000", "more-than", False),
        ("达到10亿元", "money", "1000000000", "at-least", False),
        ("200万元以上", "money", "2000000", "at-least", False),
        ("200万元（含）以上", "money", "2000000", "at-least", False),
        ("20%", "share", "0.2", "exact", False),
        ("不超过20%", "share", "0.2", "at-most", False),
        ("不低于70%", "share", "0.7", "at-least", False),
        ("超过6%以上", "share", "0.06", "more-than", False),
        ("2.5%", "share", "0.025", "exact", False),
        ("5个", "count", "5", "exact", False),
        ("不超过5个", "count", "5", "at-most", False),
        ("10家", "count", "10", "exact", False),
        ("两级", "count", "2", "exact", False),
        ("八成", "share", "0.8", "exact", False),
        ("减半", "share", "0.5", "exact", False),
        ("达到5倍以上", "multiple", "5", "at-least", False),
        ("两年", "years", "2", "exact", False),
        ("3年", "years", "3", "exact", False),
        ("二十五家", "count", "25", "exact", False),
        ("500强", "rank", "500", "exact", False),
        ("百强", "rank", "100", "exact", False),
        ("1:1", "share", "1", "exact", False),
        ("1︰1", "share", "1", "exact", False),
        ("1：0.5", "share", "0.5", "exact", False),
        ("最高1:1", "share", "1", "at-most", False),
        ("4‰", "share", "0.004", "exact", False),
        ("1个百分点", "points", "0.01", "exact", False),
        ("15元/月·平方米", "money", "15", "exact", True),
        ("0.1元/千瓦时", "money", "0.1", "exact", True),
        ("2000元/人", "money", "2000", "exact", True),
        ("200元/人次", "money", "200", "exact", True),
        ("5万元/座", "money", "50000", "exact", True),
        ("30人", "count", "30", "exact", False),
        ("20台", "count", "20", "exact", False),
        ("5亩", "count", "5", "exact", False),
        ("10万平方米以上", "area", "100000", "at-least", False),
        ("不超过200平方米", "area", "200", "at-most", False),
        ("3个月", "months", "3", "exact", False),
        ("3年期（含）以上", "years", "3", "at-least", False),
        ("2级", "count", "2", "exact", False),
        ("前10名", "rank", "10", "exact", False),
        ("翻番", "multiple", "2", "exact", False),
        ("翻两番", "multiple", "4", "exact", False),
        ("最高奖100万元", "money", "1000000", "at-most", False),
        ("不超5000万元", "money", "50000000", "at-most", False),
        ("超5亿元", "money", "500000000", "more-than", False),
        ("突破10亿元", "money", "1000000000", "more-than", False),
        ("1000万元（含）以下", "money", "10000000", "at-most", False),
        ("3亿元以下", "money", "300000000", "less-than", False),
        ("不足100万元", "money", "1000000", "less-than", False),
        ("低于500万元（含）", "money", "5000000", "at-most", False),
        ("不足500万元（含500万元）", "money", "5000000", "at-most", False),
        ("超过500万元（含）", "money", "5000000", "at-least", False),
        ("超过500万元（不含）", "money", "5000000", "more-than", False),
        ("达到500万元（不含）", "money", "5000000", "more-than", False),
        ("达到500万元（含）以上", "money", "5000000", "at-least", False),
        ("未达到500万元", "money", "5000000", "less-than", False),
        ("未超过3年", "years", "3", "at-most", False),
        ("满1年", "years", "1", "at-least", False),
        ("未满2年", "years", "2", "less-than", False),
        ("500万元以上（含500万元）", "money", "5000000", "at-least", False),
        ("500万元（含500万元）以上", "money", "5000000", "at-least", False),
        ("20%以上（不含）", "share", "0.2", "more-than", False),
        ("20%（不含）以上", "share", "0.2", "more-than", False),
        ("不超过20%（不含）", "share", "0.2", "less-than", False),
        ("3亿元及以下", "money", "300000000", "at-most", False),
        ("500万元—1000万元（不含1000万元）", "money", "10000000", "less-than", False),
        ("500万元（不含）", "money", "5000000", "exact", False),
        ("大于等于3%", "share", "0.03", "at-least", False),
        ("小于500万元", "money", "5000000", "less-than", False),
        ("20万元/亩以上", "money", "200000", "at-least", True),
        ("5人至20人", "count", "20", "exact", False),
        ("5000—10000平方米", "area", "10000", "exact", False),
        ("30%及以上", "share", "0.3", "at-least", False),
        ("17%以内", "share", "0.17", "at-most", False),
    ],
)
def test_a_figure_is_read_with_its_meaning(
    words: str, measure: str, value: str, meaning: str, per_unit: bool
) -> None:
    figure = read_figure(words)
    assert (figure.measure, figure.value) == (measure, Decimal(value))
    assert (figure.meaning, figure.per_unit) == (meaning, per_unit)
    assert figure.words == words


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("20-500万元", "200000", "5000000"),
        ("50万—100万", "500000", "1000000"),
        ("15%—30%", "0.15", "0.3"),
        ("1000万元（含）—3000万元", "10000000", "30000000"),
        ("3000万元（含）—1亿元", "30000000", "100000000"),
        ("5—10亿元以下", "500000000", "1000000000"),
    ],
)
def test_a_range_is_one_figure_with_both_ends(words: str, least: str, most: str) -> None:
    figure = read_figure(words)
    assert (figure.least, figure.value) == (Decimal(least), Decimal(most))
    assert [found.figure.words for found in scan(f"给予{words}奖励")] == [words]


NO_FIGURES = "一定奖励 3000 3,000万元 ３０００万元 -20% 20％ 20%补助 万元 最高最高20% .5亿元 1e4元"


@pytest.mark.parametrize("words", ["", " 20%", "20% ", *NO_FIGURES.split()])
def test_what_is_no_figure_of_the_policy_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="a figure in the policy's notation"):
        read_figure(words)


@given(st.integers(0, 10**6), st.sampled_from(["", "万", "亿"]))
def test_every_whole_sum_is_read_exactly(number: int, unit: str) -> None:
    scale = {"": 1, "万": 10_000, "亿": 100_000_000}[unit]
    assert read_figure(f"{number}{unit}元").value == number * scale


SCANNED = {
    # each figure of a text, with its words and meaning
    "给予不超过20%、最高3000万元补助": "不超过20%=at-most 最高3000万元=at-most",
    "补助总额30%、70%": "30%=exact 70%=exact",
    "补助上限为50万元": "50万元=at-most",
    "最高限额为50万元": "50万元=at-most",
    "以50万元为限": "50万元=at-most",
    "分别以50万元、20万元为限": "50万元=at-most 20万元=at-most",
    "较历史最高年份增量的1%给予奖励": "1%=exact",
    "最高年度补助100万元": "100万元=at-most",
    "给予最高不超过200万元、100万元分档奖励": "最高不超过200万元=at-most 100万元=at-most",
    "最高50万元、100万元和200万元": "最高50万元=at-most 100万元=at-most 200万元=at-most",
    "最高100万、50万元分档": "最高100万=at-most 50万元=at-most",
    "给予20万奖励": "20万=exact",
    "首次达到5000万元、1亿元以上": "达到5000万元=at-least 1亿元以上=at-least",
    "首次超过50亿元、100亿元和500亿元": "超过50亿元=more-than 100亿元=more-than 500亿元=more-than",
    "每年按照不超过其年度服务收入的30%、最高500万补助": "30%=at-most 最高500万=at-most",
    "按不低于最低价标准的70%确定": "70%=at-least",
    "投资200万元（含）以上的项目": "200万元（含）以上=at-least",
    "超过6%以上的部分给予不高于50%奖励": "超过6%以上=more-than 不高于50%=at-most",
    "50万元/个、25万元/个": "50万元/个=exact 25万元/个=exact",
    "不超过5个。给予10万元": "不超过5个=at-most 10万元=exact",
    "最高30万元，20万元": "最高30万元=at-most 20万元=exact",
    "最高20%、30万元": "最高20%=at-most 30万元=exact",
    "分两年给予1000万元": "两年=exact 1000万元=exact",
    "有效期3年，自2020年起": "3年=exact 2020年起=at-least",
    "1月13日、2020年3月16日": "1月13日=exact 2020年3月16日=exact",
    "甬党发〔2019〕38号（2020-2022年）": "〔2019〕38号=exact 2020-2022年=exact",
    "世界500强、中国软件百强": "500强=exact 百强=exact",
    "减半补助": "减半=exact",
    # ten thousands of pieces are no money
    "50万户、20万人、1.5万套": "50万户=exact 20万人=exact 1.5万套=exact",
    "不超过1万吨，达到6兆瓦": "不超过1万吨=at-most 达到6兆瓦=at-least",
    "最多支持3份，最多补助2人": "最多支持3份=at-most 最多补助2人=at-most",
    "不超过3台（套），最长2年": "不超过3台（套）=at-most 最长2年=at-most",
    "限额提高至30万元": "30万元=at-most",
    # said again, or left out
    "奖励额不足2万元的按2万元奖励": "不足2万元=less-than 2万元=at-least",
    "超过100万元的，按100万元补助": "超过100万元=more-than 100万元=at-most",
    "不足2万元的按3万元奖励": "不足2万元=less-than 3万元=exact",
    "超过500万元的部分不予补贴": "超过500万元=at-most",
    "超过500万元的部分按1%": "超过500万元=more-than 1%=exact",
    "市（县）两级": "两级=exact",
    # text that only looks like a figure
    "“246”产业集群和5G": "",
    "“3315系列计划”": "",
    "第一年，第十五个": "",
    "一事一议、一批、一定奖励": "",
    "22、支持企业创建品牌": "",
    "按六项指标2:1:2:2:1:2加权": "",
    "每引进一家企业": "",
    # ceilings at a distance, and lists with strokes
    "按不超过投资额5%奖励，最高300万元": "5%=at-most 最高300万元=at-most",
    "最高奖150万元、100万元": "最高奖150万元=at-most 100万元=at-most",
    "过2000万/5000万/10000万元": "2000万=exact 5000万=exact 10000万元=exact",
    "2级、3级企业": "2级=exact 3级=exact",
}


@pytest.mark.parametrize(("text", "expected"), SCANNED.items())
def test_the_figures_of_a_running_text_are_found_whole(text: str, expected: str) -> None:
    found = scan(text)
    assert " ".join(f"{f.figure.words}={f.figure.meaning}" for f in found) == expected
    assert all(text[f.start : f.end] == f.figure.words for f in found)


def test_each_governs_a_list() -> None:
    assert [f.figure.per_unit for f in scan("给予每家最高100万元、50万元，另加20万元")] == [
        True,
        True,
        False,
    ]


def test_an_enumeration_is_one_series() -> None:
    first, second, third, alone = scan("最高50万元、100万元和200万元，另加1亿元")
    assert first.series == second.series == third.series == first.start
    assert alone.series == alone.start


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("“246”产业", ["246"]),
        ("3、支持5G", ["5"]),
        ("最高3000万元、50万美元", ["50"]),
        ("３０万元", ["３０"]),
        ("2020年3月16日、20%", []),
    ],
)
def test_digits_that_are_no_figure_are_told_apart(text: str, digits: list[str]) -> None:
    assert [text[start:end] for start, end in digits_of_no_figure(text)] == digits


NUMBERS = st.one_of(
    st.integers(1, 9999).filter(lambda n: not 1900 <= n < 2100).map(str),
    st.decimals("0.1", "99.9", places=1).map(str),
)
FIGURES = st.tuples(
    st.sampled_from(
        [
            "",
            "最高",
            "不超过",
            "最高不超过",
            "不高于",
            "不低于",
            "超过",
            "达到",
            "突破",
            "上限",
            "不足",
        ]
    ),
    NUMBERS,
    st.sampled_from(
        ["元", "万元", "亿元", "万", "亿", "%", "个", "家", "倍", "‰", "人", "台", "平方米"]
    ),
    st.sampled_from(["", "/个", "/人", "/月·平方米"]),
    st.sampled_from(["", "以上", "（含）以上", "（含）以下", "及以上", "以内"]),
).map("".join)
FILLER = st.text("对项目给予补助奖励，。的市级财政", max_size=8)


@pytest.mark.no_cover
@given(FIGURES, FILLER, FILLER)
def test_a_figure_that_is_written_is_found_again(figure: str, before: str, after: str) -> None:
    assume(not (figure[-1] in "万亿" and after.startswith("级")))  # 万级 is a class, as 千亿级 is
    text = f"{before}，给予{figure}{after}"
    (found,) = scan(text)
    assert found.figure == read_figure(figure)
    assert text[found.start : found.end] == figure
    assert list(digits_of_no_figure(text)) == []


@given(st.lists(FIGURES, min_size=1, max_size=5))
def test_every_figure_of_a_sentence_is_found_in_its_order(figures: list[str]) -> None:
    found = scan("，给予".join(figures))
    assert [f.figure for f in found] == [read_figure(words) for words in figures]


@given(st.integers(1, 99), st.integers(1, 9), st.sampled_from(["万元", "%", "个"]))
def test_no_figure_is_a_part_of_another(number: int, digit: int, unit: str) -> None:
    whole = f"{digit}{number}{unit}"
    assert [f.figure.words for f in scan(f"给予最高{whole}")] == [f"最高{whole}"]
