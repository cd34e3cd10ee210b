"""Writes money, shares, areas and dates exactly, in Chinese and in English.

Ships to the browser with the code for the first answer; the pages of results also use it.

Money is a decimal string in yuan and is never rounded: a sum that is not short in 万元, 亿元 or
million is written in yuan with all its digits.
"""

import re
from decimal import Context, Decimal

_EXACT = Context(prec=100_000)
"""Precise enough for any figure in a file; Python's default context would round to 28 digits."""

_WAN, _YI = Decimal(10_000), Decimal(100_000_000)
_MILLION, _BILLION = Decimal(1_000_000), Decimal(1_000_000_000)

_IN_ENGLISH = re.compile(r"RMB \d[\d,.]*(?: [mb]illion)?")

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def money(yuan: str | Decimal, language: str, *, as_in_text: bool = False) -> str:
    """Write a sum of money: `3,000万元`, `1.2亿元`, `98,765.42元`; `RMB 30 million`.

    `as_in_text` is for a sum that the policy states, or a round one next to it: `3000万元`, without
    a comma before 万元 and 亿元, and in 万元, 亿元 or million with any number of decimals.
    """
    value = Decimal(yuan)
    if language != "zh":
        return _english(value, as_in_text)
    written = _chinese(value, as_in_text)
    return written.replace(",", "") if as_in_text and value >= _WAN else written


def unbroken(html: str) -> str:
    """Return a text in which the parts of an English sum stay in one line."""
    return _IN_ENGLISH.sub(lambda found: found[0].replace(" ", "\u00a0"), html)


def share(fraction: str | Decimal) -> str:
    """Write a fraction of one as a percentage: `0.2` is `20%`; `1/3` stays, it has no exact one."""
    if isinstance(fraction, str) and "/" in fraction:
        return fraction
    return f"{_digits(Decimal(fraction), 2)}%"


def digits(yuan: str | Decimal) -> str:
    """Write a sum in yuan digit by digit, without a unit: `30,000,000`, `98,765.42`."""
    return _yuan(Decimal(yuan))


def area(square_metres: str, language: str) -> str:
    """Write an area in square metres."""
    unit = "平方米" if language == "zh" else " m²"
    return f"{_digits(Decimal(square_metres), 0)}{unit}"


def day(iso: str, language: str) -> str:
    """Write a date: `2021年7月1日`, `1 July 2021`; other text stays unchanged."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return iso
    year, month, date = (int(part) for part in parts)
    if not 1 <= month <= 12:
        return iso
    if language == "zh":
        return f"{year}年{month}月{date}日"
    return f"{date} {_MONTHS[month - 1]} {year}"


def add(sums: list[str]) -> str:
    """Add sums of money, exactly."""
    total = Decimal(0)
    for one in sums:
        total = _EXACT.add(total, Decimal(one))
    return f"{total:f}"


def thousandths(part: str, whole: str) -> int:
    """Return a part in thousandths of the whole, at least 1 for a sum above zero."""
    length = scaled(part, whole, 1000)
    return length or (0 if is_zero(part) else 1)


def largest(sums: list[str]) -> str:
    """Return the largest of some sums, or 0 if there are none."""
    return max(sums, key=Decimal, default="0")


def scaled(part: str, whole: str, size: int) -> int:
    """Return the length of a part if the whole has the length `size`."""
    if is_zero(whole):
        return 0
    return int(_EXACT.divide_int(_EXACT.multiply(Decimal(part), Decimal(size)), Decimal(whole)))


def subtract(yuan: str, less: str) -> str:
    """Subtract one sum from another, exactly."""
    return f"{_EXACT.subtract(Decimal(yuan), Decimal(less)):f}"


def compare(one: str, other: str) -> int:
    """Compare two figures: 1 if the first is larger, -1 if the second is, 0 if they are equal."""
    return int(Decimal(one).compare(Decimal(other)))


def is_zero(yuan: str | None) -> bool:
    """Whether a sum is absent or zero."""
    return yuan is None or Decimal(yuan) == 0


def _chinese(value: Decimal, any_decimals: bool) -> str:
    if value >= _YI and (any_decimals or _whole(value, 4)):
        return f"{_digits(value, -8)}亿元"
    if _WAN <= value < _YI and (any_decimals or _whole(value, 0)):
        return f"{_digits(value, -4)}万元"
    return f"{_yuan(value)}元"


def _english(value: Decimal, any_decimals: bool) -> str:
    if value >= _BILLION and (any_decimals or _whole(value, 6)):
        return f"RMB {_digits(value, -9)} billion"
    if value >= _MILLION and (any_decimals or _whole(value, 4)):
        return f"RMB {_digits(value, -6)} million"
    return f"RMB {_yuan(value)}"


def _yuan(value: Decimal) -> str:
    """Write yuan and fen; fen always with two digits."""
    if _whole(value, 0) or not _whole(value, -2):
        return _digits(value, 0)
    return f"{value:,.2f}"


def _whole(value: Decimal, places: int) -> bool:
    """Whether a number is a multiple of that power of ten."""
    return _EXACT.remainder(value, Decimal(1).scaleb(places)) == 0


def _digits(value: Decimal, places: int) -> str:
    """Write a number times that power of ten, with separators and without trailing zeros."""
    text = f"{_EXACT.scaleb(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
