"""Sums of money and shares of the policy, as each language writes them.

The policy counts in 万元 and 亿元, English readers in RMB and millions; pages show both side by
side. A ceiling always says that it is one: 最高 / at most. `amounts` writes the figures.
"""

from dataclasses import dataclass
from decimal import Decimal

import amounts
from clauses.notation import ReadFigure, figure_in, read_figure
from docs.site.language import Language


@dataclass(frozen=True)
class Sum:
    """A sum ready to be shown."""

    text: str
    """In the page's language: 最高3000万元, at most RMB 30 million."""
    aside: str
    """The same sum for the other way of counting: 30,000,000元, 最高3000万元."""
    rmb: str = ""
    """On a Chinese page, the sum as English readers write it: RMB 30 million."""
    value: Decimal = Decimal(0)
    """In yuan."""


def money(value: Decimal, language: Language) -> str:
    """Write `value` (in yuan) as the policy states it, without saying whether it is a ceiling."""
    return amounts.money(value, language.code, as_in_text=True)


def sum_of(value: Decimal, language: Language, *, ceiling: bool, each: bool = False) -> Sum:
    """Return `value` (in yuan) ready to be shown, marked as a ceiling if it is one."""
    chinese = (
        ("最高" if ceiling else "")
        + amounts.money(value, "zh", as_in_text=True)
        + ("/个" if each else "")
    )
    rmb = amounts.money(value, "en") + (" each" if each else "")
    if language.code == "zh":
        return Sum(chinese, f"{amounts.digits(value)}元", rmb, value)
    english = ("at most " if ceiling else "") + rmb
    return Sum(english, chinese, value=value)


def read_sum(words: str, language: Language, *, ceiling: bool) -> Sum:
    """Return a sum from the policy's own notation, ready to be shown.

    `ceiling` is the wording of the whole award: in “最高30万元、20万元” the second is one too.
    """
    figure = read_figure(words)
    at_most = ceiling or figure.meaning == "at-most"
    return sum_of(figure.value, language, ceiling=at_most, each=figure.per_unit)


def share(words: str, language: Language, quote: str) -> str:
    """Return a percentage with its meaning: 不超过20% / at most 20%.

    The quotation may say it at a distance: “不超过其年度服务收入的30%”. In 给予30%、最高800万元补助
    the share is exact.
    """
    figure: ReadFigure = figure_in(words, quote)
    at_most = figure.meaning == "at-most"
    if language.code == "zh":
        return f"不超过{words}" if at_most and read_figure(words).meaning == "exact" else words
    meaning = {"at-least": "at least ", "more-than": "more than "}.get(figure.meaning, "")
    return ("at most " if at_most else meaning) + amounts.share(figure.value)
