"""A share of interest paid, or of the LPR, is no points on a loan; the time is one in years."""

import re

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in, is_ceiling

_PAID_INTEREST = re.compile(
    "(?:支付|已付|发生|缴纳|产生|承担)的?[^，。；0-9]{0,6}利息|利息[^，。；0-9]{0,4}的$"
)
_OF_A_RATE = re.compile("(?P<rate>LPR|[^，。；、：（）按0-9]{0,8}利率)(?:（[^（）]*）)?的$")
"""LPR的50% is half of the LPR, not 50% of the loan."""


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the figure is a share of interest paid, or no year is asked for."""
    figure = said.first(*at, "at")
    if figure and _PAID_INTEREST.search(said.before(figure)):
        said.tell((*at, "interest"), "interest", figure=figure.figure.words)
    points = said.ties.at(*at, "at")
    if points and (rate := _OF_A_RATE.search(said.before(points))):
        said.tell((*at, "at"), "interest-rate", figure=points.figure.words, name=rate["rate"])
    years = next(facts_in(node["years"]), "")
    asked = said.fact(years)
    if asked and asked.type != "years":
        said.tell((*at, "years"), "interest-years", name=asked.label.zh)
    for tied in said.paid():
        yearly = re.search("每年|年度", said.before(tied.found))
        if (
            is_ceiling(tied.at)
            and yearly
            and asked
            and not re.search("[当本每]年", asked_words(asked))
        ):
            said.tell((*at, "years"), "interest-year", figure=tied.found.figure.words)
