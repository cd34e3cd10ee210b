"""部分, 累进 or 分段 says that each part of a figure has a rate of its own."""

import re

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said

_PIECEWISE = re.compile("部分|累进|分段")


def check(said: Said, at: KeyPath, _: Node) -> None:
    """Add a fault if the quotation has none of these words."""
    if not _PIECEWISE.search(said.text[said.ties.start : said.ties.end]):
        said.tell((*at, "progressive"), "progressive")
