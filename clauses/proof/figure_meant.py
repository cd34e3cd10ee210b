"""Checks that a fact is the figure that the text means, not one of another year or state.

研发费用 is no 上年研发费用, 设备投资额 no 计划设备投资额. What the text holds a figure against
(`over`, `before`) may be of another year: 增长, 增量 and 首次 say so without its name.
"""

import re
from collections.abc import Iterator

from clauses.key_path import KeyPath
from clauses.model.award import Fact
from clauses.proof.bases_said import compared, figure_of, words_before
from clauses.proof.said_of_sum import Said, asked_words

_OWN_YEAR, _LAST_YEAR = re.compile("当年|本年"), re.compile("上年|上一年|去年|前一年")
_OTHERWISE = {
    _LAST_YEAR: _LAST_YEAR,
    re.compile("[近前][二两三四五2-5]年"): re.compile("[近前]?[二两三四五2-5]个?年"),
    re.compile("增量|新增|增加额"): re.compile("增"),
    re.compile("预算|计划|预计|估算|概算"): re.compile("预|划|概|估|拟"),
    re.compile("应[缴纳付]"): re.compile("应"),
    re.compile("合同|协议"): re.compile("合同|协议|订单|签[约订]"),
}
"""Words of a name that make another figure of it, each with what the text must then say."""
_EARLIER = re.compile("以[往前]|[此之]前|历[史年]|往年|过去|曾|最[高大多]")
"""What a fact that a first time is held against must say: last year is not all earlier ones."""
_VAGUE = re.compile("[年度额数量率总计值最高以往前的]")
_GOVERNMENTS = re.compile("国家|中央|省|市级|区级|县级")
"""国家级奖励金额 is no 省级奖励金额; 上级 is both."""
_ABOVE = re.compile("上级|各级")
_COMPUTED_ON = ("of", "size", "reached", "progressive", "growth", "fact")
"""The keys of what a part is computed on; what it is held against may be of another year."""


def check_figure_meant(said: Said) -> None:
    """Add a fault where the name of a fact says what the text does not say of it."""
    _check_before(said)
    sentence = said.text[: said.whole_sentence(said.ties.end)[1]]
    held_against = {
        name
        for node in [said.award.sum.written, *(node for _, node in said.award.sum.parts())]
        for name in (node.get("over"), node.get("before"))
        if isinstance(name, str)
    } | {condition.over for condition in said.award.when}
    for at, fact, words in _computed_on(said):
        if fact.name in held_against:
            continue  # 10%以上部分 of a growth: 上年产值 is the base of both
        for meant, said_so in _OTHERWISE.items():
            match = meant.search(fact.label.zh)
            if match and not said_so.search(sentence):
                said.tell(at, "figure-meant", base=fact.label.zh, words=match[0])
        for words in _GOVERNMENTS.findall(fact.label.zh):
            named = {*_GOVERNMENTS.findall(sentence)}
            if named and words not in named and not _ABOVE.search(sentence):
                said.tell(at, "figure-meant", base=fact.label.zh, words=words)
        match = _OWN_YEAR.search(fact.label.zh)
        if match and _LAST_YEAR.search(words) and not _OWN_YEAR.search(sentence):
            said.tell(at, "figure-meant", base=fact.label.zh, words=match[0])


def _check_before(said: Said) -> None:
    """首次 is held against the best of all earlier years of the same figure."""
    for at, node in list(said.award.sum.parts()) or [(("sum",), said.award.sum.written)]:
        now, before = node.get("reached") or node.get("of"), node.get("before")
        if not (isinstance(now, str) and isinstance(before, str)):
            continue
        figure, best = said.fact(now), said.fact(before)
        if figure and best:
            own = set(_VAGUE.sub("", asked_words(figure)))
            if not (_EARLIER.search(asked_words(best)) and own & set(best.label.zh)):
                name, base = best.label.zh, figure.label.zh
                said.tell((*at, "before"), "before", name=name, base=base)


def _computed_on(said: Said) -> Iterator[tuple[KeyPath, Fact, str]]:
    """Yield each fact that a figure is of or is compared with, and the words before the figure."""
    for at, node in list(said.award.sum.parts()) or [(("sum",), said.award.sum.written)]:
        found = figure_of(said, at, node)
        for key in _COMPUTED_ON:
            name = node.get(key)
            if isinstance(name, str) and (fact := said.fact(name)):
                yield (*at, key), fact, words_before(said, found) if found else ""
    yield from compared(said)
