"""Words of the text that bear on a sum without being figures: 差额, 每人, 同比增量, 贴息.

A rule that leaves one of them out would pay a wrong sum, so each must be claimed: by a part or a
mechanism that says it, by a condition, a limit, the frequency or the stages that quote it, or by
the name of a fact that the sum asks for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of word, by which a rule claims it."""

    name: str
    pattern: re.Pattern[str]
    by: frozenset[str] = frozenset()
    """What may claim it beside the parts that declare its name: `condition` and `limit` (which
    quote it), `often` (the frequency), `stages`, `top-up`, `fact` (the name of a fact has it),
    `tiers`, `match` (the kind of the award), `floor` (of a price)."""


@dataclass(frozen=True)
class SumWord:
    """A word found in a text."""

    kind: Kind
    words: str
    start: int
    end: int


_PIECES = "人|名|平方米|亩|台（套）|台|套|千瓦时|千瓦|度(?!电价)|吨|件|辆|人次|张|间"


def _kind(name: str, pattern: str, by: str = "") -> Kind:
    return Kind(name, re.compile(pattern), frozenset(by.split()))


KINDS = (
    _kind("difference", "差额|补足|补差|扣除|减去已", "fact"),
    _kind("top-up", "再给予|再奖励?|再补助?|再加奖|另行奖励?|另奖|追加奖励", "top-up condition"),
    _kind(
        "step",
        r"每(?:再|净|新)?(?:增加|增长|增|提高|提升|提前|上一?个|超过?|满|降低|减少|压减|下降)|"
        r"每[0-9.]+(?:亿|万)?元",
        "fact",
    ),
    _kind("unit", rf"每(?:{_PIECES})(?!企业)|元/(?:月·)?(?:{_PIECES})", ""),
    _kind("month", "每月|/月|按月"),
    _kind(
        "growth",
        "增量|增加额|增加值部分|增长额|增长部分|新增部分|净增|新增(?:地方|税收|财力|产值|营收|电量)|增值部分",
        "fact condition",
    ),
    _kind(
        "growth-rate",
        "同比|环比|增速|增幅|增长率|(?:比|较)(?:上年|上一年|去年|上年度)|年均增长?|增长(?=[0-9])",
        "fact condition",
    ),
    _kind("substitute", "基数为0|无基数|没有基数", "condition"),
    _kind("mean", "平均|均值|人均纳税", "fact condition"),
    _kind("per-head", "人均(?!纳税)", "fact condition"),
    _kind(
        "years",
        r"连续[^，。；、]{0,6}?(?:[0-9]|[一二两三四五六七八九十])+个?年|前[一二两三四五0-9]年|"
        r"后[一二两三四五0-9]年|(?<!首)次年|第[一二三四五]年|逐年|分[一二两三四五0-9]年|贴息期|年限|"
        r"(?:期限|最多|不超过|补助|奖补)[0-9一二两三四五]+年",
        "condition stages fact limit",
    ),
    _kind(
        "yearly",
        "每年(?!认定|度|择优|底|安排)|按年(?!租|度|利率)|每季度?|逐季",
        "often condition limit fact",
    ),
    _kind("floor", "不低于|不少于|至少|最低(?!价)|保底|兜底", "condition floor"),
    _kind(
        "uplift",
        r"上浮|上调|提高(?=[0-9一二两])|加成|加倍|加奖|增加(?=[0-9.]+个百分点)|提高[^，。；]{0,4}个百分点"
        r"|(?:标准|金额|比例)的?[0-9一二两三]+倍",
    ),
    _kind("rank", r"前[0-9一二三四五六七八九十]+名|排名|排序|名次|位列前|前[0-9]+位", "condition"),
    _kind("progressive", "超额累进|累进|分段累计"),
    _kind(
        "excess",
        r"超出部分|超过部分|超出的部分|以上的?部分|以外的?部分|超过[0-9.]+%?(?:以上)?的?部分",
        "fact",
    ),
    _kind("interest", "贴息|利息|LPR|基准利率|贷款利率", "fact condition"),
    _kind("match", "配套", "match fact condition"),
    _kind("rent", "租金|房租|月租", "fact condition"),
    _kind("half", "减半|折半"),
    _kind("highest", "从高|就高|孰高", "tiers limit"),
    _kind("lowest", "就低|孰低"),
    _kind("factor", "完成比例|完成率|系数|权重|加权", "fact condition"),
    _kind("first", "首次|第一次", "often condition fact"),
)


def sum_words(text: str) -> Iterator[SumWord]:
    """Yield the words of a text that bear on a sum, in the order of the kinds."""
    for kind in KINDS:
        for match in kind.pattern.finditer(text):
            yield SumWord(kind, match[0], match.start(), match.end())
