"""A second reader of figures with another method: it lists how each number below 10,000 is written,
looks up the parts of a text in that list, and tries to split at every 万 and 亿.

It returns every value that a person may mean: two or more mean a question, none means that it is
not a figure. It shares no code with the reader that it is compared with.
"""

import itertools
import re
from collections import defaultdict
from fractions import Fraction
from functools import cache

_SPELLED = {
    "零": "零〇○◯", "一": "一壹弌1", "二": "二贰两貳兩弍2", "三": "三叁参參叄弎3", "四": "四肆4",
    "五": "五伍5",
    "六": "六陆陸6", "七": "七柒7", "八": "八捌8", "九": "九玖9", "十": "十拾", "百": "百佰",
    "千": "千仟",
    "万": "万萬", "亿": "亿億", "元": "元圆圓", "块": "块塊", "点": "点",
}  # fmt: skip
_ONE = {other: sign for sign, others in _SPELLED.items() for other in others}
_NUMERALS = "零一二三四五六七八九"
_SCALE = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
_ENGLISH = {
    "trillion": 12, "tn": 12, "billion": 9, "bn": 9, "million": 6, "mln": 6, "mio": 6, "mil": 6,
    "mn": 6, "m": 6, "thousand": 3, "k": 3, "wan": 4, "w": 4, "yi": 8,
}  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202d\ufeff]")
_CURRENCY = "(?:人民币|renminbi|rmb|cny|cn¥|¥)"


def meanings(text: str, unit: int) -> set[Fraction]:
    """Return the values in yuan that a text may mean in a field whose unit is `unit` yuan."""
    if "\u202e" in text:
        return set()
    text = text.strip().strip("|").strip()
    text = re.sub("[\u00a0\u2009\u202f]", " ", _INVISIBLE.sub("", text)).strip().lower()
    text = "".join(chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in text)
    text = text.replace("￥", "¥")
    text = re.sub("(?<=[a-z]) +(?=[a-z])|(?<=[人民块]) +(?=[民币钱])| +(?=[:角毛分])", "", text)
    shape = re.fullmatch(
        rf"({_CURRENCY}:?\s*)?(?:{_CURRENCY}:?\s*)?([-−–负]?)\s*(¥\s*)?(.*?)\s*"
        r"((?:元|圆|圓|块钱?|塊钱?|yuan)?(?:\s*[零〇]?[^\s零〇○◯0整正.。;；](?:[角毛]|(?<=[块塊].)))?(?:\s*[零〇]?[^\s零〇○◯0整正.。;；]分)?)\s*"
        r"[整正]?\s*((?:\s*(?:人民币|renminbi|yuan|rmb|cny))*)\s*[.。;；]?",
        text,
    )
    if shape is None:
        return set()
    before, sign, mark, body, after, last = shape.groups()
    change = _change(re.sub(r"\s", "", after))
    if change is None:
        return set()
    named, small = change
    found: set[Fraction] = set()
    for value, scaled in _bodies(body, named=named):
        currency = bool(before or mark or named or last)
        if small and (not named or value.denominator > 1):
            continue
        found.add(value * (1 if currency or scaled or small else unit) + small)
    return {-value for value in found} if sign else found


def _change(text: str) -> tuple[bool, Fraction] | None:
    """Read the part after a figure: whether 元 follows, and 角 and 分 in yuan."""
    match = re.fullmatch(
        "(元|圆|圓|块钱?|塊钱?|yuan)?(?:[零〇]?(.)[角毛]?)??(?:[零〇]?(.)分)?", text
    )
    if match is None:
        return None
    small = Fraction(0)
    for sign, worth in ((match[2], 10), (match[3], 100)):
        if sign:
            if _ONE.get(sign, "x") not in _NUMERALS[1:]:
                return None
            small += Fraction(_NUMERALS.index(_ONE[sign]), worth)
    return match[1] is not None, small


def _bodies(body: str, *, named: bool) -> list[tuple[Fraction, bool]]:
    english = re.fullmatch(rf"([0-9., ]+?)\s*({'|'.join(_ENGLISH)})", body)
    if english:
        return [(value * 10 ** _ENGLISH[english[2]], True) for value in _arabic(english[1])]
    # a space separates thousands, or an Arabic figure from 千, 万 and 亿
    body = re.sub(" +(?=[万萬亿億])", "", body)
    body = re.sub("(?<=[0-9]) +(?=[十拾百佰千仟])", "", body)
    body = re.sub(" *个(?=[亿億])", "", body)
    signs = "".join(_ONE.get(c, c) if not c.isdigit() else c for c in body)
    for short, long in (("廿", "二十"), ("卅", "三十"), ("卌", "四十")):
        signs = signs.replace(short, long)
    scaled = any(scale in signs for scale in _SCALE)
    return [(value, scaled) for value in _values(signs, named)]


@cache
def _values(text: str, named: bool) -> frozenset[Fraction]:
    """Return every value of a numeral: looked up, or split at any 万 or 亿."""
    found = set(_arabic(text)) | set(_below(text, named))
    for scale, worth in _SCALE.items():
        for place in range(1, len(text)):
            if not text.startswith(scale, place):
                continue
            if scale != "万亿" and (
                text.startswith("万亿", place) or text[place - 1 :][:2] == "万亿"
            ):
                continue
            left, right = text[:place], text[place + len(scale) :]
            for many in _counted(left, scale):
                found |= {many * worth + rest for rest in _rest(right, worth, many, named)}
    return frozenset(found)


