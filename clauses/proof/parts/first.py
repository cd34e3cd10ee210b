"""省市均有的按市级: what the text names is the first."""

import re

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in

_LEVEL = "国家|[省市区县]"
_TAKEN = re.compile(f"(?P<both>(?:{_LEVEL}){{2,}})(?:均有|都有|同时有)的?按(?P<level>{_LEVEL})")


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the fact of the level that the text takes is not before the other."""
    asked = [
        " ".join(asked_words(fact) for name in facts_in(one) if (fact := said.fact(name)))
        for one in node["first"]
    ]
    for match in _TAKEN.finditer(said.text, said.ties.start, said.ties.end):
        places = {
            level: next((index for index, words in enumerate(asked) if level in words), None)
            for level in re.findall(_LEVEL, match["both"])
        }
        taken = places.pop(match["level"], None)
        if taken is not None and any(one is not None and one < taken for one in places.values()):
            said.tell((*at, "first"), "first", words=match[0])
