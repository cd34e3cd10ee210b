"""Figures of a running text, read with their value, however they are written.

3000万元, 0.3亿元, 三千万元, 500万美元; 20%, 二成, 百分之二十, 20‰, 7折, 三分之一; 5个, 五家; 3年;
10日; 2022年12月31日, 2020年度. A number without a unit has that of the next one: 20-500万元.
What only looks like a figure is left alone: “246”, 5G, 一事一议, the number of a document.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from clauses.numerals import number, numeral

Measure = Literal[
    "money", "share", "points", "count", "multiple", "years", "months", "days", "rank", "date",
    "ratio",
]  # fmt: skip

_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
           "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}  # fmt: skip
_N = r"[0-9]+(?:\.[0-9]+)?"
_Z = r"[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+"
_ZD = rf"{_Z}(?:点{_Z})?"
_BIG = "[百千]?万|[十百千万]?亿"
_COUNTED = "个|期|家|项|台|套|名|人|户|件|级|次|批|条|亩|平方米|公里|辆|所|座|档|阶段"
_CURRENCY = "美元|欧元|港元|港币|日元|英镑|澳元"
_YEAR = "(?:19|20)[0-9]{2}"
_NEXT = rf"(?:[-、，和与及或]{_N})*?[-、，和与及或]{_N}"
_NO_MONEY = f"(?![{_COUNTED.replace('|', '')}千吨度年])"
_UNITS = rf"(?:{_BIG})?(?:元|{_CURRENCY})|(?:{_BIG}){_NO_MONEY}|[%‰]|倍|个月|[个家项台套名人户件亩]"
_TOKEN = re.compile(
    rf"(?P<fiscal>{_YEAR})年度"
    rf"|(?P<date>(?:{_YEAR}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?|(?![期度])))|[0-9]{{1,2}}月[0-9]{{1,2}}日)"
    rf"|(?P<span>{_YEAR}-{_YEAR}年)"
    rf"|(?P<points>{_N}|{_Z})个百分点"
    rf"|百分之(?P<hundredth>{_N}|{_ZD})"
    rf"|(?P<whole>{_N}|{_Z})分之(?P<parts>{_N}|{_Z})"
    rf"|(?P<share>{_N})(?P<sign>[%‰])"
    rf"|(?P<reduced>{_N}|{_Z})折(?![叠扣旧算合])"
    rf"|(?P<tenths>{_N}|{_Z})成(?P<twentieth>半|[一二三四五六七八九])?(?![立果长功为效本员熟])"
    rf"|(?:(?P<hundred_millions>{_N})亿)?(?P<money>{_N})(?P<scale>{_BIG}|[百千])?(?P<yuan>元|{_CURRENCY})"
    rf"|(?:(?P<bare_hundred_millions>{_N})亿)?(?P<bare>{_N})(?P<bare_scale>{_BIG}){_NO_MONEY}"
    rf"|(?P<zh_money>{_ZD}(?:万|亿)?(?:{_Z})?(?:万|亿)?)(?P<zh_yuan>元|{_CURRENCY})"
    rf"|(?<![0-9:])(?P<ratio>{_N}:{_N})(?![0-9:.])"
    rf"|(?P<multiple>{_N}|{_Z})倍"
    rf"|(?P<years>{_N}|{_Z})(?P<period>年|个月)(?![度级代底末初来均])"
    rf"|(?P<days>{_N}|{_Z})(?P<day>个?工作日|个?自然日|天|日(?![期元报]))"
    rf"|(?P<rank>{_N}|百)强"
    rf"|前(?P<place>{_N}|{_Z})[名位]"
    rf"|(?P<count>{_N}|{_Z})(?P<scaled>万|亿)?(?P<unit>{_COUNTED})"
    rf"|(?P<short>{_N})(?={_NEXT}(?P<short_unit>{_UNITS}))"
    r"|(?P<half>减半|一半)"
)
_EACH = re.compile("每(?:增加|新增|增长|引进|培育|完成|获得|满)$")
"""每增加一家: there 一 is a number."""
_DOCUMENT = re.compile(r"〔[0-9]{4}〕[0-9]+号|[“\"][0-9]+[”\"]|[0-9]+G|“[^”]{1,8}”计划")


@dataclass(frozen=True)
class PlacedFigure:
    """A figure with its place in the text."""

    measure: Measure
    value: Fraction
    """Yuan for money (or the currency that `unit` names), a fraction of one for a share, a plain
    number; a date as yyyymmdd."""
    words: str
    start: int
    end: int
    unit: str = ""
    """What is counted or in which currency, where that makes another figure of the same number."""
    carried: str = ""
    """What follows up to the unit of a number that has none of its own: -500万元 after 20."""

    @property
    def whole_words(self) -> str:
        """Its words with the unit, which a later number of its row may carry: 20万元."""
        return self.words + re.sub("^[-、，和与及或0-9.]+", "", self.carried)

    @property
    def key(self) -> tuple[Measure, Fraction, str]:
        """What it says, however it is written."""
        return self.measure, self.value, self.unit


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
        carried = text[end : match.end("short_unit")] if match["short"] else ""
        unit = _unit(match, text)
        found.append(PlacedFigure(measure, value, match[0], start, end, unit, carried))
    return tuple(found)


def _unit(match: re.Match[str], text: str) -> str:
    """Return what a figure counts, evened where a text says the same by another word."""
    words = match["short_unit"] or match["unit"] or ""
    if match["yuan"] or match["zh_yuan"] or words.endswith(("元", "币", "镑")):
        currency = re.search(_CURRENCY, match["yuan"] or match["zh_yuan"] or words)
        return currency[0] if currency else ""
    if match["fiscal"]:
        return "年度"
    if match["days"]:
        return "工作日" if "工作" in match["day"] else ""
    if not re.fullmatch(_COUNTED, words):
        return ""
    after = text[match.end("short_unit" if match["short"] else 0) :]
    if words == "阶段" or after.startswith("阶段"):
        return "阶段"
    if text[: match.start()].endswith("分"):  # 分两期, 分两次, 分两批
        return ""
    if words in "个家户" and after.startswith(("企业", "单位", "机构", "公司")):
        return "家"
    return "人" if words == "名" else words


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether what looks like a figure is part of a word: 第一批, 一次性, 这一项."""
    before = text[max(match.start() - 1, 0) : match.start()]
    if before in ("第", "某", "同", "每") and not match[0][0].isdigit():
        return True
    if match["unit"] == "级" and not match[0][0].isdigit():
        return True  # 两级, 三级: who, not how many
    if match["count"] == "一":
        return match["unit"] in "批次" or not _EACH.search(text[: match.start()])
    return before.isdigit() or (before == "." and match.start() > 1)


