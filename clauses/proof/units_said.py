"""Checks what a sum for each piece is counted in: 每亩 is no square metre, 每台 no person."""

import re

from clauses.key_path import KeyPath
from clauses.model.award import Fact
from clauses.proof.rule import Tied
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in, is_ceiling

_PIECE = (
    "台（套）|平方米|千瓦时|千瓦|公里|人次|吨|亩|台|套|件"
    "|辆|艘|张|间|座|栋|场|篇|例|次|度|人|名|万元"
)
UNIT = re.compile(rf"(?:每|元/(?:月·)?)(?P<unit>(?P<scale>[十百千万]?)(?P<piece>{_PIECE}))(?!企业)")
_COUNTED = re.compile("([台套件辆艘次张间座栋场篇例亩吨])数|[月天]数")
_CEILING_OF_PIECE = re.compile(
    rf"每(?P<unit>[十百千万]?(?:{_PIECE}|个(?!企业|项目|单位|平台|园区|机构|年|季|月|主体|法人)))[^，。；0-9]{{0,6}}$"
)
_SAME = {"台（套）": ("台", "套"), "度": ("千瓦时",), "千瓦时": ("度",)}
_PERSON = ("人", "名")
_INCREASE = re.compile("每(?:再|净)?(?:增|提高|提升|新增)[^，。；]*$")
_INCREASED = re.compile("增|净|提高|提升|新")


def check_each(said: Said, at: KeyPath, node: Node) -> None:
    """Check that the fact counts in the unit that the text names before the figure."""
    figure = said.first(*at, "each")
    if figure is None:
        return
    start, end = said.clause(figure.start)
    found = list(UNIT.finditer(said.text, start, end))
    before = [one for one in found if one.start() < figure.end] or found
    facts = [fact for name in facts_in(node["of"]) if (fact := said.fact(name))]
    if not before or not facts:
        return
    match = before[-1]
    if not any(_counts_in(fact, match) for fact in facts):
        said.tell((*at, "of"), "unit", unit=match["unit"], name=facts[0].label.zh)


def _counts_in(fact: Fact, match: re.Match[str]) -> bool:
    """Return whether a fact is asked in a unit; a person may be asked for by what they are."""
    unit, words = match["unit"], asked_words(fact)
    if fact.type == "area":
        return unit == "平方米"
    if unit in _PERSON:
        return _COUNTED.search(words) is None
    return any(one in words for one in (unit, *_SAME.get(unit, ())))


def check_every(said: Said, at: KeyPath, node: Node) -> None:
    """每增加100万元 counts an increase, not the whole."""
    figure = said.first(*at, "every")
    if figure is None or not _INCREASE.search(said.before(figure)):
        return
    if "growth" in str(node["of"]) or "beyond" in str(node["of"]):
        return
    facts = [fact for name in facts_in(node["of"]) if (fact := said.fact(name))]
    for fact in facts:
        if not _INCREASED.search(asked_words(fact)):
            said.tell((*at, "of"), "increase", figure=figure.figure.words, name=fact.label.zh)


def check_rent(said: Said, at: KeyPath, _: Node) -> None:
    """A rent is for each month; 每平方米每年 is `each`, once a year."""
    figure = said.first(*at, "rent")
    if figure is None:
        return
    start, end = said.clause(figure.start)
    if "月" not in said.text[start:end]:
        said.tell((*at, "rent"), "rent", figure=figure.figure.words)


def check_ceilings(said: Said, whole: list[tuple[KeyPath, Node]], paid: list[Tied]) -> None:
    """每个展位最高2万元 limits the sum of each piece: `each` with the number of pieces."""
    counted = [at for at, node in whole if "each" in node]
    if said.award.frequency in ("per-product", "once-per-title", "per-policy"):
        return
    for tied in paid:
        match = _CEILING_OF_PIECE.search(said.before(tied.found))
        in_each = any(tied.at[: len(at)] == at for at in counted)
        if match and match["unit"] == "个" and said.award.frequency == "once-per-project":
            continue  # the piece may be what the award is for
        if is_ceiling(tied.at) and match and not in_each:
            said.tell(tied.at, "ceiling-of-piece", figure=tied.words, unit=match["unit"])
