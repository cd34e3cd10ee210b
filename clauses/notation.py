"""Reads figures in the policy's own notation: `最高3000万元`, `不超过20%`, `200万元（含）以上`.

A figure is read with its meaning: what it measures, whether it is a ceiling or exact, whether a
threshold includes its own value (以上, 达到) or not (超过), and whether it applies per unit (/个).
`read_figure` reads one figure, `scan` finds every figure in a text; both use the same notation.
Reading is exact, without rounding. Readings: A06, A44.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

Measure = Literal["money", "share", "count", "multiple", "years", "rank", "date"]
"""A sum, a percentage, pieces (个, 家, 级), times (倍), a length of time, 500强, a day or 38号."""
Meaning = Literal["exact", "at-most", "more-than", "at-least"]

_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}

# the longest words first, because 最高不超过 contains 最高, and 不超过 contains 超过
_BEFORE: dict[str, Meaning] = {
    "最高不超过": "at-most",
    "不超过": "at-most",
    "不高于": "at-most",
    "不低于": "at-least",
    "最高": "at-most",
    "超过": "more-than",
    "达到": "at-least",
}
_BEFORE_WORDS = "|".join(_BEFORE)

_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}

# the next character decides: 2020年 is a date, not a length of time; 50万户 is not money
_QUANTITY = (
    r"(?:(?P<number>(?!(?:19|20)[0-9]{2}年)[0-9]+(?:\.[0-9]+)?)"
    r"(?P<unit>%|个|家|倍|年|强|亿元|万元|元|[亿万](?![级户人家台套件亩吨]))(?P<per>/个)?"
    r"|(?P<numeral>[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
    r"(?P<word>成|个|家|倍|年|级)"
    r"|(?P<hundred>百)强"
    r"|(?P<half>减半))"
    r"(?P<after>（含）以上|以上)?"
)
_FIGURE = re.compile(rf"(?P<before>{_BEFORE_WORDS})?{_QUANTITY}")
_IN_TEXT = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{4}年|〔[0-9]{4}〕[0-9]+号"
    r"|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|(?<![0-9])(?:19|20)[0-9]{2}年)"
    rf"|(?P<before>{_BEFORE_WORDS})?(?<![0-9.,第十百千万]){_QUANTITY}"
)
_BETWEEN = re.compile("[、和及与]")
"""The signs between figures of one enumeration: 最高50万元、100万元和200万元."""
_AT_A_DISTANCE = re.compile(rf"({_BEFORE_WORDS})[^，。；、：（）0-9]{{1,30}}的$")
"""不超过其年度服务收入的30%: the word and its figure, with the base between them."""
_EACH = re.compile(r"每[家个项台套]$")


@dataclass(frozen=True)
class Figure:
    """A figure of the text with its meaning."""

    words: str
    measure: Measure
    value: Decimal
    """Yuan for money, a fraction of one for a share (20% is 0.20), a plain number otherwise."""
    meaning: Meaning
    per_unit: bool = False
    """True for 元/个 and 每家: the sum is due for each unit."""


@dataclass(frozen=True)
class Found:
    """A figure in a text, with its place.

    `figure.words` are the words from `start` to `end`; the meaning also considers the words around
    them: 最高 before an enumeration applies to each of its figures.
    """

    figure: Figure
    start: int
    end: int
    series: int
    """The start of its enumeration, or its own start if it is not in one."""


def read_figure(words: str) -> Figure:
    """Read one figure of the policy.

    Raises `ValueError` if the words are not a figure in the policy's notation.
    """
    match = _FIGURE.fullmatch(words)
    if match is None:
        raise ValueError(
            "a figure in the policy's notation, like 最高3000万元, 不超过20%, 50万元/个, 5个"
        )
    measure, value = _quantity(match)
    before = _BEFORE.get(match["before"] or "")
    return Figure(words, measure, value, _meaning(before, match["after"]), bool(match["per"]))


def scan(text: str) -> list[Found]:
    """Return every complete figure of a text, in order.

    A figure is never part of another: 最高130万元 does not contain 30万元. Names and numbers of
    clauses are not figures: “246”, 5G.
    """
    return list(_scan(text))


@cache
def _scan(text: str) -> tuple[Found, ...]:
    found: list[Found] = []
    leading: Meaning | None = None
    each = False
    for match in _IN_TEXT.finditer(text):
        start, words = match.start(), match[0]
        if match["date"]:
            found.append(Found(_date(words), start, match.end(), start))
            leading, each = None, False
            continue
        figure = read_figure(words)
        last = found[-1] if found else None
        continues = (
            last is not None
            and last.figure.measure == figure.measure
            and _BETWEEN.fullmatch(text, last.end, start) is not None
        )
        if match["before"] or not continues:
            distant = _AT_A_DISTANCE.search(text[:start])
            leading = _BEFORE.get(match["before"] or (distant[1] if distant else ""))
            each = bool(_EACH.search(text[:start]))
        figure = replace(
            figure,
            meaning=_meaning(leading, match["after"]),
            per_unit=figure.per_unit or each,
        )
        series = last.series if continues and last else start
        found.append(Found(figure, start, match.end(), series))
    return tuple(found)


def digits_of_no_figure(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of digits that `scan` does not read, except the number of a clause."""
    read = [(found.start, found.end) for found in scan(text)]
    for match in re.finditer(r"[0-9０-９]+(?:\.[0-9]+)?", text):
        start, end = match.span()
        numbering = start == 0 and text[end : end + 1] == "、"
        if not numbering and not any(a <= start and end <= b for a, b in read):
            yield start, end


def _meaning(before: Meaning | None, after: str | None) -> Meaning:
    # “超过6%以上” in clause 9 is redundant; the stricter word applies (A44)
    if after and before != "more-than":
        return "at-least"
    return before or "exact"


def _quantity(match: re.Match[str]) -> tuple[Measure, Decimal]:
    if match["half"]:
        return "share", Decimal("0.5")
    if match["hundred"]:
        return "rank", Decimal(100)
    number = Decimal(match["number"]) if match["number"] else _numeral(match["numeral"])
    match match["unit"] or match["word"]:
        case "%":
            return "share", number / 100
        case "成":
            return "share", number / 10
        case "个" | "家" | "级":
            return "count", number
        case "倍":
            return "multiple", number
        case "年":
            return "years", number
        case "强":
            return "rank", number
        case unit:
            # 万 without 元 (clauses 7, 21, 22) means 万元: the draft omits the word
            return "money", number * _SCALES[unit.removesuffix("元")]


def _numeral(words: str) -> Decimal:
    tens, ten, ones = words.rpartition("十")
    return Decimal(10 * _DIGITS.get(tens, 1) * len(ten) + _DIGITS.get(ones, 0))


def _date(words: str) -> Figure:
    digits = "".join(c for c in words if c.isdigit())
    return Figure(words, "date", Decimal(digits), "exact")
