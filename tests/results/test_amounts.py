"""Sums are written exactly, in the units that each language uses."""

import pytest

import amounts

TABLE = [
    # yuan, Chinese, English
    ("0", "0元", "RMB 0"),
    ("0.00", "0元", "RMB 0"),
    ("0.50", "0.50元", "RMB 0.50"),
    ("0.5", "0.50元", "RMB 0.50"),
    ("0.125", "0.125元", "RMB 0.125"),
    ("1", "1元", "RMB 1"),
    ("384", "384元", "RMB 384"),
    ("9999", "9,999元", "RMB 9,999"),
    ("9999.99", "9,999.99元", "RMB 9,999.99"),
    ("10000", "1万元", "RMB 10,000"),
    ("12345", "1.2345万元", "RMB 12,345"),
    ("98765.42", "98,765.42元", "RMB 98,765.42"),
    ("150000", "15万元", "RMB 150,000"),
    ("999999", "99.9999万元", "RMB 999,999"),
    ("1000000", "100万元", "RMB 1 million"),
    ("1000000.00", "100万元", "RMB 1 million"),
    ("1250000", "125万元", "RMB 1.25 million"),
    ("3000001", "300.0001万元", "RMB 3,000,001"),
    ("4999999.80", "4,999,999.80元", "RMB 4,999,999.80"),
    ("16666667", "1,666.6667万元", "RMB 16,666,667"),
    ("30000000", "3,000万元", "RMB 30 million"),
    ("100000000", "1亿元", "RMB 100 million"),
    ("120000000", "1.2亿元", "RMB 120 million"),
    ("123450000", "1.2345亿元", "RMB 123.45 million"),
    ("3900000000", "39亿元", "RMB 3.9 billion"),
    ("5000000000", "50亿元", "RMB 5 billion"),
    ("5000000001", "5,000,000,001元", "RMB 5,000,000,001"),
    ("5000010000", "50.0001亿元", "RMB 5,000.01 million"),
    ("123456789012345678901234567890", "123,456,789,012,345,678,901,234,567,890元",
     "RMB 123,456,789,012,345,678,901,234,567,890"),
]  # fmt: skip


@pytest.mark.parametrize(("yuan", "zh", "en"), TABLE)
def test_a_sum_is_written_exactly_in_both_languages(yuan: str, zh: str, en: str) -> None:
    assert amounts.money(yuan, "zh") == zh
    assert amounts.money(yuan, "en") == en


@pytest.mark.parametrize(
    ("yuan", "zh", "en"),
    [
        ("80", "80元", "RMB 80"),
        ("9999", "9,999元", "RMB 9,999"),
        ("30000000", "3000万元", "RMB 30 million"),
        ("16667000", "1666.7万元", "RMB 16.667 million"),
        ("500000000000", "5000亿元", "RMB 500 billion"),
        ("5000000001", "50.00000001亿元", "RMB 5.000000001 billion"),
    ],
)
def test_a_sum_of_the_policy_is_written_as_its_text_writes_it(yuan: str, zh: str, en: str) -> None:
    assert amounts.money(yuan, "zh", as_in_text=True) == zh
    assert amounts.money(yuan, "en", as_in_text=True) == en


def test_a_sum_is_written_digit_by_digit_without_a_unit() -> None:
    assert amounts.digits("30000000") == "30,000,000"
    assert amounts.digits("98765.5") == "98,765.50"


@pytest.mark.parametrize(
    ("fraction", "words"),
    [("0.2", "20%"), ("0.05", "5%"), ("1", "100%"), ("0.065", "6.5%"), ("1/3", "1/3")],
)
def test_a_share_is_a_percentage(fraction: str, words: str) -> None:
    assert amounts.share(fraction) == words


def test_an_area_has_its_unit() -> None:
    assert amounts.area("50000", "zh") == "50,000平方米"
    assert amounts.area("50000.50", "en") == "50,000.5 m²"


def test_a_date_is_written_out() -> None:
    assert amounts.day("2021-07-01", "zh") == "2021年7月1日"
    assert amounts.day("2021-07-01", "en") == "1 July 2021"


@pytest.mark.parametrize("found", ["2021", "2021-13-01", "x-y-z", "²-1-1"])
def test_what_is_no_date_stays_as_it_was_typed(found: str) -> None:
    assert amounts.day(found, "zh") == found


def test_sums_are_added_to_the_last_fen() -> None:
    assert amounts.add(["4999999.80", "5000000", "0.01"]) == "9999999.81"
    assert amounts.add(["1" + "0" * 40, "0.01"]) == "1" + "0" * 40 + ".01"
    assert amounts.add([]) == "0"
