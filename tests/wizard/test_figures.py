"""Amounts, areas and dates are read as people write them, exactly; the rest is refused."""

import pytest
from answers.dates import read_date
from answers.figures import read_area, read_money
from answers.unreadable import Unreadable

MONEY = [
    # written, in a field that counts in 万元, in a field that counts in RMB million
    ("1.2亿", "120000000", "120000000"),
    ("1.2亿元", "120000000", "120000000"),
    ("１２００万", "12000000", "12000000"),
    ("1,200", "12000000", "1200000000"),
    ("1，200", "12000000", "1200000000"),
    ("1200", "12000000", "1200000000"),
    ("0.5", "5000", "500000"),
    ("0", "0", "0"),
    ("12.345678", "123456.78", "12345678"),
    ("RMB 12 million", "12000000", "12000000"),
    ("CNY 1.5bn", "1500000000", "1500000000"),
    ("12m", "12000000", "12000000"),
    ("100 thousand", "100000", "100000"),
    ("500 wan", "5000000", "5000000"),
    ("¥1,200,000", "1200000", "1200000"),
    ("￥350000", "350000", "350000"),
    ("人民币350,000元整", "350000", "350000"),
    ("123456.78元", "123456.78", "123456.78"),
    ("350,000 yuan", "350000", "350000"),
    ("1亿2000万", "120000000", "120000000"),
    ("1亿2000元", "100002000", "100002000"),
    ("五千万元", "50000000", "50000000"),
    ("两亿", "200000000", "200000000"),
    ("十二万", "120000", "120000"),
    ("二千三百万", "23000000", "23000000"),
    ("3千万", "30000000", "30000000"),
    ("1 2 0 0 万", "12000000", "12000000"),
    ("1200w", "12000000", "12000000"),
    ("1.2億", "120000000", "120000000"),
    ("1200萬圓", "12000000", "12000000"),
    ("1.2亿元人民币", "120000000", "120000000"),
    ("RMB 12 mil", "12000000", "12000000"),
    ("-3", "-30000", "-3000000"),
    ("负三万", "-30000", "-30000"),
    ("99999999999999999999亿", "99999999999999999999" + "0" * 8, "99999999999999999999" + "0" * 8),
]


@pytest.mark.parametrize(("text", "wan", "million"), MONEY)
def test_money_is_read_exactly_in_yuan(text: str, wan: str, million: str) -> None:
    assert (str(read_money(text, "wan")), str(read_money(text, "million"))) == (wan, million)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("--3", "unreadable-figure"),
        ("1-2亿", "unreadable-figure"),
        ("1,2", "unreadable-figure"),
        ("1,2000", "unreadable-figure"),
        ("1e5", "unreadable-figure"),
        ("50%", "unreadable-figure"),
        ("大概三四千万", "unreadable-figure"),
        ("1亿2000", "unreadable-figure"),
        ("2000万1亿", "unreadable-figure"),
        ("12.3.4", "unreadable-figure"),
        ("千万", "unreadable-figure"),
        ("١٢", "unreadable-figure"),
        ("NaN", "unreadable-figure"),
        ("USD 12 million", "foreign-currency"),
        ("$12m", "foreign-currency"),
        ("12万欧元", "foreign-currency"),
        ("9" * 61, "figure-too-long"),
        ("9" * 55 + "亿", "figure-too-long"),
    ],
)
def test_what_is_no_amount_is_not_guessed(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_money(text, "wan")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "square_metres"),
    [("50000", "50000"), ("5万平方米", "50000"), ("1,000 m²", "1000"), ("2.5公顷", "25000"),
     ("3 ha", "30000"), ("3㎡", "3")],
)  # fmt: skip
def test_areas_are_read_in_square_metres(text: str, square_metres: str) -> None:
    assert str(read_area(text)) == square_metres


def test_an_area_in_mu_is_no_whole_number_and_is_asked_again() -> None:
    with pytest.raises(Unreadable) as caught:
        read_area("30亩")
    assert caught.value.code == "area-in-mu"


@pytest.mark.parametrize(
    "text",
    ["2021-06-30", "2021年6月30日", "2021/6/30", "2021.6.30", "20210630", "２０２１－０６－３０",
     "30 June 2021", "June 30, 2021"],
)  # fmt: skip
def test_dates_are_read_in_many_forms(text: str) -> None:
    assert read_date(text) == "2021-06-30"


@pytest.mark.parametrize(
    ("text", "day"),
    [("2021", "2021-12-31"), ("２０２１年", "2021-12-31"), ("2021年6月", "2021-06-30"),
     ("2020-2", "2020-02-29"), ("2022/12", "2022-12-31")],
)  # fmt: skip
def test_a_year_or_a_month_is_its_last_day(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [("2021-13", "no-such-day"), ("0000", "no-such-day"), ("2021-02-30", "no-such-day"),
     ("30/06/21", "unreadable-date"), ("去年", "unreadable-date")],
)  # fmt: skip
def test_what_is_no_date_is_asked_again(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_date(text)
    assert caught.value.code == code
