"""Days as numbers, so that conditions and sums treat them as other figures.

Day 1 is 0001-01-01. A number beyond the calendar, as an unknown day is tried with, counts as the
first or the last day that there is.
"""

from datetime import date
from fractions import Fraction


def read_day(value: object) -> Fraction | None:
    """Return the number of the day `2021-06-30`, or None for anything else."""
    if not isinstance(value, str) or len(value) != 10 or not value.isascii():
        return None
    try:
        return Fraction(date.fromisoformat(value).toordinal())
    except ValueError:
        return None


def day_of(number: Fraction) -> date:
    """Return the day of a number."""
    return date.fromordinal(min(max(int(number), 1), date.max.toordinal()))


def write_day(number: Fraction) -> str:
    """Write the day of a number: `2021-06-30`."""
    return day_of(number).isoformat()


def months_between(start: date, end: date) -> int:
    """Count the full months from one day to another; below nothing where it is earlier."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day) if months > 0 else min(months, 0)
