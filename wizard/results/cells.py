"""The content of table cells: text that no program takes for a formula, and exact numbers."""

import re
import unicodedata

LONGEST = 32_000
"""Characters of a cell; spreadsheet programs hold 32,767."""

DIGITS = 15
"""Spreadsheet programs keep this many digits of a number, and turn the others into zeros."""

_TRUTH = frozenset({"true", "false", "真", "假"})
_OF_NUMBERS = frozenset(
    "e d am pm a p t z jan feb mar apr may jun jul aug sep sept oct nov dec january february march "
    "april june july august september october november december mon tue wed thu fri sat sun "
    "年 月 日 时 分 秒 上午 下午 元 rmb cny usd".split()
)
"""Words that may be part of a number, a day or a time."""
_MARKS = frozenset(" .,:/-+%()'$¥€£")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t]")


def plain(text: str) -> str:
    """Return a text without control characters and unpaired surrogates, which files cannot hold."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROL.sub(" ", whole)[:LONGEST]


def harmless(text: str) -> str:
    """Return a text that spreadsheet programs show unchanged when they open a CSV file.

    They would turn 00123 into 123, 3/4 into a day, 1E5 into 100000, an identifier of 18 digits
    into 9.13E+17, and text that begins with = into a formula. A leading apostrophe is their own
    mark for “this is text”; programs that read the file remove it. Unlike ="00123" it is not a
    formula, which recipients of files are warned about.
    """
    # a leading tab may start a formula too, so check before it becomes a space
    return ("'" if _FORMULA.match(text) or _recast(text) else "") + plain(text)


def _recast(text: str) -> bool:
    """Whether a text could be taken for a number, a day, a time or a truth value."""
    whole = unicodedata.normalize("NFKC", text).strip().lower()
    if whole in _TRUTH:
        return True
    words = re.findall(r"[^\W\d_]+", whole)
    written = all(sign.isalnum() or sign in _MARKS for sign in whole)
    return written and any(sign.isdigit() for sign in whole) and set(words) <= _OF_NUMBERS


def fits(number: str) -> bool:
    """Whether a spreadsheet program keeps every digit of a decimal number."""
    return len(number.replace(".", "").lstrip("0")) <= DIGITS
