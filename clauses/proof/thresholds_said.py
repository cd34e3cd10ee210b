"""Checks that a threshold is one of the fact that the text names before it.

年纳税500万元以上的企业，按设备投资额的10%: the 500万元 are of the tax. Where the words name nothing
that is measured (允许类500万元以上), the text has named it before.
"""

import re

from clauses.model.award import Fact
from clauses.notation import Found
from clauses.proof.bases_said import BOUNDS, named_instead, pairs_of, words_before
from clauses.proof.said_of_sum import Said, asked_words

_NO_NAME = re.compile(
    "[0-9.]+|达到?|超过|超出|不低于|不少于|不超过|首次|突破|以上|以下|累计|合计|在|为|的|且|并|或"
)
_CHINESE = re.compile("[一-鿿]")
_MEASURED = re.compile(
    "税|收入|营收|产值|利润|投资|投入|销售|费用|支出|面积|人数|用电|出口|贷款|资本|资产|贡献|交易|产量|能耗"
    "|[额量率费]"
)
_VAGUE = "年度额数量率总计值新的产业"
"""Characters that tell no name from another."""
_PARTS = re.compile(
    "总(?=投[资入])|(?<=投资)总|固定资产|设备|软件|厂房|土建|装修|研发|中介|检测|认证|咨询|检验"
    "|租(?=[金赁])|利息|保(?=[险费])|担保"
)
"""Words for the whole or a part, of figures that else have one name: 总投资, 设备投资额."""


def check_thresholds_said(said: Said) -> None:
    """Add a fault where the words before a threshold or a bound name another fact."""
    _check_conditions(said)
    _check_bounds(said)


def _check_conditions(said: Said) -> None:
    for index, condition in enumerate(said.award.when):
        asked, figure = said.fact(condition.fact), condition.compares
        if figure is None or asked is None:
            continue
        words = condition.words.zh.partition(figure)[0]
        whole = said.fact(condition.of) if condition.of else None
        own = {one for one in condition.model_dump().values() if isinstance(one, str)}
        grown = condition.over or condition.above  # 增速 names the growth, not the fact
        for key, fact in (("fact", asked), ("of", whole)):
            found = said.ties.at("when", index, "compares")
            other = fact and (
                _names_another(fact, words) or _is_of_a_part(said, fact, words, found)
            )
            name = words if other and not grown else ""
            if key == "fact":
                name = name or named_instead(said, asked, own, condition.words.zh) or ""
            if fact and name:
                at = ("when", index, key)
                said.tell(at, "base", figure=figure, name=name, base=fact.label.zh)


def _is_of_a_part(said: Said, fact: Fact, words: str, found: Found | None) -> bool:
    """Return whether a threshold is of the whole, or another part: 总投资 is no 设备投资额.

    A part that the words do not name is another one only where the text names it elsewhere
    (并购金额10亿元以上的，按中介费用的50%), and not after the figure (投资500万元以上的设备项目),
    nor where the words may repeat its name in short (按设备投资额补助：投资额500万元以下的部分).
    """
    label = fact.label.zh.partition("（")[0]
    own, named = {*_PARTS.findall(label)}, {*_PARTS.findall(words)}
    if own and named:
        return not own & named
    after = said.text[found.end : said.clause(found.end)[1]] if found else ""
    short = _NO_NAME.sub("", words)[-2:] in label
    before = said.text[: found.start] if found else ""
    return (
        bool(own)
        and not own & {*_PARTS.findall(after)}
        and bool(_MEASURED.search(words))
        and label in said.text
        and not (short and label in before)
    )


def _check_bounds(said: Said) -> None:
    for at, node in said.award.sum.parts():
        key = "size" if "size" in node else "reached"
        name = node.get(key)
        fact = said.fact(name) if isinstance(name, str) else None
        bounds = [t.found for t in said.ties.under(*at, "brackets") if t.at[-1] in BOUNDS]
        first = min(bounds, key=lambda one: one.start, default=None)
        if fact is None or first is None:
            continue
        words = words_before(said, first)
        if _names_another(fact, words) or _is_of_a_part(said, fact, words, first):
            figure = first.figure.words
            said.tell((*at, key), "base", figure=figure, name=words, base=fact.label.zh)


def _names_another(fact: Fact, words: str) -> bool:
    """Return whether the words before a threshold name something that the fact does not ask."""
    asked = asked_words(fact)
    if not _MEASURED.search(words) or not _CHINESE.search(asked):
        return False
    named = pairs_of(_NO_NAME.sub("，", words))
    return (
        bool(named)
        and not named & pairs_of(asked)
        and not any(sign in asked for sign in "".join(named) if sign not in _VAGUE)
    )
