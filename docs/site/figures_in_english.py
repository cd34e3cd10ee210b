"""A figure of the Chinese text in English, from its words and its exact value.

The translation of a passage is made by people. This writes single figures for tables, as the pages
write computed sums.
"""

from decimal import Decimal

import amounts
from clauses.notation import read_figure

_MEANINGS = {
    "exact": "{}",
    "at-most": "at most {}",
    "more-than": "more than {}",
    "at-least": "at least {}",
}


def figure_in_english(said: str, value: str) -> str:
    """Write a figure of the text in English.

    `value` is in yuan for money, a fraction of one for a share, a date as yyyymmdd, and else the
    number itself, as the report on two texts has it.
    """
    try:
        figure = read_figure(said)
    except ValueError:
        return _written(said, value)
    written = _MEANINGS[figure.meaning].format(_written(said, value))
    return f"{written} each" if figure.per_unit else written


def _written(said: str, value: str) -> str:
    number = Decimal(value)
    if "%" in said or "‰" in said or "百分之" in said or said.endswith("成") or "半" in said:
        return amounts.share(number)
    if "年" in said and len(value) == 8:
        return amounts.day(f"{value[:4]}-{value[4:6]}-{value[6:]}", "en")
    if said.endswith(("年", "个月")):
        unit = "month" if said.endswith("月") else "year"
        return f"{value} {unit}" + ("" if number == 1 else "s")
    if "元" in said or said.endswith(("万", "亿")):
        return amounts.money(number, "en", as_in_text=True)
    return value
