"""Years by number: the text names them, and what is due in each of them."""

import re

from clauses.key_path import KeyPath
from clauses.ordinal_years import ORDINAL_YEAR, ordinal_years
from clauses.proof.said_of_sum import Node, Said

_NO_PERIOD = re.compile("[起末底内后前]|以[内后前]|期")
"""第二年起 and 第二年末 name no year in which something is due."""


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if a year is not in the text, comes twice, or is left out beside another."""
    quotation = said.text[said.ties.start : said.ties.end]
    stated: list[tuple[int, int]] = []
    end = 0
    for index, entry in enumerate(node["periods"]):
        words = entry["for"]
        years = ordinal_years(words)
        if years is None:
            figure = said.ties.at(*at, "periods", index, "for")
            end += int(figure.figure.value) if figure else 0
            continue
        if words not in quotation:
            said.tell((*at, "periods", index, "for"), "year-not-said", words=words)
        if years[0] <= end:
            said.tell((*at, "periods", index, "for"), "year-order", words=words)
        stated.append(years)
        end = years[1]
    if len(stated) != len(node["periods"]):
        return
    for match in ORDINAL_YEAR.finditer(quotation):
        years = ordinal_years(match[0])
        if years is None or match[0] == "次年" or _NO_PERIOD.match(quotation, match.end()):
            continue
        if any(
            not any(low <= year <= high for low, high in stated)
            for year in range(years[0], years[1] + 1)
        ):
            said.tell((*at, "periods"), "year-left", words=match[0])
