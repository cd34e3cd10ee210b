"""Numbers are read exactly or not at all, and truncated, never rounded up."""

from fractions import Fraction

import pytest

from eligibility.money import (
    ceil_to_fen,
    floor_to_fen,
    read_number,
    write,
    write_exact,
    write_share,
)
from eligibility.stages import split


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("123456.78", "123456.78"),
        ("007", "7"),
        ("0.005", "0.005"),
        (12, "12"),
        (0, "0"),
        ("9" * 60, "9" * 60),
        (10**60 - 1, "9" * 60),
        ("1." + "0" * 57 + "1", "1." + "0" * 57 + "1"),
    ],
)
def test_numbers_that_are_read(text: object, number: str) -> None:
    assert read_number(text) == Fraction(number)


@pytest.mark.parametrize(
    "text",
    ["", "-1", "+1", "1e3", "1,000", "１２", "٣", ".5", "5.", "1 ", "0x1", "NaN", "1\n", "9" * 61,
     1.0, True, False, None, -1, 10**60, 10**61, [], {}],
)  # fmt: skip
def test_what_is_no_number(text: object) -> None:
    assert read_number(text) is None


def test_an_amount_is_cut_and_what_was_received_is_not_cut_short() -> None:
    assert floor_to_fen(Fraction("98765.429")) == 9876542
    assert ceil_to_fen(Fraction("98765.421")) == 9876543
    assert ceil_to_fen(Fraction("98765.42")) == 9876542


@pytest.mark.parametrize(
    ("fen", "yuan"),
    [
        (0, "0"),
        (100, "1"),
        (50, "0.50"),
        (101, "1.01"),
        (-1, "-0.01"),
        (-3, "-0.03"),
        (-250, "-2.50"),
        (-100, "-1"),
    ],
)
def test_no_decimals_when_whole_else_two(fen: int, yuan: str) -> None:
    assert write(fen) == yuan


@pytest.mark.parametrize(
    "text",
    ["0", "0.06", "123456.789", "5000000000.01", "0.0000001", "-0.06", "-0.1", "-12.5", "-3"],
)
def test_a_quantity_is_written_with_all_its_decimals(text: str) -> None:
    assert write_exact(Fraction(text)) == text


@pytest.mark.parametrize("text", ["0.5", "1", "1/3", "5/6", "0.125"])
def test_a_share_is_written_exactly(text: str) -> None:
    assert write_share(Fraction(text)) == text


def test_the_last_stage_takes_the_rest() -> None:
    assert split(2999999999, [Fraction("0.3"), Fraction("0.7")]) == [899999999, 2100000000]
    assert split(1, [Fraction(1, 2), Fraction(1, 2)]) == [0, 1]
    assert split(5, []) == []
    assert split(103, [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)]) == [51, 25, 27]
