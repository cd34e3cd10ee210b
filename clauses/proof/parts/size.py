"""Below 不足2万元的不予奖励 nothing is paid: `size` is what the text holds against the figure."""

import re

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, bears_on, facts_in

_IS_LEAST = re.compile(
    "(?:但|且|并)?(?:每[个家户])?(?:奖励?|补助|补贴|资助|奖补)?(?:金额|额度?|资金|标准)?(?:最低|不低于|不少于|至少)[0-9.]+[万亿]?元"
)


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if a sum is compared where the text names its base, or the reverse.

    按10%奖励，不低于10万元 is the least that is paid; no bracket begins there.
    """
    for index in range(len(node["brackets"])):
        found = said.ties.at(*at, "brackets", index, "from")
        words = said.before(found) if found else ""
        if found and _IS_LEAST.fullmatch(said.text, *said.clause(found.start)):
            figure = found.figure.words
            said.tell((*at, "brackets", index, "from"), "least", figure=figure)
        if found is None or found.figure.meaning != "less-than" or not words:
            continue
        facts = [fact for name in facts_in(node["size"]) if (fact := said.fact(name))]
        names_base = any(bears_on(fact.label.zh, words) for fact in facts)
        if names_base != isinstance(node["size"], str):
            said.tell((*at, "size"), "unpaid-below", words=words, figure=found.figure.words)
