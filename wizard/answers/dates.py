"""Reads dates as people write them: 2021-06-30, 2021年6月30日, 二〇二一年六月, 30 June 2021.

A year or a month alone counts as its last day, and the page says so at once. For an accounting
year, any day of it is enough. The form asks about a date whose day and month could be swapped
(3/4/2021), a year of two digits and the day number of a spreadsheet.
"""

import re
from contextlib import suppress
from datetime import date

from answers.numerals import DIGITS, NumeralError, numeral
from answers.typed import plain, seen
from answers.unreadable import AmbiguousError, InputError

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONG = ("january february march april may june july august september october november december "
         "sept").split()  # fmt: skip
_NAME = f"(?P<name>{'|'.join([*_LONG, *_MONTHS])})\\.?"
_TIME = r"(?:[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
"""The time, usually midnight, that spreadsheets and databases add to a date."""
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?P<y>\d{{4}}) ?[-./] ?(?P<m>\d{{1,2}}) ?[-./] ?(?P<d>\d{{1,2}}){_TIME}",
        rf"(?P<y>\d{{4}}) ?年 ?(?P<m>\d{{1,2}}) ?月 ?(?P<d>\d{{1,2}}) ?[日号]?{_TIME}",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        rf"(?P<d>\d{{1,2}})[- ]?{_NAME},?[- ]?(?P<y>\d{{4}})",
        rf"{_NAME} ?(?P<d>\d{{1,2}}),? ?(?P<y>\d{{4}})",
    )
)
_YEAR = re.compile(r"(?:fy ?)?(?P<y>\d{4})(?: ?(?:年(?:度|底|末)?|财年|会计年度))?", re.ASCII)
_MONTH = re.compile(
    r"(?P<y>\d{4}) ?(?:[-./] ?(?P<m>\d{1,2})|年 ?(?P<n>\d{1,2}) ?(?:月(?:份|底|末)?)?)",
    re.ASCII,
)
_NAMED_MONTH = re.compile(rf"{_NAME},? ?(?P<y>\d{{4}})", re.ASCII)
_CHINESE = f"[{''.join(DIGITS)}十廿卅]+"


def read_date(text: str) -> str:
    """Return the date as YYYY-MM-DD. Raises `InputError`."""
    try:
        written = re.sub("[.。;；]$", "", plain(text).replace("\u3000", " "))
    except InputError:
        raise InputError("unreadable-date", text=seen(text)) from None
    written = _in_digits(written)
    if match := _YEAR.fullmatch(written):
        return _last_day(int(match["y"]), 12)
    if match := _MONTH.fullmatch(written):
        return _last_day(int(match["y"]), int(match["m"] or match["n"]))
    if match := _NAMED_MONTH.fullmatch(written):
        return _last_day(int(match["y"]), _month(match["name"]))
    for form in _FORMS:
        if match := form.fullmatch(written):
            return _day(match.groupdict())
    raise InputError("unreadable-date", text=seen(text))


def _in_digits(text: str) -> str:
    """Replace the Chinese numerals of a date with digits: 二〇二一年六月三十日."""

    def digits(match: re.Match[str]) -> str:
        signs = match[0]
        if all(sign in DIGITS for sign in signs):
            return "".join(str(DIGITS[sign]) for sign in signs)
        try:
            return str(numeral(signs, named=True)[0])
        except (NumeralError, AmbiguousError):
            return signs

    return re.sub(f"{_CHINESE}(?=[年月日号]|$)", digits, text)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


def _day(parts: dict[str, str]) -> str:
    month = _month(parts["name"]) if parts.get("name") else int(parts["m"])
    try:
        return date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        raise InputError("no-such-day") from None


def _last_day(year: int, month: int) -> str:
    for day in (31, 30, 29, 28):  # importing `calendar` would add 20 KB to each start
        with suppress(ValueError):
            return date(year, month, day).isoformat()
    raise InputError("no-such-day")
