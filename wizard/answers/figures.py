"""Reads amounts as people write them: 1.2亿, １２００万, 1,200, RMB 12 million, 三万五, 壹佰万元整.

A number without a unit counts in the unit of the field; a written unit or currency takes
precedence. Text that can mean two figures, or is not a figure, raises `InputError` with what was
seen, so that the form asks; it is never guessed.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from answers.numerals import ARABIC, DIGITS, EXACT, NUMERAL, SIGNS, NumeralError, digit, numeral
from answers.typed import LONGEST, MORE_SPACE, plain, seen
from answers.unreadable import AmbiguousError, InputError

__all__ = ["FIELD_UNITS", "LONGEST", "TypedFigure", "read_area", "read_money", "read_plain"]

_TOO_LARGE = Decimal(10) ** LONGEST

FIELD_UNITS = {
    "wan": 4, "million": 6, "yuan": 0, "m2": 0, "piece": 0, "percent": 0, "year": 0, "number": 0,
    "day": 0,
}  # fmt: skip
"""The units of a number without one, as powers of ten: 万元, RMB million, yuan, m² …"""

_ENGLISH = {
    "trillion": 12, "tn": 12, "billion": 9, "bn": 9, "million": 6, "mln": 6, "mio": 6, "mil": 6,
    "mn": 6, "m": 6, "thousand": 3, "k": 3, "wan": 4, "w": 4, "yi": 8,
}  # fmt: skip
_ONE = f"[1-9{''.join(sign for sign, value in DIGITS.items() if value)}]"
_CURRENCY = r"(?:人民币|renminbi|rmb|cny|cn¥|¥):?"
_SIGN = "[-−–负]?"
_MONEY = re.compile(
    rf"(?P<before>{_CURRENCY})?(?:{_CURRENCY})?(?P<sign>{_SIGN})(?P<mark>¥)?"
    rf"(?:(?P<figure>{ARABIC})(?P<scale>{'|'.join(_ENGLISH)})|(?P<numeral>{NUMERAL}))"
    rf"(?P<after>元|块钱?|yuan)?(?:[零〇]?(?P<jiao>{_ONE})(?:[角毛]|(?<=块.)))?(?:[零〇]?(?P<fen>{_ONE})分)?[整正]?"
    r"(?P<last>(?:人民币|renminbi|yuan|rmb|cny)*)[.。;；]?"
)
_AREA = re.compile(
    rf"(?P<sign>{_SIGN})(?P<numeral>{NUMERAL})(?P<unit>平方公里|平方千米|km2|公顷|hectares?|ha"
    r"|平方米|平方|平米|m2|sq\.?m|squaremetres?|squaremeters?)?[.。;；]?"
)
_AREAS = {"公顷": 4, "ha": 4, "hectare": 4, "hectares": 4, "km2": 6, "平方公里": 6, "平方千米": 6}
_PLAIN = re.compile(
    rf"(?P<sign>{_SIGN})(?P<numeral>{NUMERAL})(?P<unit>%|个?百分点|年|years?|[个人名台套家户件项吨亩]|千瓦时)?"
)
_MU = re.compile(r"亩|mu$")
_FOREIGN = re.compile(r"usd|us\$|eur|hkd|jpy|gbp|[$€£]|美元|欧元|港[元币]|日元|英镑")
_TRADITIONAL = str.maketrans("萬億圓圆塊", "万亿元元块")
_BETWEEN = (  # two numbers; not 1200 and its 千, 万 or 元
    rf"(?:(?<=[0-9.,{SIGNS}万亿元块角毛分点]){{0}}(?=[.,]?[0-9])"
    rf"|(?<=[{SIGNS}万亿元块角毛分点]){{0}}(?=[{SIGNS}点])|(?<=[0-9.,]){{0}}(?=[{''.join(DIGITS)}点]))"
)
_PART = re.compile(_BETWEEN.format(" "))
_WIDE_PART = re.compile(_BETWEEN.format(MORE_SPACE))
_INEXACT = re.compile(
    r"[~～—至到概约近余几左右上下超过≥≤<>±+*/×÷^=%‰()（）]|[0-9a-z万亿元]\s*[-–−]|[0-9十百千万亿]多|to"
)
_SEPARATORS = re.compile(r"[0-9][,、。·'’]|\.[0-9]+\.")


@dataclass(frozen=True)
class TypedFigure:
    """A figure that was read: yuan or square metres, exact; may be negative."""

    value: Decimal
    bare: bool
    """True if no unit was written."""

    def __str__(self) -> str:
        text = f"{self.value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


def read_money(text: str, unit: str) -> TypedFigure:
    """Return an amount in yuan; `unit` applies to a number without one. Raises `InputError`."""
    whole = _joined(text)
    if _FOREIGN.search(whole):
        raise InputError("foreign-currency")
    match = _MONEY.fullmatch(whole)
    if match is None:
        raise _unreadable(text, whole)
    currency = any(match[part] for part in ("before", "mark", "after", "last"))
    with _asking(text, whole):
        if match["numeral"]:
            value, scaled = numeral(match["numeral"], named=bool(match["after"]))
        else:
            value = _times(_arabic(match["figure"]), _ENGLISH[match["scale"]])
            scaled = True
        part = _small_change(match, value)
    bare = not (currency or scaled or part)
    places = FIELD_UNITS[unit] if bare else 0
    value = EXACT.add(_times(value, places), part)
    return TypedFigure(_negative(value) if match["sign"] else value, bare)


def read_area(text: str) -> TypedFigure:
    """Return an area in square metres. Raises `InputError`, also for 亩, which is not whole m²."""
    whole = _joined(text)
    if _MU.search(whole):
        raise InputError("area-in-mu")
    match = _AREA.fullmatch(whole)
    return _with_unit(text, whole, match, _AREAS.get(match["unit"] or "", 0) if match else 0)


def read_plain(text: str, kind: str) -> TypedFigure:
    """Return a count, a percentage (as a share of one) or years. Raises `InputError`."""
    whole = _joined(text).translate({0xFF05: "%"})
    match = _PLAIN.fullmatch(whole)
    if match is not None and match["unit"] == "%" and kind != "percentage":
        match = None
    return _with_unit(text, whole, match, -2 if kind == "percentage" else 0)


def _with_unit(text: str, whole: str, match: re.Match[str] | None, places: int) -> TypedFigure:
    """Read a numeral with its unit; `places` is what the unit counts in, as a power of ten."""
    if match is None:
        raise _unreadable(text, whole)
    with _asking(text, whole):
        value, _ = numeral(match["numeral"], named=match["unit"] is not None)
    value = _times(value, places)
    return TypedFigure(_negative(value) if match["sign"] else value, match["unit"] is None)


@contextmanager
def _asking(text: str, whole: str) -> Iterator[None]:
    """Raise `InputError` for a numeral that cannot be read, or for which the form has to ask."""
    try:
        yield
    except NumeralError:
        raise _unreadable(text, whole) from None
    except AmbiguousError as ambiguous:
        raise _ambiguous(text, ambiguous) from None


def _joined(text: str) -> str:
    """Return plain characters without the spaces between a figure and its unit.

    A space between two numbers may only separate thousands; otherwise they may be two table cells.
    """
    whole = plain(text).translate(_TRADITIONAL)
    if _WIDE_PART.search(whole):
        raise InputError("several-figures", text=seen(text))
    parts = _PART.split(whole.replace(MORE_SPACE, " "))
    thousands = all(
        before[-1:].isdigit() and re.fullmatch(r"[0-9]{3}(?:\D.*)?", after)
        for before, after in pairwise(parts)
    )
    if not thousands:
        raise InputError("several-figures", text=seen(text))
    return re.sub("个(?=亿)", "", " ".join(part.replace(" ", "") for part in parts))


def _small_change(match: re.Match[str], yuan: Decimal) -> Decimal:
    """Add 角 and 分, which may only follow whole yuan."""
    part = Decimal(0)
    for name, worth in (("jiao", "0.1"), ("fen", "0.01")):
        if match[name]:
            part += digit(match[name]) * Decimal(worth)
    if part and (not match["after"] or yuan != yuan.to_integral_value()):
        raise NumeralError
    return part


def _arabic(text: str) -> Decimal:
    return Decimal(re.sub("[, ]", "", text))


def _negative(value: Decimal) -> Decimal:
    return value.copy_sign(Decimal(-1))


def _unreadable(text: str, whole: str) -> InputError:
    """Return the error that best explains why the text is not a figure."""
    if _INEXACT.search(whole):
        return InputError("inexact-figure", text=seen(text))
    if _PART.search(whole):
        return InputError("several-figures", text=seen(text))
    if _SEPARATORS.search(whole):
        return InputError("separators-in-figure", text=seen(text))
    return InputError("unreadable-figure", text=seen(text))


def _ambiguous(text: str, ambiguous: AmbiguousError) -> InputError:
    one, other = (f"{value:,f}" for value in ambiguous.values)
    return InputError("ambiguous-figure", text=seen(text), one=one, other=other)


def _times(value: Decimal, places: int) -> Decimal:
    product = EXACT.multiply(value, Decimal(10) ** places)
    if product >= _TOO_LARGE:
        raise InputError("figure-too-long")
    return product
