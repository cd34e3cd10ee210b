"""The layout of a workbook: widths of columns and heights of rows that fit their content.

Spreadsheet programs do not widen a column for a number, but show ###, and not all of them raise a
row for its text. So both are measured here, in widths of a digit; a Chinese character takes two.
"""

import unicodedata
from collections.abc import Sequence

LINE = 15.0
"""Height of a line of text in points."""
HIGHEST = 409.0
"""The greatest height of a row in spreadsheet programs, in points."""
_LETTER = 0.94
"""The average width of a letter, in widths of a digit."""
_LEAST_SUM, _MOST_SUM = 12, 40


def width_of(text: str) -> int:
    """Return the width of a text in widths of a digit."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def lines_in(text: str, width: float) -> int:
    """Return at least the number of lines that a text takes in a column, broken between words."""
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
    """Return the width of a column of sums, for the longest sum and for a heading on two lines."""
    longest = max((width_of(text) for text in shown), default=0)
    return min(max(_LEAST_SUM, longest + 4, width_of(heading) // 2 + 3), _MOST_SUM)


def _words(text: str) -> list[str]:
    """Split a text where a line may end: after a space, and at each Chinese character."""
    words = [""]
    for sign in text:
        wide = width_of(sign) == 2
        if wide and words[-1]:
            words.append("")
        words[-1] += sign
        if wide or sign == " ":
            words.append("")
    return words