def _read(match: re.Match[str]) -> tuple[Measure, Fraction]:
    if match["short"]:
        return _read(next(_TOKEN.finditer(match["short"] + match["short_unit"])))
    if match["fiscal"]:
        return "date", Fraction(int(match["fiscal"]) * 10_000)
    if match["whole"]:
        return "share", number(match["parts"]) / (number(match["whole"]) or 1)
    if match["reduced"]:
        return "share", _reduced(match["reduced"])
    if match["days"]:
        return "days", number(match["days"])
    if match["place"]:
        return "rank", number(match["place"])
    if match["date"] or match["span"]:
        return "date", Fraction(_date(match[0]))
    if match["points"]:
        return "points", number(match["points"])
    if match["hundredth"]:
        return "share", number(match["hundredth"]) / 100
    if match["share"]:
        return "share", Fraction(match["share"]) / (100 if match["sign"] == "%" else 1000)
    if match["tenths"]:
        return "share", number(match["tenths"]) / 10 + _hundredths(match["twentieth"])
    if match["money"]:
        more = Fraction(match["hundred_millions"] or 0) * 10**8
        return "money", more + Fraction(match["money"]) * _SCALES[match["scale"] or ""]
    if match["bare"]:
        more = Fraction(match["bare_hundred_millions"] or 0) * 10**8
        return "money", more + Fraction(match["bare"]) * _SCALES[match["bare_scale"]]
    if match["zh_money"]:
        return "money", number(match["zh_money"])
    if match["ratio"]:
        one, other = match["ratio"].split(":")
        return "ratio", Fraction(other) / (Fraction(one) or 1)
    if match["multiple"]:
        return "multiple", number(match["multiple"])
    if match["years"]:
        length = number(match["years"])
        if match["period"] == "年":
            return "years", length
        return ("months", length) if length % 12 else ("years", length / 12)
    if match["rank"]:
        return "rank", Fraction(100) if match["rank"] == "百" else Fraction(match["rank"])
    if match["count"]:
        scale = _SCALES[match["scaled"] or ""]
        return "count", number(match["count"]) * scale
    return "share", Fraction(1, 2)  # 减半


def _hundredths(words: str | None) -> Fraction:
    """Read what follows 成: 三成五 and 三成半 are 0.35."""
    return Fraction(5 if words == "半" else numeral(words), 100) if words else Fraction(0)


def _reduced(words: str) -> Fraction:
    """Read what comes before 折: 7折 and 七折 are 0.7, 八五折 and 85折 are 0.85."""
    value = number(words)
    return value / (10 if value < 10 else 100)


def _date(words: str) -> int:
    parts = [int(part) for part in re.findall("[0-9]+", words)]
    if "-" in words:
        return parts[0] * 10_000 + parts[1]
    if "年" not in words:
        return parts[0] * 100 + parts[1]
    year, month, day = [*parts, 0, 0][:3]
    return year * 10_000 + month * 100 + day
