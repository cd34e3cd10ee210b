"""Numerals, Chinese and mixed: 两千零五十, 壹佰贰拾叁万, 一亿二, 13万2, 3千5百万, 一点二亿.

A numeral is split at its largest unit: the part before it counts in that unit, the part after it is
smaller. If the last digit follows a unit without 零 in between, people mean the next place: 一千二
is 1200. Existing libraries for numerals handle neither 元 nor 一千二万, and take ten times the
space.
"""

import re
from collections.abc import Sequence
from decimal import Context, Decimal

from answers.unreadable import AmbiguousError
from eligibility import EligibilityError

EXACT = Context(prec=200)

_SPELLINGS = ("〇零○◯", "一壹弌", "二贰两貳兩弍", "三叁参參叄弎", "四肆", "五伍", "六陆陸", "七柒",
              "八捌", "九玖")  # fmt: skip
DIGITS = {sign: value for value, signs in enumerate(_SPELLINGS) for sign in signs}
_SHORT = {"廿": "二十", "卅": "三十", "卌": "四十"}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SCALES = {"万": 4, "萬": 4, "亿": 8, "億": 8}
_THOUSANDS = "[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)"
ARABIC = rf"(?:{_THOUSANDS}|0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+"
SIGNS = "".join([*DIGITS, *_SHORT, *_UNITS])
NUMERAL = f"(?:{ARABIC}|[{SIGNS}{''.join(_SCALES)}点])+"
_TOKEN = re.compile(f"({ARABIC})|(万亿|萬億)|(.)")

Token = Decimal | str | tuple[str, int]
"""A kind and a value: a number in Arabic digits, a digit, a unit, a scale, 零 or 点."""


class NumeralError(EligibilityError):
    """The text does not have the form of a numeral."""


def numeral(text: str, *, named: bool) -> tuple[Decimal, bool]:
    """Return the exact value of a numeral, and whether it is scaled by 万 or 亿.

    `named` says that 元 follows, so that the last digits are yuan: 1亿2000元. Raises
    `NumeralError`, or `AmbiguousError` with the values that people may mean.
    """
    tokens = _tokens(text)
    scaled = any(isinstance(token, tuple) and token[0] == "scale" for token in tokens)
    return _Numeral(named).value(tokens), scaled


def digit(text: str) -> int:
    """Return the value of a single digit, Chinese or Arabic."""
    return DIGITS[text] if text in DIGITS else int(text)


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for short, long in _SHORT.items():
        text = text.replace(short, long)
    for arabic, most, sign in _TOKEN.findall(text):
        if arabic:
            found.append(Decimal(re.sub("[, ]", "", arabic)))
        elif most:
            found.append(("scale", 12))
        elif sign in _SCALES:
            found.append(("scale", _SCALES[sign]))
        elif sign in _UNITS:
            found.append(("unit", _UNITS[sign]))
        elif sign == "点":
            found.append("点")
        elif sign in DIGITS:
            found.append(("digit", DIGITS[sign]) if DIGITS[sign] else "零")
        else:
            raise NumeralError
    return found


class _Numeral:
    def __init__(self, named: bool) -> None:
        self.named = named

    def value(self, tokens: Sequence[Token]) -> Decimal:
        """Split at the largest scale: the part before counts in it, the part after is smaller."""
        for power in (12, 8, 4):
            scale = ("scale", power)
            if scale in tokens:
                place = list(tokens).index(scale)
                before = self._before(tokens[:place], power)
                after = self._after(tokens[place + 1 :], power, before)
                return EXACT.add(_times(before, power), after)
        return _section(tokens, last=True, named=self.named)

    def _before(self, tokens: Sequence[Token], power: int) -> Decimal:
        """Read the part that counts in 万 or 亿; before 亿 there may be a 万, as in 一万二千亿."""
        if ("scale", 4) not in tokens:
            return _section(tokens, last=False, named=False)
        place = list(tokens).index(("scale", 4))
        most = _section(tokens[:place], last=False, named=False)
        rest = tokens[place + 1 :]
        least = _section(rest, last=False, named=False) if rest else Decimal(0)
        # any other scale there more likely means two figures side by side: 300万20亿
        full = not rest or (1000 <= least < 10_000 and _whole(least))
        if power != 8 or not _whole(most) or most >= 100 or not full:
            raise NumeralError
        return EXACT.add(_times(most, 4), least)

    def _after(self, tokens: Sequence[Token], power: int, before: Decimal) -> Decimal:
        if not tokens:
            return Decimal(0)
        if not _whole(before) or not before:
            raise NumeralError
        if tokens[0] == ("unit", 10):  # 万十元
            raise NumeralError
        if tokens[0] == "零":
            rest = self.value(_without_zeros(tokens))
        else:
            only = _single(tokens)
            if only is not None:
                return self._next_place(only, power, before)
            rest = self.value(tokens)
            self._ask_where_a_scale_may_be_missing(tokens, power, before, rest)
        if not 0 < rest < _times(Decimal(1), power):
            raise NumeralError
        return rest

    def _next_place(self, only: int, power: int, before: Decimal) -> Decimal:
        """Count a last digit in the next lower place, as in speech: 三万五 is 35,000."""
        place, ones = _times(Decimal(only), power - 1), Decimal(only)
        if self.named or before % 100 == 0:
            whole = _times(before, power)
            raise AmbiguousError(EXACT.add(whole, place), EXACT.add(whole, ones))
        return place

    def _ask_where_a_scale_may_be_missing(
        self, tokens: Sequence[Token], power: int, before: Decimal, rest: Decimal
    ) -> None:
        """Raise `AmbiguousError` for 一亿二千, which people say for 1亿2000万, and for 13万25."""
        if any(isinstance(token, tuple) and token[0] == "scale" for token in tokens):
            return
        digits = f"{rest:f}" if len(tokens) == 1 and isinstance(tokens[0], Decimal) else ""
        if (digits and self.named) or (power == 4 and (not digits or rest >= 1000)):
            return
        if not rest or not _whole(rest):
            raise NumeralError
        missing = _times(rest, power - 4 if power > 4 else 4 - len(digits))
        whole = _times(before, power)
        raise AmbiguousError(EXACT.add(whole, missing), EXACT.add(whole, rest))