def _counted(text: str, scale: str) -> set[Fraction]:
    """Return the values of the part before 万 or 亿."""
    if scale == "亿" and "万" in text and "亿" not in text:
        many, _, rest = text.partition("万")
        lots, few = _counted(many, "万"), _counted(rest, "万") if rest else {Fraction(0)}
        return {
            a * 10_000 + b
            for a, b in itertools.product(lots, few)
            if a < 100
            and a.denominator == 1
            and (not rest or (1000 <= b < 10_000 and b.denominator == 1))
        }
    if any(other in text for other in _SCALE):
        return set()
    return set(_arabic(text)) | set(_below(text, False))


def _rest(text: str, worth: int, many: Fraction, named: bool) -> set[Fraction]:
    if not text:
        return {Fraction(0)}
    if many.denominator > 1 or not many:
        return set()
    if text[0] == "十":
        return set()
    if text[0] == "零":
        found = set(_values(text[1:], named)) if text[1:2] != "零" else set()
    elif len(text) == 1:
        if text not in _NUMERALS[1:] + "123456789":
            return set()
        only = Fraction(_NUMERALS.index(_ONE[text]))
        found = {only * worth / 10} | ({only} if named or many % 100 == 0 else set())
    else:
        found = set(_values(text, named))
        unscaled = not any(scale in text for scale in _SCALE)
        digits = re.fullmatch("[0-9][0-9,. ]*|[.][0-9]+", text) is not None
        if unscaled and worth > 10_000 and not (digits and named):
            found = {v for v in found if v and v.denominator == 1}
            found |= {value * worth / 10_000 for value in found}
        if unscaled and worth == 10_000 and digits and not named:
            found = {v for v in found if v >= 1000 or (v and v.denominator == 1)}
            found |= {v * 10_000 / 10 ** len(str(v)) for v in found if v < 1000}
    return {value for value in found if 0 < value < worth}


def _arabic(text: str) -> list[Fraction]:
    match = re.fullmatch(
        r"(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)?(\.[0-9]+)?",
        text,
    )
    if match is None or not text:
        return []
    return [Fraction(re.sub("[, ]", "", match[1] or "0")) + Fraction("0" + (match[2] or ""))]


def _below(text: str, named: bool) -> set[Fraction]:
    """Look up a numeral without 万 and 亿."""
    whole, point, decimals = text.partition("点")
    if point:
        if (
            not decimals
            or re.search("[^零一二三四五六七八九]", decimals)
            or re.match("[0-9]", text)
        ):
            return set()
        digits = "".join(str(_NUMERALS.index(c)) for c in decimals)
        return {
            value + Fraction("0." + digits)
            for value in _below(whole, False)
            if value.denominator == 1
        }
    unit = re.fullmatch(r"([0-9][0-9,. ]*|\.[0-9]+)([十百千])", text)
    if unit:
        return {value * 10 ** ("十百千".index(unit[2]) + 1) for value in _arabic(unit[1])}
    if re.search("[0-9][0-9.,]|[.,]", text):
        return set()
    chinese = "".join(_ONE.get(c, c) for c in text)
    if re.search("[0-9]", text) and not re.search("[十百千]", text):
        return set()
    if re.fullmatch(
        "[一二三四五六七八九][零一二三四五六七八九]*零[零一二三四五六七八九]*", chinese
    ):
        return {Fraction("".join(str(_NUMERALS.index(c)) for c in chinese))}  # digit by digit
    found = {Fraction(n) for n in _table()[chinese]} if chinese in _table() else set()
    if named and re.search("[百千][一二三四五六七八九]$", chinese):
        found |= {
            n - n % 10 ** _zeros(n) + Fraction(int(str(n)[-1 - _zeros(n)])) - _last(n)
            for n in map(int, found)
        }
    return found


def _zeros(n: int) -> int:
    return len(str(n)) - len(str(n).rstrip("0"))


def _last(n: int) -> int:
    return int(str(n)[-1 - _zeros(n)]) * 10 ** _zeros(n)


@cache
def _table() -> dict[str, set[int]]:
    """List how each number below 10,000 is written, with and without its last unit."""
    table: dict[str, set[int]] = defaultdict(set)
    table["零"].add(0)
    for n in range(1, 10_000):
        for text in _written(n):
            table[text].add(n)
    return table


def _written(n: int) -> set[str]:
    digits = [(n // 10**p % 10, p) for p in (3, 2, 1, 0)]
    parts = [(d, p) for d, p in digits if d]
    texts = set[str]()
    for zeros in itertools.product((True, False), repeat=len(parts)):
        text, before = "", None
        for (d, p), zero in zip(parts, zeros, strict=True):
            gap = before is not None and before - p > 1
            if gap and not zero and p == 0:
                break  # 一千二 is not 1002
            text += "零" if gap and zero else ""
            text += _NUMERALS[d] + ["", "十", "百", "千"][p]
            before = p
        else:
            texts.add(text)
    for text in list(texts):
        texts |= {re.sub("(^|百|零)一十", r"\1十", text)}
        # the last unit may be left out after the next higher one
        if re.search("千[^零千]百$|百[^零百]十$", text):
            texts.add(text[:-1])
    return texts
