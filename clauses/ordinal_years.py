"""Reads years by their number: 第二年, 首年, 第一年至第三年, 第4—5年, 第二年、第三年."""

import re
from itertools import pairwise

from clauses.numerals import numeral

_NUMBER = "(?:[一二两三四五六七八九十]+|[0-9]+)"
_FIRST = f"首年|次年|第{_NUMBER}年?度?"
ORDINAL_YEAR = re.compile(f"(?:{_FIRST})(?:[至到—–~～、和及-]第?{_NUMBER}年?度?)*(?<=[年度])")
"""One year or several that follow each other, by number."""
_PIECE = re.compile(f"首年|次年|{_NUMBER}")


def ordinal_years(words: str) -> tuple[int, int] | None:
    """Return the first and the last year that words name; None for a number of years, 3年.

    Years that do not follow each other, as in 第一年、第三年, are None as well.
    """
    if not ORDINAL_YEAR.fullmatch(words):
        return None
    spans = [[_year(year) for year in _PIECE.findall(one)] for one in re.split("[、和及]", words)]
    if any(one != sorted(set(one)) for one in spans):
        return None
    if any(other[0] != one[-1] + 1 for one, other in pairwise(spans)):
        return None
    return spans[0][0], spans[-1][-1]


def _year(words: str) -> int:
    if words in ("首年", "次年"):
        return 1 if words == "首年" else 2
    return int(words) if words.isascii() else numeral(words)
