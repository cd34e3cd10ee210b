"""Reads figures in the policy's own notation: `最高3000万元`, `不超过20%`, `200万元（含）以上`.

A figure is read with its meaning: what it measures, whether it is a ceiling or exact, whether a
threshold includes its own value (以上, 达到) or not (超过), and whether it applies per unit (/个).
Two figures that share a unit or mark the ends of a range (20-500万元) are one figure.
`read_figure` reads one figure, `scan` finds every figure in a text; both use the notation of
`figure_pattern`. Reading is exact, without rounding. Readings: A06, A44.
"""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from clauses.figure_pattern import (
    AT_A_DISTANCE,
    BEFORE,
    DAY,
    EACH_UNITS,
    FIGURE,
    IN_TEXT,
    LIMITING,
    SCALED,
    SCALES,
    UNITS,
    Meaning,
    Measure,
    meaning_after,
)
from clauses.numerals import number as number_of
from clauses.numerals import numeral

_BETWEEN = re.compile("[、和及与/]")
"""The signs between figures of one enumeration: 最高50万元、100万元和200万元, 2万/5万/10万元."""
_BETWEEN_ENDS = re.compile("[-—–~～至]|但(?=不)")
_EACH = re.compile(rf"每(?:{EACH_UNITS})(?:每月)?$")
_NO_NUMBER = re.compile(r"每[^，。；、0-9]{0,6}$|(?<!以)上$|较前$")
"""每引进一家, 每提前一个月: 一 is the piece that is counted; 上一年, 较前一年 name one year."""
_STATED: Mapping[tuple[Meaning | None, bool], Meaning] = {
    ("less-than", False): "at-most",
    ("more-than", False): "at-least",
    ("at-least", True): "more-than",
}
"""What a bound is whose brackets say that its figure counts, or (True) that it does not."""
UNPAID_PART = re.compile(
    "的?部分，?(?:均|一律|则)?不(?:予|计|再|得|能|可|纳|享|奖|补|给)[^，。；]*"
)
"""超过500万元的部分不予补贴: what is above the figure is left out, so that it is the most."""
_SAME = "(?P<same>[^，。；、的按]+?)(?:以上)?(?:的|时)?，?(?:均|一律|统一)?按照?"
_AGAIN = re.compile(
    f"(?P<word>{'|'.join(w for w, m in BEFORE.items() if m in ('less-than', 'more-than'))}){_SAME}$"
)

COMPARISON: Mapping[Meaning, str] = {
    "more-than": ">",
    "at-least": ">=",
    "less-than": "<",
    "at-most": "<=",
}
"""How a threshold is passed, by the meaning of its figure."""


@dataclass(frozen=True)
class ReadFigure:
    """A figure of the text with its meaning."""

    words: str
    measure: Measure
    value: Decimal
    """Yuan for money, a fraction of one for a share (20% is 0.20), a plain number otherwise."""
    meaning: Meaning
    per_unit: bool = False
    """True for 元/个 and 每家: the sum is due for each unit."""
    least: Decimal | None = None
    """The lower end of a range, in the same unit: 20万元 in 20-500万元."""


def number(value: Decimal) -> str:
    """Write a number without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal(words: str) -> str:
    """Write the value of a figure of the policy as the compiled document does."""
    return number(read_figure(words).value)


@dataclass(frozen=True)
class Found:
    """A figure in a text, with its place.

    `figure.words` are the words from `start` to `end`; the meaning also considers the words around
    them: 最高 before an enumeration applies to each of its figures.
    """

    figure: ReadFigure
    start: int
    end: int
    series: int
    """The start of its enumeration, or its own start if it is not in one."""


def read_figure(words: str) -> ReadFigure:
    """Read one figure of the policy.

    Raises `ValueError` if the words are not a figure in the policy's notation.
    """
    match = FIGURE.fullmatch(words)
    if match is None and (day := DAY.fullmatch(words)):
        return _day(words, day["day"], day["dated"] or "")
    if match is None:
        raise ValueError(
            "a figure in the policy's notation, like 最高3000万元, 不超过20%, 50万元/个, 5个"
        )
    measure, value = _quantity(match)
    before = BEFORE.get(match["before"] or "")
    least = _least(match) if match["least"] else None
    return ReadFigure(words, measure, value, _meaning(before, match), bool(match["per"]), least)


def has_two_ends(words: str) -> bool:
    """Whether words are two figures, each with its own words: 5亿元（不含）至20亿元（含）."""
    ends = _BETWEEN_ENDS.split(words)
    return len(ends) == 2 and all(FIGURE.fullmatch(end) for end in ends)


def figure_in(words: str, text: str) -> ReadFigure:
    """Read one figure as a text has it: 60% after 不低于总投资的 is a least value."""
    of_text = (found.figure for found in scan(text) if found.figure.words == words)
    return next(of_text, read_figure(words))


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
    for match in IN_TEXT.finditer(text):
        start, words = match.start(), match[0]
        if match["numeral"] == "一" and _NO_NUMBER.search(text[:start]):
            continue
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
            distant = AT_A_DISTANCE.search(text[:start])
            word = distant and (distant["ceiling"] or distant["limit"] or distant["other"])
            leading = BEFORE.get(match["before"] or word or "")
            if leading is None and LIMITING.match(text, match.end()):
                leading = "at-most"
            each = bool(_EACH.search(text[:start]))
        meaning = _said_again(text, match) or _meaning(leading, match)
        if meaning in ("more-than", "at-least") and UNPAID_PART.match(text, match.end()):
            meaning = "at-most"
        figure = replace(
            figure,
            meaning=meaning,
            per_unit=figure.per_unit or each,
        )
        series = last.series if continues and last else start
        found.append(Found(figure, start, match.end(), series))
    return tuple(found)


def _said_again(text: str, match: re.Match[str]) -> Meaning | None:
    """Return what 不足2万元的按2万元 makes of its second figure: the least, or 超过 the most."""
    if text[match.start() - 1 : match.start()] not in ("按", "照"):
        return None
    before = _AGAIN.search(text[: match.start()])
    if before is None or before["same"] != match[0]:
        return None
    return "at-least" if BEFORE[before["word"]] == "less-than" else "at-most"


def digits_of_no_figure(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of digits that `scan` does not read, except the number of a clause.

    基数为0 is a word of the text (`clauses.proof.sum_words`), not a figure.
    """
    read = [(found.start, found.end) for found in scan(text)]
    for match in re.finditer(r"[0-9０-９]+(?:\.[0-9]+)?", text):
        start, end = match.span()
        if match[0] == "0" and text[start - 1 : start] == "为":
            continue
        numbering = start == 0 and text[end : end + 1] == "、"
        if not numbering and not any(a <= start and end <= b for a, b in read):
            yield start, end


