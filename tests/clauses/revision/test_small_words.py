"""Small edits anywhere in the whole text whose result is known by how they are made.

Levels swapped with their sums and figures in other writing say the same; 首次, （含）, 以上 and 不
more or less are one change each.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from clauses.revision.canonical import canonical
from clauses.revision.comparison import compare
from clauses.revision.figures import PlacedFigure
from tests.clauses.revision.test_edits import FIGURES, Spot, edited, old_text, spots

_SUM = "[0-9]+[万亿]元?(?:/个)?"
ROWS = spots(f"(?:国家级|省级|省|国内)、[^，。；]*，[^，。；]*?{_SUM}、{_SUM}(?!、)")
"""Two levels and, in the words that follow, their two sums."""
_LEVELS = re.compile("(国家级|省五星|国内|省级|省内|四星)、(国家级|省级|省内|四星|国内)")


def words_at(spot: Spot) -> str:
    clause, paragraph, begin, end = spot
    return old_text().clauses[clause].paragraphs[paragraph][begin:end]


def substance(spot: Spot, words: str) -> list[str]:
    changes = compare(old_text(), edited(*spot, words)).changes
    return [one.change.kind for one in changes if one.change.substance]


def swapped(words: str) -> str:
    words = _LEVELS.sub(r"\2、\1", words, count=1)
    return re.sub(f"({_SUM})、({_SUM})$", r"\2、\1", words)


@settings(max_examples=20)
@given(st.sampled_from([spot for spot in ROWS if _LEVELS.search(words_at(spot))]))
def test_levels_that_change_places_with_their_sums_say_the_same(spot: Spot) -> None:
    assert swapped(words_at(spot)) != words_at(spot)
    assert substance(spot, swapped(words_at(spot))) == []


EDITS: list[tuple[str, str, str]] = [
    ("首次", "", "first-time"),
    ("(?<=。对)(?=获得|列入|评定|认定)", "首次", "first-time"),
    ("（含）(?=以上)", "", "comparison"),
    ("(?<=元)(?=以上)", "（含）", "comparison"),
    ("(?<=元)以上", "以下", "comparison"),
    ("(?<=[%倍])以上(?=用于|，|。)", "以下", "comparison"),
    ("(?<=。)(?=支持|鼓励|推进|建立)", "不", "condition"),
    ("(?<=，)(?=给予“)", "不", "condition"),
]
"""What is replaced, by what, and the kind of the one change that this is."""
PLACES = [(spot, words, kind) for pattern, words, kind in EDITS for spot in spots(pattern)]


@settings(max_examples=60)
@given(st.sampled_from(PLACES))
def test_a_small_word_is_one_change_of_its_kind(place: tuple[Spot, str, str]) -> None:
    spot, words, kind = place
    assert substance(spot, words) == [kind]


DIGITS = "零一二三四五六七八九"


def spoken(number: int) -> str:
    """Write a number below 10000 in Chinese: 三千, 一百二十, 二十五."""
    found = ""
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            found += DIGITS[digit] + name
        elif found and number % place and not found.endswith("零"):
            found += "零"
    return found or "零"


def plain(value: Fraction) -> str:
    return f"{(Decimal(value.numerator) / value.denominator).normalize():f}"


def money(value: Fraction) -> list[str]:
    found = [f"{plain(value / 10**8)}亿元", f"{plain(value / 10**4)}万元", f"{value:,}元"]
    wan = value / 10**4
    if wan.denominator == 1 and wan < 10_000:
        found.append(f"{spoken(int(wan))}万元")
    elif (value / 10**8).denominator == 1:
        found.append(f"{spoken(int(value / 10**8))}亿元")
    return found


def share(value: Fraction) -> list[str]:
    found = [f"百分之{spoken(int(value * 100))}", f"{plain(value * 100)}％"]
    return [*found, f"{spoken(int(value * 10))}成"] if (value * 10).denominator == 1 else found


def other(unit: str) -> Callable[[Fraction], list[str]]:
    return lambda value: [f"{spoken(int(value))}{unit}"]


WRITTEN: dict[str, Callable[[Fraction], list[str]]] = {
    "money": money,
    "share": share,
    "years": other("年"),
    "multiple": other("倍"),
    "rank": lambda value: [f"{value} 强"],
}
REWRITTEN = [
    ((clause, paragraph, one.start, one.end), one, words)
    for clause, paragraph, one in FIGURES
    if one.measure in WRITTEN and one.words != "减半"
    for words in WRITTEN[one.measure](one.value)
]


@settings(max_examples=60)
@given(st.sampled_from(REWRITTEN))
def test_a_figure_written_in_another_way_is_no_change(
    place: tuple[Spot, PlacedFigure, str],
) -> None:
    spot, _, words = place
    assert substance(spot, canonical(words)) == []
