"""A share of the interest paid is no points on a loan, and 每年最高 asks what a year counts."""

import re

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in, is_ceiling

_PAID_INTEREST = re.compile(
    "(?:支付|已付|发生|缴纳|产生|承担)的?[^，。；0-9]{0,6}利息|利息[^，。；0-9]{0,4}的$"
)


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the figure is a share of interest paid, or no year is asked for."""
    figure = said.first(*at, "at")
    if figure and _PAID_INTEREST.search(said.before(figure)):
        said.tell((*at, "interest"), "interest", figure=figure.figure.words)
    years = next(facts_in(node["years"]), "")
    asked = said.fact(years)
    for tied in said.paid():
        yearly = re.search("每年|年度", said.before(tied.found))
        if (
            is_ceiling(tied.at)
            and yearly
            and asked
            and not re.search("[当本每]年", asked_words(asked))
        ):
            said.tell((*at, "years"), "interest-year", figure=tied.found.figure.words)
