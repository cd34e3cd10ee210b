"""Reads figures in English sentences: `RMB 30 million`, `not more than 20%`, `5 times`, `both`.

A figure has the same value in every style: RMB 30 million, RMB 30,000,000 and ¥30,000,000 are one
sum, fivefold and 5 times one multiple, 20% and 20 per cent one share. Reading is exact, without
rounding.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Measure = Literal["money", "share", "number"]
Meaning = Literal["exact", "at-most", "less-than", "more-than", "at-least"]


@dataclass(frozen=True)
class WrittenFigure:
    """A figure with its place in a sentence."""

    words: str
    measure: Measure
    value: Decimal
    """Yuan for money, a fraction of one for a share (20% is 0.20), otherwise the number itself."""
    meaning: Meaning
    spelled: bool
    """True for a number in words (two, first, both), which is not always a figure."""
    start: int
    end: int


_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1_000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_CARDINALS = {word: Decimal(number) for number, word in enumerate(_UNITS)} | {
    word: Decimal(number * 10) for number, word in enumerate(_TENS, 2)
}
_OTHERS = {
    "first": Decimal(1),
    "second": Decimal(2),
    "third": Decimal(3),
    "fourth": Decimal(4),
    "fifth": Decimal(5),
    "both": Decimal(2),
    "twice": Decimal(2),
    "half": Decimal("0.5"),
    "halved": Decimal("0.5"),
    "halves": Decimal("0.5"),
}
MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MONTHS = {month: Decimal(number) for number, month in enumerate(MONTHS, 1)}

_ROMAN = {"I": 1, "V": 5, "X": 10}
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_CARDINAL = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS[::-1])})"
_SCALE = rf"(?:{'|'.join(_SCALES)})"

_FIGURE = re.compile(
    rf"""
    (?:(?<![A-Za-z])|(?=[0-9]))  # in the middle of a word only A40 and the like
    (?:(?P<item>\((?:[0-9]{{1,2}}|[ivx]{{1,4}})\))|
    (?P<currency>(?:RMB|CNY)\s?|¥\s?)?
    (?: (?P<digits>{_DIGITS})
      | \b(?P<one_to>one)(?=[- ]to[- ]one\b)|(?<=one[- ]to[- ])(?P<to_one>one)\b
      | \b(?P<cardinal>{_CARDINAL})(?=\b|fold)
      | \b(?P<bare>{_SCALE})(?=[-\s]yuan)
      | (?!first\s(?:{_CARDINAL}|[0-9])) # the first 3 years are 前3年
        \b(?P<other>{"|".join(_OTHERS)})\b
      | (?P<roman>(?-i:^[IVX]+))(?=\.\s)
      | \b(?P<month>{"|".join(_MONTHS)})(?=\s[0-9])
      | (?<=[0-9]\s)(?P<month_after>{"|".join(_MONTHS)})\b
    )
    (?:[-\s](?P<scale>{_SCALE})\b)?
    (?P<unit>[-\s](?:yuan|renminbi)\b|\s?%|\s(?:per\ cent|percent)\b)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)

_BEFORE: list[tuple[str, Meaning]] = [
    (
        r"not (?:be )?(?:more|higher|greater) than|no (?:more|higher) than"
        r"|not (?:to )?exceed(?:ing|ed)?|not (?:over|above)"
        r"|up to|at (?:the )?most|cap(?:ped)? (?:at|of)|ceilings? of|limit of"
        r"|(?:a )?maximum(?: of)?",
        "at-most",
    ),
    (
        r"not (?:be )?(?:less|lower|fewer) than|no (?:less|lower|fewer) than|not below|at least"
        r"|reach(?:es|ed|ing)?|(?:a )?minimum of",
        "at-least",
    ),
    (r"more than|greater than|in excess of|exceed(?:s|ed|ing)?", "more-than"),
    (r"(?:less|lower|fewer) than|not (?:yet )?reach(?:ed|ing)?", "less-than"),
]
_WORD_BEFORE = re.compile(
    "|".join(rf"(?P<w{i}>\b(?:{words})\b)" for i, (words, _) in enumerate(_BEFORE)), re.IGNORECASE
)
# these have many other uses, so they count only directly before the figure
_OVER = re.compile(r"\b(?:over and above|over|above|beyond)\s+$", re.IGNORECASE)
_FULL = re.compile(r"(?<!each )(?<!every )(?<!per )\b(?:full|complete)\s+$", re.IGNORECASE)
_UNDER = re.compile(r"(?<!not )\b(?:under|below)\s+$", re.IGNORECASE)
_AFTER: list[tuple[re.Pattern[str], Meaning]] = [
    (
        re.compile(
            r"(?: times| each)?(?: \(inclusive\))?,? (?:or|and) (?:more|above|over|higher)\b"
        ),
        "at-least",
    ),
    (re.compile(r" (?:is|are|was|were) reached\b| (?:full|complete) "), "at-least"),
    (re.compile(r"(?: (?!and|or)[a-z-]+){1,3} or (?:more|above|over)\b"), "at-least"),
    (re.compile(r"(?: times| each)?,? (?:at (?:the )?most|or less|or fewer)\b"), "at-most"),
    (re.compile(r"(?: (?!and|or)[a-z-]+){1,3} or (?:less|fewer)\b"), "at-most"),
    (re.compile(r" percentage points (?:above|higher than|more than)\b"), "more-than"),
]
_LIST = re.compile(r"(?: each)?(?:,|,? and|,? or|/)\s?")


