"""Days as numbers, so that conditions and sums treat them as other figures.

Day 1 is 0001-01-01. A number beyond the calendar, as an unknown day is tried with, counts as the
first or the last day that there is.
"""

import re
from datetime import date
from fractions import Fraction

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_date(value: object) -> date | None:
    """Return the date of `2021-06-30`, or None for anything else, such as a week of a year."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def read_day(value: object) -> Fraction | None:
    """Return the number of the day `2021-06-30`, or None for anything else."""
    day = read_date(value)
    return None if day is None else Fraction(day.toordinal())


def day_of(number: Fraction) -> date:
    """Return the day of a number."""
    return date.fromordinal(min(max(int(number), 1), date.max.toordinal()))


def write_day(number: Fraction) -> str:
    """Write the day of a number: `2021-06-30`."""
    return day_of(number).isoformat()


def months_between(start: date, end: date) -> int:
    """Count the full months from one day to another; below nothing where it is earlier."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day) if months > 0 else months
