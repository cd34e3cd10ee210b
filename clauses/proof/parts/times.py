"""A share is a factor only for some, and a ceiling after all factors limits their product."""

import re

from clauses.compiled_parts import FACT_NAME
from clauses.figure_pattern import PIECE
from clauses.key_path import KeyPath
from clauses.proof.parts.rate import check_share
from clauses.proof.rule import Tied
from clauses.proof.said_of_sum import Node, Said, asked_words, bears_on
from clauses.proof.units_said import OWN_KIND

_OF_PIECE = re.compile(
    rf"[每单](?![家户年]|个(?:{OWN_KIND}))(?:[十百千万]?(?:{PIECE})|[月天日季个])|均|月度?最|/"
)
"""每人每月最高2000元 is the most of one factor."""
_COUNTED = re.compile("每(?P<unit>[家户])")
_EACH_MONTH = re.compile("每[^，。；0-9]{0,6}月(?:补助|补贴|奖励|资助|给予)?$")
"""每人每月1000元: the number of months is a factor that the text has named."""


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if all are paid the share: 续期的，按上述标准的40%奖励."""
    for index, factor in enumerate(node["times"]):
        if isinstance(factor, str) and said.ties.at(*at, "times", index):
            check_share(said, (*at, "times", index), at)
    for tied in said.paid():
        if tied.at[: len(at) + 1] == (*at, "times") and tied.at[len(at) + 2 :][:1] == ("at_most",):
            _check_ceiling(said, at, node, tied)


def _check_ceiling(said: Said, at: KeyPath, node: Node, ceiling: Tied) -> None:
    """Check that a ceiling of one factor comes before the others: 20%乘以用地面积，最高200万元."""
    figure = ceiling.found
    if figure.figure.measure != "money" or figure.figure.per_unit:
        return
    before = said.before(figure)
    if _OF_PIECE.search(before):
        return
    counted = _COUNTED.search(before)
    words = said.text[said.whole_sentence(figure.start)[0] : figure.start]
    own = int(ceiling.at[len(at) + 1])
    of_month = any(
        one.found.end <= figure.start and _EACH_MONTH.search(said.before(one.found))
        for one in said.ties.under(*at, "times", own)
    )
    for index, factor in enumerate(node["times"]):
        fact = said.fact(factor) if isinstance(factor, str) and FACT_NAME.match(factor) else None
        share = said.ties.at(*at, "times", index)
        name = share.figure.words if share and share.end <= figure.start else ""
        if fact and counted and counted["unit"] in asked_words(fact):
            continue  # 每家最高10万元, times their number
        if fact and (bears_on(fact.label.zh, words) or (of_month and "月" in asked_words(fact))):
            name = fact.label.zh
        if index != own and name:
            said.tell(ceiling.at, "times-ceiling", figure=ceiling.words, name=name)
            return
