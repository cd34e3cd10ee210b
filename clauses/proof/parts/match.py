"""配套 adds a grant to another; 分担 says from which budgets one grant comes."""

import re

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said

_BUDGETS = re.compile("分担|分摊|承担|负担")


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the ratio only divides one grant among budgets: 由市、区财政按6:4分担."""
    figure = said.ties.at(*at, "match")
    if figure is None:
        return
    start, end = said.clause(figure.start)
    if shared := _BUDGETS.search(said.text, start, end):
        said.tell((*at, "match"), "match-shared", figure=figure.figure.words, words=shared[0])
