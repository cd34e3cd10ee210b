"""Reads amounts as people write them: 1.2亿, １２００万, 1,200, RMB 12 million, 五千万元.

A bare number counts in the unit that the field names; a unit or currency that is written wins.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal

from answers.numerals import NUMERAL, numeral
from answers.unreadable import Unreadable

_EXACT = Context(prec=200)
LONGEST = 60
_TOO_LARGE = Decimal(10) ** LONGEST

FIELD_UNITS = {"wan": 4, "million": 6, "yuan": 0, "m2": 0}
"""What a bare number counts in, as a power of ten: 万元, RMB million, yuan, m²."""

_SCALES = {
    "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5,
    "万": 4, "千": 3, "trillion": 12, "tn": 12, "billion": 9, "bn": 9, "million": 6, "mln": 6,
    "mio": 6, "mil": 6, "mn": 6, "m": 6, "thousand": 3, "k": 3, "wan": 4, "w": 4, "yi": 8,
}  # fmt: skip
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|{NUMERAL}"
_PART = re.compile(rf"({_NUMBER})({'|'.join(_SCALES)})?")
_MONEY = re.compile(
    rf"(?P<before>rmb|cny|¥|人民币)?(?P<parts>(?:(?:{_NUMBER})(?:{'|'.join(_SCALES)})?)+)"
    r"(?P<after>元整?人民币|元整?|圆整?|块钱?|yuan|rmb|cny)?"
)
_AREA = re.compile(
    rf"(?P<parts>(?:{_NUMBER})(?:万)?)(?P<after>平方米|平方|平米|m2|sqm|squaremetres?|squaremeters?"
    r"|公顷|hectares?|ha)?"
)
_HECTARE = ("公顷", "ha", "hectare", "hectares")
_MU = re.compile(r"亩|mu$")
_FOREIGN = re.compile(r"usd|us\$|eur|hkd|jpy|gbp|[$€£]|美元|欧元|港[元币]|日元|英镑")
_TRADITIONAL = str.maketrans("萬億圓塊", "万亿圆块")


@dataclass(frozen=True)
class Figure:
    """A figure that was read: yuan or square metres, exactly; also one below zero."""

    value: Decimal
    bare: bool
    """True where no unit was written."""

    def __str__(self) -> str:
        text = f"{self.value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


def read_money(text: str, unit: str) -> Figure:
    """Read an amount of money in yuan; `unit` is that of a bare number. Raises `Unreadable`."""
    plain, sign = _signed(text)
    if _FOREIGN.search(plain):
        raise Unreadable("foreign-currency")
    match = _MONEY.fullmatch(plain)
    if match is None:
        raise Unreadable("unreadable-figure")
    currency = bool(match["before"] or match["after"])
    parts = _PART.findall(match["parts"])
    if len(parts) == 1 and not parts[0][1]:
        places = 0 if currency else FIELD_UNITS[unit]
        return Figure(_times(_number(parts[0][0]), places).copy_sign(sign), not currency)
    return Figure(_sum(parts, last_is_yuan=bool(match["after"])).copy_sign(sign), False)


def read_area(text: str) -> Figure:
    """Read an area in square metres. Raises `Unreadable`; 亩 is no whole number of them."""
    plain, sign = _signed(text)
    if _MU.search(plain):
        raise Unreadable("area-in-mu")
    match = _AREA.fullmatch(plain)
    if match is None:
        raise Unreadable("unreadable-figure")
    ((digits, scale),) = _PART.findall(match["parts"])
    places = _SCALES.get(scale, 0) + (4 if match["after"] in _HECTARE else 0)
    return Figure(_times(_number(digits), places).copy_sign(sign), match["after"] is None)


def _signed(text: str) -> tuple[str, Decimal]:
    """Return the text in plain characters without its sign, and a number of that sign."""
    if len(text) > LONGEST:
        raise Unreadable("figure-too-long")
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    plain = plain.translate(_TRADITIONAL)
    if plain.startswith(("-", "−", "–", "负")):
        return plain[1:], Decimal(-1)
    return plain, Decimal(1)


def _sum(parts: list[tuple[str, str]], *, last_is_yuan: bool) -> Decimal:
    """Add up 1亿2000万: each unit smaller than the one before, the last one yuan only by name."""
    total, before = Decimal(0), 99
    for place, (digits, scale) in enumerate(parts):
        if not scale and not (last_is_yuan and place == len(parts) - 1):
            raise Unreadable("unreadable-figure")
        places = _SCALES.get(scale, 0)
        value = _number(digits)
        if places >= before or (place and value >= Decimal(10) ** (before - places)):
            raise Unreadable("unreadable-figure")
        total = _EXACT.add(total, _times(value, places))
        before = places
    return total


def _number(digits: str) -> Decimal:
    if digits[0].isascii():
        return Decimal(digits.replace(",", ""))
    value = numeral(digits)
    if value is None:
        raise Unreadable("unreadable-figure")
    return Decimal(value)


def _times(value: Decimal, places: int) -> Decimal:
    product = _EXACT.multiply(value, Decimal(10) ** places)
    if product >= _TOO_LARGE:
        raise Unreadable("figure-too-long")
    return product
