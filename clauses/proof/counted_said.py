"""Checks that what counts at most refuses nobody and limits no number of claims.

补贴面积不超过500平方米: who rents 600 is paid for 500. 每家企业每年不超过10人: the ten are counted
in one claim, not ten claims.
"""

import re
from collections.abc import Iterator

from clauses.key_path import KeyPath
from clauses.model.award import Fact
from clauses.notation import Found
from clauses.proof.bases_said import pairs_of
from clauses.proof.said_of_sum import Said, facts_in
from clauses.proof.sum_words import OF_THE_ENTERPRISE

_COUNTED = ("count", "area", "quantity", "years")
_OF_SUM = re.compile(
    "(?:奖励?|补助|补贴|资助|奖补|贴息|计补|计发|支持|享受)(?:的)?[^，。；、的0-9]{0,6}$"
)
"""补贴面积, 享受补贴的人数: how much of it is paid for."""
_OF_EACH = re.compile(
    f"[但且并]?(?:{OF_THE_ENTERPRISE}|[每单][家户]|[每单]个(?:企业|单位|项目|园区|机构|展会|活动))"
    "(?:每?年度?|当年|累计|合计|最多|可)*"
)
"""每家企业每年不超过10人."""
_BARE = re.compile("但?[^，。；、的且并0-9]{0,4}(?:面积|人数|数量|[月台套件辆亩吨]数)?")
"""按每平方米50元给予补贴，面积不超过2000平方米. A length of time may be that of a loan."""
_ENDS = re.compile("(?:为限|以内|（含[^（）]*）)*(?:[，。；）]|$)")
"""A limit ends its clause; 面积不超过500平方米的，全额补贴 is a condition."""
_NOUN = re.compile("[^，。；、的0-9]{0,6}")
_UNIT = re.compile("[^0-9个项][^0-9]*$")


def check_counted_said(said: Said) -> None:
    """Add a fault for each limit of what counts that the rule has as a condition, or of claims."""
    base = {*facts_in(said.award.sum.written)}
    for at, found, fact in _compared(said):
        if fact.name in base and fact.type in _COUNTED and _limits_what_counts(said, found, fact):
            said.tell(at, "most", figure=found.figure.words)
    _check_limit(said, base)


def _compared(said: Said) -> Iterator[tuple[KeyPath, Found, Fact]]:
    """Yield the figures with which facts are compared: of conditions, and within the sum."""
    for index, condition in enumerate(said.award.when):
        at: KeyPath = ("when", index, "compares")
        fact, found = said.fact(condition.fact), said.ties.at(*at)
        if fact and found and not (condition.of or condition.over or condition.above):
            yield at, found, fact
    for at, node in said.award.sum.parts():
        for name in node.get("when", ()):
            fact, found = said.fact(name), said.first(*at, "when", name)
            if fact and found:
                yield (*at, "when", name), found, fact
        fact = said.fact(node["size"]) if isinstance(node.get("size"), str) else None
        for tied in said.ties.under(*at, "brackets") if fact else ():
            if fact and tied.at[-1] == "up_to":
                yield tied.at, tied.found, fact


def _limits_what_counts(said: Said, found: Found, fact: Fact) -> bool:
    if found.figure.meaning != "at-most" or not _ENDS.match(said.text, found.end):
        return False
    before, sentence = said.before(found), said.whole_sentence(found.start)[0]
    after_sum = any(sentence <= one.found.start < found.start for one in said.paid())
    each = _OF_EACH.match(before)
    rest = before[each.end() :] if each else before
    return bool(
        _OF_SUM.search(before)
        or (each and not rest)
        or (after_sum and fact.type != "years" and _BARE.fullmatch(rest))
    )


def _check_limit(said: Said, base: set[str]) -> None:
    """Check that a limit of claims counts no pieces that the sum counts: 最多补助3个展位."""
    found = said.ties.at("limit", "count")
    if found is None:
        return
    noun = _NOUN.match(said.text, found.end)
    unit = _UNIT.search(found.figure.words)
    for fact in said.award.facts:
        if fact.name not in base or fact.type not in _COUNTED:
            continue
        same = noun and pairs_of(noun[0]) & pairs_of(fact.label.zh)
        if same or (unit and unit[0] in fact.label.zh):
            figure, name = found.figure.words, fact.label.zh
            said.tell(("limit", "count"), "count-of-pieces", figure=figure, name=name)
            return
