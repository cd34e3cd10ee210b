"""A sum for each piece counts in the unit of the text: 每亩 is no square metre."""

import re

from clauses.figure_pattern import PIECE
from clauses.key_path import KeyPath
from clauses.model.award import Fact
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in
from clauses.proof.units_said import UNIT

_COUNTED = re.compile("([台套件辆艘次张间座栋场篇例亩吨])数|[月天]数")
_PIECE = re.compile(f"(?P<unit>[十百千万]?(?:{PIECE}))")
"""A unit as a whole: 千瓦 is no 瓦, and 万吨 is no 吨."""
_SAME = {"台（套）": ("台", "套"), "度": ("千瓦时",), "千瓦时": ("度",)}
_NAMED = ("人", "名", "户", "家", "个", "项")
"""Pieces that may be asked for by what they are: 引进高级技师数 counts persons."""


_EACH_OWN = re.compile("每[户家](?:企业|单位|机构|园区|平台)?|元/[户家]")
_BRINGS = re.compile(
    "(?:引进|引入|招引|培育|培养|孵化|服务|推荐|新增|带动|辅导|帮助|组织|吸引|集聚|入驻|对接|介绍|指导|诊断|推动|促成|扶持)"
    "(?!的)"
)
"""What somebody does with others, who are then counted; 引进的企业，每家 is each of them."""


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the fact does not count in the unit that the text names before the figure."""
    figure = said.first(*at, "each")
    if figure is None:
        return
    start, end = said.clause(figure.start)
    own = _EACH_OWN.search(said.text, start, end)
    if own and not _BRINGS.search(said.text, said.sentence(start)[0], end):
        said.tell((*at, "each"), "each-own", words=own[0], figure=figure.figure.words)
        return
    found = list(UNIT.finditer(said.text, start, end))
    before = [one for one in found if one.start() < figure.end] or found
    facts = [fact for name in facts_in(node["of"]) if (fact := said.fact(name))]
    if not before or not facts:
        return
    match = before[-1]
    if not any(_counts_in(fact, match) for fact in facts):
        said.tell((*at, "of"), "unit", unit=match["unit"], name=facts[0].label.zh)


def _counts_in(fact: Fact, match: re.Match[str]) -> bool:
    """Return whether a fact is asked in a unit, or by what the pieces are."""
    unit, words = match["unit"], asked_words(fact)
    if fact.type == "area":
        return unit == "平方米"
    if unit in _NAMED:
        return _COUNTED.search(words) is None
    named = {one["unit"] for one in _PIECE.finditer(words)}
    return any(
        one in named or (one in words and not _PIECE.fullmatch(one))
        for one in (unit, *_SAME.get(unit, ()))
    )
