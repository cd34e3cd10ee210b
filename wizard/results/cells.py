"""What may stand in a cell of a table: text that no program takes for a formula, exact numbers."""

import re

LONGEST = 32_000
"""Characters of a cell; spreadsheet programs hold 32,767."""

DIGITS = 15
"""Spreadsheet programs keep so many digits of a number, and turn the others into zeros."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t]")


def plain(text: str) -> str:
    """Return a text without what no file can hold: control characters, halves of a character."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROL.sub(" ", whole)[:LONGEST]


def harmless(text: str) -> str:
    """Return a text that a program which opens a CSV file cannot take for a formula.

    An apostrophe before it is what those programs themselves write for “this is text”.
    """
    # a tab at the front may open a formula too, so it is looked at before it becomes a space
    return ("'" if _FORMULA.match(text) else "") + plain(text)


def fits(number: str) -> bool:
    """Tell whether a program keeps every digit of a decimal number."""
    return len(number.replace(".", "").lstrip("0")) <= DIGITS
