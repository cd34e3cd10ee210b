"""Years are counted after one that the text names: 第一年90%，以后逐年递减20个百分点."""

from clauses.compiled_parts import counts_after_year
from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the text does not name the year."""
    words = node["beyond"]
    if counts_after_year(words) and words not in said.text[said.ties.start : said.ties.end]:
        said.tell((*at, "beyond"), "year-not-said", words=words)