def _meaning(before: Meaning | None, match: re.Match[str]) -> Meaning:
    after = match["after"]
    if after and "以" not in after and "不含" in after and not (before or match["least"]):
        return "exact"  # the lower end of a range, or nothing that can be compared
    if stated := _STATED.get((before, "不含" in after)) if after and "含" in after else None:
        return stated  # the brackets say it in so many words: 低于500万元（含）
    # “超过6%以上” in clause 9 is redundant; the stricter word applies (A44)
    if after and before != "more-than":
        return meaning_after(after) or before or "exact"
    return before or "exact"


def _quantity(match: re.Match[str]) -> tuple[Measure, Decimal]:
    if match["half"]:
        return "share", Decimal("0.5")
    if match["double"]:
        return "multiple", Decimal(2) ** (numeral(match["times"]) if match["times"] else 1)
    if match["hundred"]:
        return "rank", Decimal(100)
    if match["to"]:  # 1:0.5: for one yuan of the other grant, half a yuan
        return "share", Decimal(match["to"]) / Decimal(match["one"])
    if match["spelled"]:  # 五百万元
        return "money", _exact(match["spelled"])
    if match["bare"]:  # 突破亿元
        return "money", Decimal(SCALES["亿"])
    for name, part in (("percent", "0.01"), ("permille", "0.001")):
        if match[name]:
            return "share", numeral(match[name]) * Decimal(part)
    if match["place"]:
        return "rank", _number(match["place"])
    number = _number(match["number"] or match["numeral"])
    measure, value = _measured(number, match["unit"] or match["word"])
    return measure, value + Decimal(match["hundred_millions"] or 0) * SCALES["亿"]


def _measured(number: Decimal, unit: str) -> tuple[Measure, Decimal]:
    if unit in UNITS:
        measure, scale = UNITS[unit]
        return measure, number * scale
    if unit[1:] in SCALED:
        return "count", number * SCALES[unit[0]]
    # 万 without 元 (clauses 7, 21, 22) means 万元: the draft omits the word
    return "money", number * SCALES[unit.removesuffix("元")]


def _least(match: re.Match[str]) -> Decimal:
    """Return the lower end of a range; 20-500万元 writes the unit once."""
    return _measured(Decimal(match["least"]), match["least_unit"] or match["unit"])[1]


def _exact(words: str) -> Decimal:
    """Read a number in characters, whose decimals end."""
    value = number_of(words)
    return Decimal(value.numerator) / Decimal(value.denominator)


def _number(words: str) -> Decimal:
    return Decimal(words) if words[0].isdigit() else Decimal(numeral(words))


def _day(words: str, day: str, after: str) -> ReadFigure:
    """Read a day with what the words after it make of it; its value is the number of the day.

    起 and 以后 include the day, 之后 and 后 do not; 前 does not, except for the last day of a month
    (6月30日前, 12月底前), which is a term. Raises `ValueError` for a day without a year.
    """
    year, month, date_ = (int(part) if part else 0 for part in _parts_of_day(day))
    if not year:
        raise ValueError("a day with its year, like 2020年1月1日以后")
    first = date(year, month or 1, date_ or 1)
    last = first if date_ else _last_day(first, whole_year=not month)
    end_of_month = (last + timedelta(days=1)).day == 1 and (bool(date_) or day.endswith("底"))
    if day.endswith("底"):
        first = last
    if after in ("之后", "后"):
        return ReadFigure(words, "date", Decimal(last.toordinal()), "more-than")
    if "前" in after:
        included = "含" in after or "及" in after
        if included or end_of_month:
            return ReadFigure(words, "date", Decimal(last.toordinal()), "at-most")
        return ReadFigure(words, "date", Decimal(first.toordinal()), "less-than")
    return ReadFigure(words, "date", Decimal(first.toordinal()), "at-least" if after else "exact")


def _parts_of_day(day: str) -> list[str]:
    match = re.fullmatch(r"(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?底?", day)
    assert match is not None
    return [part or "" for part in match.groups()]


def _last_day(first: date, *, whole_year: bool) -> date:
    month = 12 if whole_year else first.month
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def _date(words: str) -> ReadFigure:
    """Read a day; one without a year, or a number of a document, is only named."""
    try:
        return read_figure(words)
    except ValueError:
        pass
    digits = "".join(c for c in words if c.isdigit())
    return ReadFigure(words, "date", Decimal(digits), "exact")
