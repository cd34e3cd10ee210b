"""Reads dates as people write them: 2021-06-30, 2021年6月30日, 2021/6/30, 30 June 2021."""

import re
import unicodedata
from datetime import date

from answers.unreadable import Unreadable

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FORMS = (
    re.compile(r"(?P<y>\d{4})[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})[日号]?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<d>\d{1,2})(?P<name>[a-z]{3})[a-z]*,?(?P<y>\d{4})"),
    re.compile(r"(?P<name>[a-z]{3})[a-z]*(?P<d>\d{1,2}),(?P<y>\d{4})"),
)
_PART_OF_A_DATE = re.compile(r"\d{4}年?|\d{4}[-./年]\d{1,2}月?")


def read_date(text: str) -> str:
    """Return the date as YYYY-MM-DD. Raises `Unreadable`."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text[:60])).lower()
    if _PART_OF_A_DATE.fullmatch(plain):
        raise Unreadable("part-of-a-date")
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
