"""The cells of a roster: what a fact of each type may look like, and what it means.

Cells are read as the wizard reads what people type (`answers`). Empty, 无, — and N/A are unknown;
0 is 0.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from answers.dates import read_date
from answers.figures import TypedFigure, read_area, read_money, read_plain
from answers.unreadable import AmbiguousError, InputError
from clauses.messages import Both, StaffError

UNKNOWN = frozenset({"", "无", "—", "-", "–", "/", "n/a", "na", "未知", "不详", "暂无"})
"""What people write where they know nothing."""
_ANSWERS = {
    True: ("是", "有", "yes", "y", "true", "1", "√", "✓"),
    False: ("否", "没有", "no", "n", "false", "0", "×", "✗"),
}
_YES_NO = {word: answer for answer, words in _ANSWERS.items() for word in words}
_SPREADSHEET = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+")
"""9.13E+17: a spreadsheet has dropped the digits of a long number."""

_ERRORS = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)", re.IGNORECASE
)
"""What a spreadsheet shows where a formula failed, or a column is too narrow for a number."""
_TOTALS = frozenset({"合计", "小计", "总计", "共计", "累计", "total", "subtotal"})
"""What a row says that adds up others."""
_CUT_MONTH = re.compile(r"[0-9]{4}\.1")
"""2021.1: the month of which a spreadsheet may have dropped the 0."""
_QUOTES = frozenset("\"'`")
_BRACKETS_AND_SIGNS = frozenset({"Ps", "Pe", "Pi", "Pf", "Cf"})


class CellError(StaffError):
    """A cell that cannot be read: what can."""


@contextmanager
def _cell(kind: str) -> Iterator[None]:
    """Raise `CellError` for a cell of a kind in which nothing can be read."""
    try:
        yield
    except (InputError, AmbiguousError):
        raise CellError(f"cell-{kind}") from None


@lru_cache(maxsize=4096)
def look(words: str) -> str:
    """Return words as they are compared: no width, brackets, quotation marks, capitals, blanks."""
    if words.isascii() and words.isalnum():
        return words.casefold()
    plain = unicodedata.normalize("NFKC", words).casefold()
    signs = (sign for sign in plain if not sign.isspace() and sign not in _QUOTES)
    return "".join(sign for sign in signs if unicodedata.category(sign) not in _BRACKETS_AND_SIGNS)


def is_total(text: str) -> bool:
    """Whether a cell says that its row adds up others."""
    return "".join(text.split()).rstrip(":：").lower() in _TOTALS


def is_cut_month(text: str) -> bool:
    """Whether a date may be October, of which a spreadsheet has dropped the 0: 2021.1."""
    return text.endswith(".1") and _CUT_MONTH.fullmatch(text) is not None


def is_unknown(text: str) -> bool:
    """Whether a cell says that something is not known."""
    return text.strip().lower() in UNKNOWN


def is_shortened(text: str) -> bool:
    """Whether a spreadsheet has shortened a number to an exponent."""
    return _SPREADSHEET.fullmatch(text.strip()) is not None


def is_error(text: str) -> bool:
    """Whether a cell holds the error of a formula."""
    return text.startswith("#") and _ERRORS.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def day_of(text: str) -> str:
    """Return a date as YYYY-MM-DD; raises `CellError`."""
    with _cell("date"):
        return read_date(text)


def money_of(text: str, unit: str = "yuan") -> str:
    """Return an amount in yuan as a decimal text; raises `CellError`."""
    with _cell("money"):
        return _counted("money", text, read_money(text, unit))


def _counted(kind: str, text: str, figure: TypedFigure) -> str:
    """Return a figure that is not below nothing; raises `CellError`."""
    if figure.value < 0 or is_shortened(text):
        raise CellError(f"cell-{kind}")
    return str(figure)


@dataclass(frozen=True)
class Codes:
    """The codes of a fact, and how each may be written: 国家级 or 国家, national, 5 or 五星级."""

    names: Mapping[Any, Both]

    @cached_property
    def meanings(self) -> Mapping[str, Any]:
        """Each way of writing a code, as it is compared."""
        return {
            look(word): code
            for code, name in self.names.items()
            for word in (str(code), name.zh, name.zh.removesuffix("级"), name.en)
        }

    def read(self, text: str) -> Any:
        """Return the code that a cell means; raises `CellError`."""
        try:
            return self.meanings[look(text)]
        except KeyError:
            written = "、".join(name.zh for name in self.names.values())
            raise CellError("cell-code", codes=written) from None


def fact_of(kind: str, text: str, unit: str, codes: Codes) -> Any:
    """Return the value of a fact of a type as an application states it; raises `CellError`."""
    match kind:
        case "money":
            return money_of(text, unit)
        case "area":
            with _cell(kind):
                return str(read_area(text))
        case "date":
            return day_of(text)
        case "count" | "percentage" | "years" | "quantity":
            with _cell(kind):
                return _counted(kind, text, read_plain(text, kind))
        case "yes-no":
            try:
                return _YES_NO[look(text)]
            except KeyError:
                raise CellError("cell-yes-no") from None
        case _:
            return codes.read(text)
