"""The layout of a workbook: widths of columns and heights of rows that fit their content.

Spreadsheet programs do not widen a column for a number, but show ###, and not all of them raise a
row for its text. So both are measured here, in widths of a digit; a Chinese character takes two.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

LINE = 15.0
"""Height of a line of text in points."""
HIGHEST = 409.0
"""The greatest height of a row in spreadsheet programs, in points."""
_LETTER = 0.94
"""The average width of a letter, in widths of a digit."""
_LEAST_SUM, _MOST_SUM = 12, 40


def width_of(text: str) -> int:
    """Return the width of a text in widths of a digit."""
    return sum(map(_columns, text))


@lru_cache(maxsize=8192)
def _columns(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WFA" else 1


def lines_in(text: str, width: float) -> int:
    """Return at least the number of lines that a text takes in a column, broken between words."""
    count = 0
    for paragraph in text.split("\n"):
        used, lines = 0.0, 1
        for size in _sizes(paragraph):
            if used and used + size > width:
                lines, used = lines + 1, 0.0
            lines += int(size // width)
            used += size % width if size > width else size
        count += lines
    return max(count, 1)


def height_of(cells: Sequence[tuple[str, float]]) -> float:
    """Return the height of a row in points, from its texts and the widths of their columns."""
    return min(max((lines_in(*cell) for cell in cells), default=1) * LINE + 2, HIGHEST)


def sum_width(shown: Sequence[str], heading: str) -> int:
    """Return the width of a column of sums, for the longest sum and for a heading on two lines."""
    longest = max((width_of(text) for text in shown), default=0)
    return min(max(_LEAST_SUM, longest + 4, width_of(heading) // 2 + 3), _MOST_SUM)


@lru_cache(maxsize=1024)  # the same words are in many rows
def _sizes(text: str) -> tuple[float, ...]:
    """Return the widths of the words of a text."""
    sizes = ((width_of(word), len(word)) for word in _words(text))
    return tuple(size * (1 if size > signs else _LETTER) for size, signs in sizes)


def _words(text: str) -> list[str]:
    """Split a text where a line may end: after a space, and at each Chinese character."""
    words = [""]
    for sign in text:
        wide = _columns(sign) == 2
        if wide and words[-1]:
            words.append("")
        words[-1] += sign
        if wide or sign == " ":
            words.append("")
    return words
