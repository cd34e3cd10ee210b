"""Growth is over an earlier year, and not the other way round."""

import re

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in

_EARLIER = re.compile("上年|上一年|去年|前[一二两三1-3]?年|往年|以前|上期|基期|基数")


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
