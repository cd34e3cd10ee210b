"""Growth is of one figure over an earlier year, and not the other way round."""

import re
from collections.abc import Iterable

from clauses.key_path import KeyPath
from clauses.proof.bases_said import pairs_of
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in

_EARLIER = re.compile("上年|上一年|去年|前[一二两三1-3]?年|往年|以前|上期|基期|基数")

_OF_YEARS = re.compile(f"{_EARLIER.pattern}|度|最[高好]值?|平均值?|均值|峰值")


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if what grows is of an earlier year and what it is compared with is not."""
    now = [fact for name in facts_in(node["growth"]) if (fact := said.fact(name))]
    before = [fact for name in facts_in(node["over"]) if (fact := said.fact(name))]
    if not now or not before:
        return
    if all(_EARLIER.match(one.label.zh) for one in now) and not any(
        _EARLIER.search(asked_words(one)) for one in before
    ):
        said.tell((*at, "growth"), "growth", now=now[0].label.zh, before=before[0].label.zh)
    own = _chinese(asked_words(one) for one in now)
    names = _chinese(_OF_YEARS.sub("，", one.label.zh) for one in before)
    if own and any(pair in said.text for pair in names) and not own & names:
        said.tell((*at, "over"), "growth-of", now=now[0].label.zh, before=before[0].label.zh)


def _chinese(names: Iterable[str]) -> set[str]:
    return {pair for name in names for pair in pairs_of(name) if pair[0] >= "一"}
