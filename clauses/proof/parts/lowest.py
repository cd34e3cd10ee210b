"""The lowest of several sums needs words that compare them, or one of them as the limit."""

import re

from clauses.key_path import KeyPath
from clauses.notation import Found
from clauses.proof.said_of_sum import Node, Said
from eligibility.mechanisms.parts import PARTS

_LIMITING = re.compile("不超过?|不高于|最[高多]")


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault where 不超过 limits what is paid in all, and every term is a sum of its own."""
    words = PARTS["lowest"].declared.words
    compared = [one for one in words.split("|") if not _LIMITING.search(one)]
    if re.search("|".join(compared), said.text[said.ties.start : said.ties.end]):
        return
    figures = [said.first(*at, "lowest", index) for index in range(len(node["lowest"]))]
    if all(one is not None and not _limits(said, one) for one in figures):
        said.tell((*at, "lowest"), "part", part="lowest", words=words.split("|"))


def _limits(said: Said, found: Found) -> bool:
    """Return whether a figure is the most in the text: 不超过每平方米50元."""
    return found.figure.meaning == "at-most" or bool(_LIMITING.search(said.before(found)))
