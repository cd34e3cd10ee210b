"""Reads dates as people write them: 2021-06-30, 2021年6月30日, 2021/6/30, 30 June 2021.

Whoever knows only the year or the month may write just that: it counts as its last day, which the
page says at once. For an accounting year any day of it does.
"""

import re
import unicodedata
from contextlib import suppress
from datetime import date

from answers.unreadable import Unreadable

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FORMS = (
    re.compile(r"(?P<y>\d{4})[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})[日号]?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<d>\d{1,2})(?P<name>[a-z]{3})[a-z]*,?(?P<y>\d{4})"),
    re.compile(r"(?P<name>[a-z]{3})[a-z]*(?P<d>\d{1,2}),(?P<y>\d{4})"),
)
_YEAR = re.compile(r"(?P<y>\d{4})年?")
_MONTH = re.compile(r"(?P<y>\d{4})[-./年](?P<m>\d{1,2})月?")


def read_date(text: str) -> str:
    """Return the date as YYYY-MM-DD. Raises `Unreadable`."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text[:60])).lower()
    if match := _YEAR.fullmatch(plain):
        return _last_day(int(match["y"]), 12)
    if match := _MONTH.fullmatch(plain):
        return _last_day(int(match["y"]), int(match["m"]))
    for form in _FORMS:
        if match := form.fullmatch(plain):
            return _day(match.groupdict())
    raise Unreadable("unreadable-date")


def _day(parts: dict[str, str]) -> str:
    name = parts.get("name")
    if name is not None and name not in _MONTHS:
        raise Unreadable("unreadable-date")
    month = _MONTHS.index(name) + 1 if name is not None else int(parts["m"])
    try:
        return date(int(parts["y"]), month, int(parts["d"])).isoformat()
    except ValueError:
        raise Unreadable("no-such-day") from None


def _last_day(year: int, month: int) -> str:
    for day in (31, 30, 29, 28):  # `calendar` would cost each start 20 KB
        with suppress(ValueError):
            return date(year, month, day).isoformat()
    raise Unreadable("no-such-day")
