"""Figures of a running text, read with their value, however they are written.

3000万元, 0.3亿元, 三千万元; 20%, 二成, 百分之二十, 20‰; 5个, 五家; 3年; 2022年12月31日.
What only looks like a figure is left alone: “246”, 5G, 一事一议, the number of a document.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from clauses.numerals import numeral

Measure = Literal[
    "money", "share", "points", "count", "multiple", "years", "months", "rank", "date", "ratio"
]

_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
           "亿": 10**8}  # fmt: skip
_N = r"[0-9]+(?:\.[0-9]+)?"
_Z = r"[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+"
_COUNTED = "个|期|家|项|台|套|名|人|户|件|级|次|批|条|亩|平方米|公里|辆|所|座|档|阶段"
_TOKEN = re.compile(
    rf"(?P<date>(?:(?:19|20)[0-9]{{2}}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?|(?![以内期度])))|[0-9]{{1,2}}月[0-9]{{1,2}}日)"
    rf"|(?P<span>(?:19|20)[0-9]{{2}}-(?:19|20)[0-9]{{2}}年)"
    rf"|(?P<points>{_N}|{_Z})个百分点"
    rf"|百分之(?P<hundredth>{_N}|{_Z})"
    rf"|(?P<share>{_N})(?P<sign>[%‰])"
    rf"|(?P<tenths>{_N}|{_Z})成(?P<twentieth>半|[一二三四五六七八九])?(?![立果长功为效本员熟])"
    rf"|(?P<money>{_N})(?P<scale>[百千]?万|亿|[百千])?(?P<yuan>元)"
    rf"|(?P<bare>{_N})(?P<bare_scale>[百千]?万|亿)(?![{_COUNTED.replace('|', '')}千吨度年])"
    rf"|(?P<zh_money>{_Z}(?:万|亿)?(?:{_Z})?(?:万|亿)?)(?P<zh_yuan>元)"
    rf"|(?<![0-9:])(?P<ratio>{_N}:{_N})(?![0-9:.])"
    rf"|(?P<multiple>{_N}|{_Z})倍"
    rf"|(?P<years>{_N}|{_Z})(?P<period>年|个月)(?![度级代底末初来均])"
    rf"|(?P<rank>{_N}|百)强"
    rf"|(?P<count>{_N}|{_Z})(?P<scaled>万|亿)?(?P<unit>{_COUNTED})"
    r"|(?P<half>减半|一半)"
)
_DOCUMENT = re.compile(r"〔[0-9]{4}〕[0-9]+号|[“\"][0-9]+[”\"]|[0-9]+G|“[^”]{1,8}”计划")


@dataclass(frozen=True)
class PlacedFigure:
    """A figure with its place in the text."""

    measure: Measure
    value: Fraction
    """Yuan for money, a fraction of one for a share, a plain number; a date as yyyymmdd."""
    words: str
    start: int
    end: int


def figures(text: str) -> list[PlacedFigure]:
    """Find the figures of a text in the form of `canonical`, in their order."""
    return list(_kept(text))


@lru_cache(4096)  # one comparison asks some sentences ten times
def _kept(text: str) -> tuple[PlacedFigure, ...]:
    names = [match.span() for match in _DOCUMENT.finditer(text)]
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if any(start < stop and begin < end for begin, stop in names) or _in_a_name(text, match):
            continue
        measure, value = _read(match)
        found.append(PlacedFigure(measure, value, match[0], start, end))
    return tuple(found)


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether what looks like a figure is part of a word: 第一批, 一次性, 这一项."""
    before = text[max(match.start() - 1, 0) : match.start()]
    if before in ("第", "某", "同", "每") and not match[0][0].isdigit():
        return True
    if match["unit"] == "级" and not match[0][0].isdigit():
        return True  # 两级, 三级: who, not how many
    if match["count"] == "一":
        return True
    return before.isdigit() or (before == "." and match.start() > 1)


def _read(match: re.Match[str]) -> tuple[Measure, Fraction]:
    if match["date"] or match["span"]:
        return "date", Fraction(_date(match[0]))
    if match["points"]:
        return "points", _number(match["points"])
    if match["hundredth"]:
        return "share", _number(match["hundredth"]) / 100
    if match["share"]:
        return "share", Fraction(match["share"]) / (100 if match["sign"] == "%" else 1000)
    if match["tenths"]:
        return "share", _number(match["tenths"]) / 10 + _hundredths(match["twentieth"])
    if match["money"]:
        return "money", Fraction(match["money"]) * _SCALES[match["scale"] or ""]
    if match["bare"]:
        return "money", Fraction(match["bare"]) * _SCALES[match["bare_scale"]]
    if match["zh_money"]:
        return "money", Fraction(numeral(match["zh_money"]))
    if match["ratio"]:
        one, other = match["ratio"].split(":")
        return "ratio", Fraction(other) / (Fraction(one) or 1)
    if match["multiple"]:
        return "multiple", _number(match["multiple"])
    if match["years"]:
        months = match["period"] == "个月"
        return ("months" if months else "years"), _number(match["years"])
    if match["rank"]:
        return "rank", Fraction(100) if match["rank"] == "百" else Fraction(match["rank"])
    if match["count"]:
        scale = _SCALES[match["scaled"] or ""]
        return "count", _number(match["count"]) * scale
    return "share", Fraction(1, 2)  # 减半


def _hundredths(words: str | None) -> Fraction:
    """Read what follows 成: 三成五 and 三成半 are 0.35."""
    return Fraction(5 if words == "半" else numeral(words), 100) if words else Fraction(0)


def _number(words: str) -> Fraction:
    return Fraction(words) if words[0].isdigit() else Fraction(numeral(words))


def _date(words: str) -> int:
    parts = [int(part) for part in re.findall("[0-9]+", words)]
    if "-" in words:
        return parts[0] * 10_000 + parts[1]
    if "年" not in words:
        return parts[0] * 100 + parts[1]
    year, month, day = [*parts, 0, 0][:3]
    return year * 10_000 + month * 100 + day