def _section(tokens: Sequence[Token], *, last: bool, named: bool) -> Decimal:
    """Read a numeral without 万 and 亿; `last` says that nothing follows it."""
    if "点" in tokens:
        return _decimal(tokens)
    if not tokens:
        raise NumeralError
    first = tokens[0]
    if isinstance(first, Decimal):
        if len(tokens) == 1:
            return first
        second = tokens[1]
        if len(tokens) == 2 and isinstance(second, tuple) and second[0] == "unit":
            return EXACT.multiply(first, Decimal(second[1]))
    if len(tokens) == 1 and first == "零":
        return Decimal(0)
    if all(token == "零" or (isinstance(token, tuple) and token[0] == "digit") for token in tokens):
        return _in_places(tokens)
    return _by_units(tokens, named=named and last)


def _by_units(tokens: Sequence[Token], *, named: bool) -> Decimal:
    total, lowest, zero, place = 0, 10_000, False, 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token == "零":
            if zero or not total:
                raise NumeralError
            zero = True
            continue
        value, unit = _single([token]), 1
        following = tokens[place] if place < len(tokens) else None
        if value is None:
            # 十 means 一十 at the front, after 百 and after 零
            if token != ("unit", 10) or (total and lowest != 100 and not zero):
                raise NumeralError
            value, unit = 1, 10
        elif isinstance(following, tuple) and following[0] == "unit":
            unit, place = following[1], place + 1
        elif following is not None:
            raise NumeralError
        if unit == 1 and total and lowest > 10 and not zero:
            if named:  # 一千二元: said for 1200, but also written by mistake for 1002
                raise AmbiguousError(Decimal(total + value * lowest // 10), Decimal(total + value))
            unit = lowest // 10
        if unit >= lowest or (zero and unit * 10 >= lowest):
            raise NumeralError
        total, lowest, zero = total + value * unit, unit, False
    if zero:
        raise NumeralError
    return Decimal(total)


def _in_places(tokens: Sequence[Token]) -> Decimal:
    """Read 一二〇〇 digit by digit; without a zero, 三四 means “three or four”."""
    if len(tokens) > 1 and ("零" not in tokens or tokens[0] == "零"):
        raise NumeralError
    return Decimal(_digits(tokens))


def _decimal(tokens: Sequence[Token]) -> Decimal:
    place = list(tokens).index("点")
    whole = _section(tokens[:place], last=False, named=False)
    decimals = _digits(tokens[place + 1 :])
    if not decimals or not _whole(whole) or isinstance(tokens[0], Decimal):
        raise NumeralError
    return EXACT.add(whole, Decimal(f"0.{decimals}"))


def _digits(tokens: Sequence[Token]) -> str:
    """Write Chinese digits as Arabic ones."""
    written = ""
    for token in tokens:
        if token == "零":
            written += "0"
        elif isinstance(token, tuple) and token[0] == "digit":
            written += str(token[1])
        else:
            raise NumeralError
    return written


def _single(tokens: Sequence[Token]) -> int | None:
    """Return a single digit from 1 to 9, Chinese or Arabic."""
    if len(tokens) != 1:
        return None
    (token,) = tokens
    if isinstance(token, Decimal):
        return int(token) if str(token) in set("123456789") else None
    return token[1] if isinstance(token, tuple) and token[0] == "digit" else None


def _without_zeros(tokens: Sequence[Token]) -> Sequence[Token]:
    if len(tokens) < 2 or tokens[1] == "零":
        raise NumeralError
    return tokens[1:]


def _whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _times(value: Decimal, places: int) -> Decimal:
    return EXACT.multiply(value, Decimal(10) ** places)
