"""How a workbook is laid out: widths that hold what stands in a column, heights that hold it whole.

Spreadsheet programs neither widen a column for a number, which they show as ###, nor all raise a
row for its text. So both are measured here, in widths of a digit: Chinese characters take two.
"""

import unicodedata
from collections.abc import Sequence

LINE = 15.0
"""Height of a line of text in points."""
HIGHEST = 409.0
"""Spreadsheet programs make no row higher."""
_LETTER = 0.94
"""How wide letters are beside digits, on average."""
_LEAST_SUM, _MOST_SUM = 12, 40


def width_of(text: str) -> int:
    """Measure a text in widths of a digit."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def lines_in(text: str, width: float) -> int:
    """Count the lines that a text takes in a column, broken between words; never too few."""
    count = 0
    for paragraph in text.split("\n"):
        used, lines = 0.0, 1
        for word in _words(paragraph):
            size = width_of(word) * (1 if width_of(word) > len(word) else _LETTER)
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
    """Return the width of a column of sums: the longest one fits, and its heading on two lines."""
    longest = max((width_of(text) for text in shown), default=0)
    return min(max(_LEAST_SUM, longest + 4, width_of(heading) // 2 + 3), _MOST_SUM)


def _words(text: str) -> list[str]:
    """Cut a text where a line may end: after a space, and at each Chinese character."""
    words = [""]
    for sign in text:
        wide = width_of(sign) == 2
        if wide and words[-1]:
            words.append("")
        words[-1] += sign
        if wide or sign == " ":
            words.append("")
    return words
