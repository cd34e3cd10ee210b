"""A factor that is a share of a sum of the text is due only to those whom the text names."""

from clauses.key_path import KeyPath
from clauses.proof.parts.rate import check_share
from clauses.proof.said_of_sum import Node, Said


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if all are paid the share: 续期的，按上述标准的40%奖励."""
    for index, factor in enumerate(node["times"]):
        if isinstance(factor, str) and said.ties.at(*at, "times", index):
            check_share(said, (*at, "times", index), at)
