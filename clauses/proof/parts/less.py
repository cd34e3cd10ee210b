"""What is taken off a sum that is paid, or off its ceiling, is what was received before."""

import re

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, asked_words, is_ceiling

_RECEIVED = re.compile(
    "已|[奖补助]|兑现|拨|到账|支持|资金|扶持|享受|上级|其他|(?:国家|中央|省|市|区|县)级?财政"
)


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault where a figure of the enterprise, such as its revenue, is taken off."""
    if at != ("sum",) and not is_ceiling(at):
        return  # 销售额扣除成本 is a base
    for index, name in enumerate(node["less"]):
        fact = said.fact(name) if isinstance(name, str) else None
        if fact and not _RECEIVED.search(asked_words(fact)):
            said.tell((*at, "less", index), "less", name=fact.label.zh)
