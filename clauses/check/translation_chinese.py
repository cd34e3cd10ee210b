"""Reads figures in Chinese sentences, as far as the comparison with the English needs them.

It reads Arabic digits with their unit (3000万元, 20%, 5倍) and numbers in characters (两年, 五星,
千亿级). As in the policy, 万 and 亿 always mean yuan here: 500万 is money.
"""

import re
from decimal import Decimal

from clauses.english_figures import Meaning, Measure, WrittenFigure
from clauses.figure_pattern import AFTER, EACH_UNITS, SCALES, UNITS, meaning_after
from clauses.numerals import number, numeral

_SHARES = {"%": 100, "‰": 1000, "成": 10}
_OTHERS = {
    "再次": "2",
    "第一": "1",
    "首": "1",
    "双向": "2",
    "半": "0.5",
}

COUNTED_OFF = re.compile(r"(?:^|(?<=[。；：，\n]))[一二三四五六七八九十]{1,2}(?=是)")
"""The number of an item in words: 二是, in English (2) or second."""
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?"
_FIGURE = re.compile(
    rf"(?P<item>（(?:[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})）|{COUNTED_OFF.pattern})"
    rf"|(?:(?P<hundred_millions>[0-9]+)亿(?={_DIGITS}[百千]?万))?(?P<digits>{_DIGITS})"
    r"(?P<unit>亿|[百千]?万|[百千](?=元))?(?P<money>元)?(?P<share>%|‰|成)?"
    r"(?:(?=(?:（含）)?[-—–~～至][0-9]+(?:\.[0-9]+)?(?P<later>亿|[百千]?万)?(?P<yuan>元)?(?P<part>%|‰)?))?"
    r"|(?P<other>再次|第一|首|双向|半)"
    r"|(?P<trillion>万亿)(?=元|级)"
    r"|(?P<head>(?:^|(?<=[。；：\n]))[一二三四五六七八九十]+(?=、))"
    r"|(?!百分点|二手)(?P<spelled>(?:(?!千瓦)[零〇一二两三四五六七八九十百千])+)"
    r"(?P<more>(?:点[一二三四五六七八九]+(?=[万亿元])|亿[一二三四五六七八九十百千零]+(?=万)))?(?P<big>亿|万)?(?P<level>级|元)?(?P<tenths>成)?"
)

_BEFORE: list[tuple[str, Meaning]] = [
    ("[不未]超过|不(?:高于|多于|大于)|小于等于|最高(?!值)|最多|至多|上限", "at-most"),
    ("不低于|不少于|不小于|大于等于|至少|达到|(?<![每期圆])满$", "at-least"),
    ("(?:超过|超出|高于|大于|多于|突破)(?!部分)", "more-than"),
    ("低于|少于|小于|未达到?|[不未]满|不[足到]$", "less-than"),
]
_WORD_BEFORE = re.compile("|".join(f"(?P<w{i}>{words})" for i, (words, _) in enumerate(_BEFORE)))
_UNIT = f"(?:/(?:{EACH_UNITS})|{'|'.join(sorted(UNITS, key=len, reverse=True))}|[项次天期])?"
# what is included is named by the number itself: 500万元以上（含500万元）
_AFTER_DIGITS = re.compile(
    f"(?P<number>{_DIGITS})(?:亿|[百千]?万)?元?[%‰成]?{_UNIT}(?P<after>{AFTER})"
)
_AFTER_WORDS = re.compile(f"{_UNIT}(?P<after>{AFTER.replace('(?P=number)', '(?!)')})")
_LIST = re.compile("(?:/个)?(?:、|和|及|或|/)")


def read_chinese_figures(text: str) -> list[WrittenFigure]:
    """Return the figures of a Chinese text in order; 一 and 零 alone are none (一批, 零土地)."""
    figures: list[WrittenFigure] = []
    for match in _FIGURE.finditer(text):
        figure = _read(match)
        if figure is None:
            continue
        measure, value, spelled = figure
        before = figures[-1] if figures else None
        meaning: Meaning = "exact"
        if not match["other"]:
            meaning = _meaning(text, match, measure, before)
        figures.append(
            WrittenFigure(match[0], measure, value, meaning, spelled, match.start(), match.end())
        )
    return figures


def _read(match: re.Match[str]) -> tuple[Measure, Decimal, bool] | None:
    if match["item"]:
        return None  # （二） and 二是 count the items of a list, as (2) does
    if other := match["other"]:
        return "number", Decimal(_OTHERS[other]), True
    if head := match["head"]:
        return "number", Decimal(numeral(head)), False
    if match["trillion"]:
        return "money", Decimal(10**12), False
    if digits := match["digits"]:
        alone = not (match["unit"] or match["money"] or match["share"])
        unit = match["unit"] or (match["later"] if alone else None)  # 20-500万元
        value = Decimal(digits.replace(",", "")) * SCALES[unit or ""]
        value += Decimal(match["hundred_millions"] or 0) * SCALES["亿"]
        if share := match["share"] or (match["part"] if alone else None):
            return "share", value / _SHARES[share], False
        is_money = unit or match["money"] or (alone and match["yuan"])
        return ("money" if is_money else "number"), value, False
    if match["spelled"] in ("一", "零") and not match["big"]:
        return None
    exact = number(match["spelled"] + (match["more"] or "") + (match["big"] or ""))
    value = Decimal(exact.numerator) / exact.denominator
    if match["big"] or match["level"] == "元":
        return "money", value, False
    if match["tenths"]:
        return "share", value / 10, False
    return "number", value, True


def _meaning(
    text: str, match: re.Match[str], measure: Measure, before: WrittenFigure | None
) -> Meaning:
    start = before.end if before else 0
    between = text[start : match.start()]
    words = list(_WORD_BEFORE.finditer(re.split(r"[，。；：、（）“”？]", between)[-1]))
    own: Meaning | None = None
    if words:
        own = next(sense for i, (_, sense) in enumerate(_BEFORE) if words[-1][f"w{i}"])
    if match["digits"]:
        after = _AFTER_DIGITS.match(text, match.start("digits"))
    else:
        after = _AFTER_WORDS.match(text, match.end())
    if own != "more-than" and after and "以" in after["after"]:
        return meaning_after(after["after"]) or "exact"
    if own:
        return own
    if before and before.measure == measure and _LIST.fullmatch(between):
        return before.meaning
    return "exact"
