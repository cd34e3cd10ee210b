"""其中 and who pays go before what one payer bears of a sum."""

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if 其中 and the payer do not stand before the figure in its sentence."""
    figure = said.first(*at, "of_which")
    if figure is None:
        return
    payer = node["borne_by"]["zh"]
    before = said.text[said.sentence(figure.start)[0] : figure.start].rpartition("其中")
    if not before[1] or payer not in before[2]:
        said.tell((*at, "of_which"), "of-which", figure=figure.figure.words, payer=payer)
