"""A figure of the Chinese text in English, from its words and its exact value.

The translation of a passage is made by people. This writes single figures for tables, as the pages
write computed sums.
"""

import calendar
import re
from decimal import Decimal, InvalidOperation

import amounts
from clauses.notation import read_figure

_MEANINGS = {
    "exact": "{}",
    "at-most": "at most {}",
    "more-than": "more than {}",
    "at-least": "at least {}",
}

_DAY = re.compile(r"(?:([0-9]{4})|-)(?:-(0[1-9]|1[0-2]))?(?:-([0-9]{2}))?")


def figure_in_english(said: str, value: str) -> str:
    """Write a figure of the text in English.

    `value` is in yuan for money, a fraction of one for a share, a day as ISO 8601 writes it (also
    2021-06, 2021, --06-30), two of them for a term (2021-01-01–2026-12-31), and else the number
    itself, as the report on two texts has it.
    """
    days = _days(said, value)
    if days:
        return days
    try:
        figure = read_figure(said)
    except ValueError:
        return _written(said, value)
    written = _MEANINGS[figure.meaning].format(_written(said, value))
    return f"{written} each" if figure.per_unit else written


def _days(said: str, value: str) -> str:
    """Write a day or a term in English; nothing if the value is neither."""
    term = [_DAY.fullmatch(one) for one in value.split("–")]
    written = [_day(*one.groups()) for one in term if one]
    if len(written) < len(term):
        return ""
    # a bare number is a year only where the words say so: 2021年, but 3年 and 2021万元 are none
    if value.isdigit() and f"{value}年" not in said:
        return ""
    return " to ".join(written)


def _day(year: str | None, month: str | None, day: str | None) -> str:
    name = calendar.month_name[int(month)] if month else None
    return " ".join(part for part in (day and str(int(day)), name, year) if part)


def _written(said: str, value: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if "%" in said or "‰" in said or "百分之" in said or said.endswith("成") or "半" in said:
        return amounts.share(number)
    if said.endswith(("年", "个月")):
        unit = "month" if said.endswith("月") else "year"
        return f"{value} {unit}" + ("" if number == 1 else "s")
    if "元" in said or said.endswith(("万", "亿")):
        return amounts.money(number, "en", as_in_text=True)
    return value
