"""What is beyond a figure is paid alone where the text says so: 超过500万元部分, 每超过1万吨.

Where it names only who is paid (面积1万平方米以上的), the whole is paid. Years are counted after
one that the text names: 第一年90%，以后逐年递减20个百分点.
"""

import re

from clauses.compiled_parts import counts_after_year
from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said

_PART = re.compile(
    "部分|超出|超额|超过?(?:的|者|后|，)|增量|基础上"
    "|每(?:再|净|新)?(?:增|超|满|高出|高于|多|提高|上|跨)|(?<=[元吨个台套人度时%米里瓦亩家户次件辆项天])(?:以上)?后，?每"
)


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the text does not name the year, or pays for the whole."""
    words = node["beyond"]
    quoted = said.text[said.ties.start : said.ties.end]
    if counts_after_year(words):
        if words not in quoted:
            said.tell((*at, "beyond"), "year-not-said", words=words)
    elif (figure := said.first(*at, "beyond")) and not _PART.search(quoted):
        said.tell((*at, "beyond"), "beyond-whole", figure=figure.figure.words)