def read_english_figures(text: str) -> list[WrittenFigure]:
    """Return the figures of an English text in order.

    A figure in a list without its own word (“up to RMB 2 million and RMB 1 million”) has the
    meaning of the previous one. The word “one” is not a figure: it is mostly an article.
    """
    figures: list[WrittenFigure] = []
    for match in _FIGURE.finditer(text):
        figure = _read(match)
        if figure is None:
            continue
        measure, value, spelled = figure
        before = figures[-1] if figures else None
        if (
            before
            and before.measure == "money"
            and match["scale"]
            and _follows(text, before, match)
        ):
            measure, spelled = "money", False  # RMB 1 trillion, 500 billion and 100 billion
        meaning: Meaning = "exact"
        if not spelled or match["cardinal"]:
            meaning = _meaning(text, match, measure, before)
        figures.append(
            WrittenFigure(
                match[0].strip(), measure, value, meaning, spelled, match.start(), match.end()
            )
        )
    return figures


def _read(match: re.Match[str]) -> tuple[Measure, Decimal, bool] | None:
    if match["item"]:
        return None  # (2) counts the items of a list
    if month := match["month"] or match["month_after"]:
        return ("number", _MONTHS[month], False) if month in _MONTHS else None
    if match["one_to"] or match["to_one"]:  # the ratio 1:1
        return "number", Decimal(1), False
    if roman := match["roman"]:
        numbers = [_ROMAN[letter] for letter in roman]
        total = sum(n if n >= max(numbers[i:]) else -n for i, n in enumerate(numbers))
        return "number", Decimal(total), False
    if other := match["other"]:
        return "number", _OTHERS[other.lower()], True
    unit = (match["unit"] or "").strip(" -").lower()
    if digits := match["digits"]:
        value = Decimal(digits.replace(",", ""))
    elif cardinal := match["cardinal"]:
        if cardinal.lower() == "one" and not match["scale"]:
            return None
        value = sum((_CARDINALS[part] for part in cardinal.lower().split("-")), Decimal(0))
    else:
        value = _SCALES[match["bare"].lower()]
    if scale := match["scale"]:
        value *= _SCALES[scale.lower()]
    if match["currency"] or unit in ("yuan", "renminbi"):
        return "money", value, False
    if unit:
        return "share", value / 100, False
    return "number", value, not match["digits"]


def _meaning(
    text: str, match: re.Match[str], measure: Measure, before: WrittenFigure | None
) -> Meaning:
    start = before.end if before else 0
    between = text[start : match.start()]
    segment = re.split(r"[,;:.()“”]\s*", between)[-1]
    words = list(_WORD_BEFORE.finditer(segment))
    own: Meaning | None = None
    if not match["cardinal"] and _OVER.search(between):  # “over two years” is a time
        own = "more-than"
    elif _FULL.search(between):
        own = "at-least"
    elif measure != "number" and _UNDER.search(between):
        own = "less-than"
    elif words:
        own = next(sense for i, (_, sense) in enumerate(_BEFORE) if words[-1][f"w{i}"])
    for pattern, meaning in _AFTER:
        if own != "more-than" and pattern.match(text, match.end()):
            return meaning
    if own:
        return own
    if before and before.measure == measure and _follows(text, before, match):
        return before.meaning
    return "exact"


def _follows(text: str, before: WrittenFigure, match: re.Match[str]) -> bool:
    """Whether only a comma, “and” or “or” is between two figures."""
    return bool(_LIST.fullmatch(text[before.end : match.start()]))


def spelled_number(value: Decimal, like: str) -> str | None:
    """Write a number below a hundred in words, as `like` is written: two, Second; None if not."""
    if value != value.to_integral_value() or not 0 < value < 100:
        return None
    number, low = int(value), like.lower()
    ordinals = {
        int(n): word for word, n in _OTHERS.items() if word.endswith(("st", "nd", "rd", "th"))
    }
    if low in ordinals.values():
        words = ordinals.get(number)
    elif low in _OTHERS:  # both, twice, half: said of this number only
        words = None
    else:
        tens, ones = divmod(number, 10)
        words = (
            _UNITS[number]
            if number < 20
            else _TENS[tens - 2] + (f"-{_UNITS[ones]}" if ones else "")
        )
    return words.capitalize() if words and like[:1].isupper() else words
