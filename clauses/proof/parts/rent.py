"""A rent is for each month; 每平方米每年 is `each`, once a year."""

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said


def check(said: Said, at: KeyPath, _: Node) -> None:
    """Add a fault if the clause of the figure has no 月."""
    figure = said.first(*at, "rent")
    if figure is None:
        return
    start, end = said.clause(figure.start)
    if "月" not in said.text[start:end]:
        said.tell((*at, "rent"), "rent", figure=figure.figure.words)
