"""Years by number: the text names them, and what is due in each of them."""

import re

from clauses.key_path import KeyPath
from clauses.notation import scan
from clauses.ordinal_years import ORDINAL_YEAR, ordinal_years
from clauses.proof.said_of_sum import Node, Said

_LISTED = re.compile("逐年|按年|分年|[各每]年|[年内](?:分别|依次)")
"""Words by which figures in a row are those of one year after another."""
_OF_NAMES = re.compile("、[^，。；]*[，；]?[^，。；]*(?:分别|依次)")
"""After names in a row, 两年内分别 gives each of these its figure."""
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
        if words not in quotation and not _is_listed(said, at, len(node["periods"])):
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


def _is_listed(said: Said, at: KeyPath, count: int) -> bool:
    """Return whether the text has a figure for each year in a row: 三年内按80%、60%、40%逐年.

    Where it says for how many years, there are as many entries, one for each of them.
    """
    each = [said.node((*at, "periods", index))["for"] for index in range(count)]
    figures = [said.first(*at, "periods", index, "use") for index in range(count)]
    row = [one.start for one in figures if one is not None]
    one_series = len({one.series for one in figures if one is not None}) == 1
    if not one_series or len(row) != count or row != sorted(row):
        return False
    start, end = said.whole_sentence(row[0])
    of_years = [
        int(one.figure.value)
        for one in scan(said.text)
        if start <= one.start < end and one.figure.measure == "years"
    ]
    return (
        [ordinal_years(words) for words in each] == [(n, n) for n in range(1, count + 1)]
        and (not of_years or count in of_years)
        and _LISTED.search(said.text, start, end) is not None
        and _OF_NAMES.search(said.text, start, row[0]) is None
    )
