"""Days as the figures that conditions and sums compute with."""

from datetime import date
from fractions import Fraction

import pytest

from eligibility.days import day_of, months_between, read_date, read_day, write_day

LAST = date.max.toordinal()


@pytest.mark.parametrize(
    "value",
    ["", "2021-6-30", "2021-02-29", "2021-06-30 ", "20210630", "2021-W26-3", "２０２１-06-30",
     "0000-01-01", 2021, None, ["2021-06-30"]],
)  # fmt: skip
def test_what_is_no_day_of_the_calendar_is_none(value: object) -> None:
    assert read_date(value) is None
    assert read_day(value) is None


@pytest.mark.parametrize(
    ("text", "number"), [("0001-01-01", 1), ("2021-06-30", 737971), ("9999-12-31", LAST)]
)
def test_a_day_is_a_number_and_is_written_again(text: str, number: int) -> None:
    assert read_date(text) == date.fromisoformat(text)
    assert read_day(text) == Fraction(number)
    assert write_day(Fraction(number)) == text


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (-5, date.min),
        (0, date.min),
        (1, date.min),
        (2, date(1, 1, 2)),
        (LAST - 1, date(9999, 12, 30)),
        (LAST, date.max),
        (LAST + 1, date.max),
        (10**30, date.max),
    ],
)
def test_beyond_the_calendar_the_first_and_the_last_day_stand(number: int, day: date) -> None:
    assert day_of(Fraction(number)) == day


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2021-01-15", "2021-01-15", 0),
        ("2021-01-15", "2021-02-14", 0),
        ("2021-01-15", "2021-02-15", 1),
        ("2021-01-15", "2021-02-16", 1),
        ("2021-01-31", "2021-02-28", 0),
        ("2020-11-15", "2022-01-15", 14),
        ("2020-11-15", "2022-01-14", 13),
        ("2021-01-15", "2021-01-14", 0),
        ("2021-03-15", "2021-01-20", -2),
    ],
)
def test_only_full_months_count(start: str, end: str, months: int) -> None:
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == months
