"""Sums of money and shares, as each language writes them.

The policy counts in 万元 and 亿元, English readers in RMB and millions; both are shown side by
side. A sum that is a ceiling always says so: 最高 / at most.
"""

from dataclasses import dataclass
from decimal import Decimal

from clauses.notation import Figure, read_figure
from docs.site.language import Language


@dataclass(frozen=True)
class Sum:
    """A sum ready to be shown."""

    text: str
    """In the page's language: 最高3000万元, at most RMB 30 million."""
    aside: str
    """The same sum for the other way of counting: 30,000,000元, 最高3000万元."""
    aside_chinese: bool
    """True where `aside` is Chinese on an English page."""
    rmb: str = ""
    """On a Chinese page, the sum as English readers write it: RMB 30 million."""
    value: Decimal = Decimal(0)
    """In yuan."""


def sum_of(value: Decimal, language: Language, *, ceiling: bool, each: bool = False) -> Sum:
    """Show `value` (in yuan), marked as a ceiling where it is one."""
    chinese = ("最高" if ceiling else "") + chinese_money(value) + ("/个" if each else "")
    rmb = english_money(value) + (" each" if each else "")
    if language.code == "zh":
        return Sum(chinese, f"{plain(value)}元", False, rmb, value)
    english = ("at most " if ceiling else "") + rmb
    return Sum(english, chinese, True, value=value)


def read_sum(words: str, language: Language, *, ceiling: bool) -> Sum:
    """Show a sum from the policy's own notation.

    `ceiling` is the wording of the whole award: in “最高30万元、20万元” the second is one too.
    """
    figure = read_figure(words)
    at_most = ceiling or figure.meaning == "at-most"
    return sum_of(figure.value, language, ceiling=at_most, each=figure.per_unit)


def share(words: str, language: Language, *, ceiling: bool) -> str:
    """Show a percentage with its meaning: 不超过20% / at most 20%.

    `ceiling` is the wording of the whole award: “不超过其年度服务收入的30%” says it at a distance.
    """
    figure: Figure = read_figure(words)
    at_most = figure.meaning == "at-most" or (ceiling and figure.meaning == "exact")
    if language.code == "zh":
        return words if figure.meaning != "exact" or not at_most else f"不超过{words}"
    meaning = {"at-least": "at least ", "more-than": "more than "}.get(figure.meaning, "")
    return ("at most " if at_most else meaning) + plain_share(figure.value)


def plain_share(value: Decimal) -> str:
    """Write a fraction as a percentage without needless zeros."""
    return f"{_trim(value * 100)}%"


def chinese_money(value: Decimal) -> str:
    """Write yuan as 亿元 from 100 million, as 万元 from 10,000, otherwise as 元."""
    for size, unit in ((Decimal(10**8), "亿元"), (Decimal(10**4), "万元")):
        if value >= size:
            return _trim(value / size) + unit
    return _trim(value) + "元"


def english_money(value: Decimal) -> str:
    """Write yuan as RMB, from one million on in millions, from one billion in billions."""
    for size, unit in ((Decimal(10**9), " billion"), (Decimal(10**6), " million")):
        if value >= size:
            return f"RMB {_trim(value / size)}{unit}"
    return f"RMB {plain(value)}"


def plain(value: Decimal) -> str:
    """Write a number with commas between the thousands."""
    return f"{value:,f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def _trim(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
