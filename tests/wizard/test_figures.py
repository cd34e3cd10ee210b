"""Amounts, areas and dates are read exactly as people write them; other text is asked about.

`figures_at_random` compares the reader with a second reader on random figures.
"""

import re

import pytest

from answers.dates import read_date
from answers.figures import read_area, read_money, read_plain
from answers.unreadable import InputError
from tests.wizard.figures_at_random import in_characters, misread, read
from wizard.page.form import words

MONEY = [
    # the text, its value in a field in 万元, its value in a field in RMB million
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
    ("1200w", "12000000", "12000000"),
    ("1.2億", "120000000", "120000000"),
    ("1200萬圓", "12000000", "12000000"),
    ("1.2亿元人民币", "120000000", "120000000"),
    ("RMB 12 mil", "12000000", "12000000"),
    ("一千二", "12000000", "1200000000"),
    ("两百五", "2500000", "250000000"),
    ("三千", "30000000", "3000000000"),
    ("3千", "30000000", "3000000000"),
    ("一千二万", "12000000", "12000000"),
    ("三万五", "35000", "35000"),
    ("一亿二", "120000000", "120000000"),
    ("13万2", "132000", "132000"),
    ("13万2000", "132000", "132000"),
    ("一百九十万零三千", "1903000", "1903000"),
    ("一点二亿", "120000000", "120000000"),
    ("1.2个亿", "120000000", "120000000"),
    ("一二〇〇万", "12000000", "12000000"),
    ("一万二千亿", "1200000000000", "1200000000000"),
    ("1.2万亿元", "1200000000000", "1200000000000"),
    ("廿五万", "250000", "250000"),
    ("卅万", "300000", "300000"),
    ("壹佰贰拾叁万肆仟元玖角整", "1234000.9", "1234000.9"),
    ("玖仟万圆整", "90000000", "90000000"),
    ("⼆千万", "20000000", "20000000"),
    ("1234元5角", "1234.5", "1234.5"),
    ("壹佰元零伍分", "100.05", "100.05"),
    ("三块五", "3.5", "3.5"),
    ("12百万", "12000000", "12000000"),
    ("3千5百万", "35000000", "35000000"),
    ("350千元", "350000", "350000"),
    ("RMB￥1,234,567.00", "1234567", "1234567"),
    ("人民币￥1200万元", "12000000", "12000000"),
    ("人民币：120万", "1200000", "1200000"),
    ("120万人民币", "1200000", "1200000"),
    ("RMB12m.", "12000000", "12000000"),
    ("120万元。", "1200000", "1200000"),
    ("\u200b1200", "12000000", "1200000000"),
    ("\u202d1200\u202c", "12000000", "1200000000"),
    ("\ufeff1,200\n", "12000000", "1200000000"),
    ("1\u00a0200", "12000000", "1200000000"),
    ("1 200 000 元", "1200000", "1200000"),
    ("1200　万元", "12000000", "12000000"),
    ("１，２００．５０元", "1200.5", "1200.5"),
    ("-3", "-30000", "-3000000"),
    ("负三万", "-30000", "-30000"),
    ("99999999999999999999亿", "99999999999999999999" + "0" * 8, "99999999999999999999" + "0" * 8),
]


@pytest.mark.parametrize(("text", "wan", "million"), MONEY)
def test_money_is_read_exactly_in_yuan(text: str, wan: str, million: str) -> None:
    assert (str(read_money(text, "wan")), str(read_money(text, "million"))) == (wan, million)


ASKED = {
    "unreadable-figure": [
        "1e5", "--3", "千万", "百万", "١٢", "NaN", "三四千万", "2000万1亿", "300万20亿", "①", "10²",
        "1½",
        "⒈5", "\u202e0021", "007", "一千零", "万", "十百", "亿万", "12mm", "twelve",
    ],
    "several-figures": [
        "12\n34", "1200\t3400", "120\n350", "120\r\n350", "12 | 34", "12 34", "1 2 0 0 万",
        "120  350",
        "120　350", "1亿 2000万", "1200元 300元", "一 千 二", "98 ,513", "1. 28", "1200 300",
    ],
    "inexact-figure": [
        "1-2亿", "10~20万", "10至20万", "大概三四千万", "约20万", "20多万", "20万以上", "50%",
        "=1200+3",
        "1200+300", "(1,200)", "<5", "12 to 15 million",
    ],
    "separators-in-figure": [
        "1,2", "1,2000", "1.234.567,89", "12.3.4", "0,500", "1,200,", "12,34,567", "1、200", "1。5",
        "1'200",
    ],
    "ambiguous-figure": [
        "1亿2000", "一亿二千", "一亿二千元", "13万2元", "13万25", "100万5", "一千二元", "1亿20",
    ],
    "foreign-currency": ["USD 12 million", "$12m", "12万欧元"],
    "figure-too-long": ["9" * 61, "9" * 55 + "亿"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12", "count", "12"),
        ("十二人", "count", "12"),
        ("1,200", "count", "1200"),
        ("23.5%", "percentage", "0.235"),
        ("２３．５％", "percentage", "0.235"),
        ("23.5", "percentage", "0.235"),
        ("3年", "years", "3"),
        ("0.5", "years", "0.5"),
    ],
)
def test_counts_percentages_and_years_are_read(text: str, kind: str, value: str) -> None:
    assert str(read_plain(text, kind)) == value


@pytest.mark.parametrize(("text", "kind"), [("12%", "count"), ("许多", "count"), ("3元", "years")])
def test_what_is_none_is_not_guessed(text: str, kind: str) -> None:
    with pytest.raises(InputError):
        read_plain(text, kind)


@pytest.mark.parametrize(
    ("text", "code"), [(text, code) for code, texts in ASKED.items() for text in texts]
)
def test_what_is_no_amount_is_not_guessed(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_money(text, "wan")
    assert caught.value.code == code


def test_a_question_names_both_figures_and_what_was_typed() -> None:
    with pytest.raises(InputError) as caught:
        read_money("\u200b一亿二千", "wan")
    assert caught.value.params == {"text": "一亿二千", "one": "120,000,000", "other": "100,002,000"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_question_has_words_that_show_what_was_seen(language: str) -> None:
    own = words(language)
    for code, (text, *_) in ASKED.items():
        with pytest.raises(InputError) as caught:
            read_money(text, "wan")
        assert set(re.findall(r"\{(\w+)\}", own[code])) == set(caught.value.params)


@pytest.mark.no_cover
def test_every_numeral_is_read_in_full_and_as_a_sum_on_a_cheque_is_written() -> None:
    capital = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
    for n in [
        *range(1, 20_000, 7),
        *range(10_000, 10**8, 49_937),
        *range(10**8, 10**13, 9_876_543_211),
    ]:
        text = in_characters(n)
        assert read(f"{text}元", "wan") == n, text
        assert read(f"人民币{text.translate(capital)}元整", "wan") == n, text


@pytest.mark.no_cover
def test_no_figure_made_at_random_is_misread() -> None:
    wrong, tally = misread(3000, seed=20)
    assert not wrong
    assert min(tally["read"], tally["asked"]) > 900


@pytest.mark.parametrize(
    ("text", "square_metres"),
    [("50000", "50000"), ("三千平方米", "3000"), ("3 m²", "3"), ("3 平方公里", "3000000"),
     ("1,000 sq m", "1000"), ("5000㎡。", "5000"), ("5万平方米", "50000"), ("1,000 m²", "1000"),
     ("2.5公顷", "25000"),
     ("3 ha", "30000"), ("3㎡", "3")],
)  # fmt: skip
def test_areas_are_read_in_square_metres(text: str, square_metres: str) -> None:
    assert str(read_area(text)) == square_metres


@pytest.mark.parametrize("text", ["1200 3400", "50-60", "三万五平方米", "5000²", "12万元"])
def test_what_is_no_area_is_asked(text: str) -> None:
    with pytest.raises(InputError):
        read_area(text)


def test_an_area_in_mu_is_no_whole_number_and_is_asked_again() -> None:
    with pytest.raises(InputError) as caught:
        read_area("30亩")
    assert caught.value.code == "area-in-mu"


@pytest.mark.parametrize(
    "text",
    ["2021-06-30", "2021年6月30日", "2021/6/30", "2021.6.30", "20210630", "２０２１－０６－３０",
     "30 June 2021", "June 30, 2021", "30-Jun-2021", "2021 年 6 月 30 日", "2021 - 06 - 30",
     "2021-06-30 00:00:00", "2021/6/30 0:00", "二〇二一年六月三十日", "二零二一年六月卅日",
     "2021-06-30。",
     "\u202d2021-06-30\u202c", "2021年6月30号"],
)  # fmt: skip
def test_dates_are_read_in_many_forms(text: str) -> None:
    assert read_date(text) == "2021-06-30"


@pytest.mark.parametrize(
    ("text", "day"),
    [("2021", "2021-12-31"), ("２０２１年", "2021-12-31"), ("2021年6月", "2021-06-30"),
     ("2020-2", "2020-02-29"), ("2022/12", "2022-12-31"), ("2021年底", "2021-12-31"),
     ("2021年2月末", "2021-02-28"), ("June 2021", "2021-06-30"), ("二〇二一年", "2021-12-31"),
     ("2021年度", "2021-12-31"), ("2021会计年度", "2021-12-31"), ("FY2021", "2021-12-31")],
)  # fmt: skip
def test_a_year_or_a_month_is_its_last_day(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [("2021-13", "no-such-day"), ("0000", "no-such-day"), ("2021-02-30", "no-such-day"),
     ("30/06/21", "unreadable-date"), ("去年", "unreadable-date"), ("3/4/2021", "unreadable-date"),
     ("44377", "unreadable-date"), ("202106", "unreadable-date"), ("21.6.30", "unreadable-date"),
     ("2021-06-3 0", "unreadable-date"), ("20 21", "unreadable-date"),
     ("2021\n06", "unreadable-date"),
     ("6月30日", "unreadable-date"), ("2021-06-30 至 2022-06-30", "unreadable-date"),
     ("Junk 30, 2021", "unreadable-date")],
)  # fmt: skip
def test_what_is_no_date_is_asked_again(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_date(text)
    assert caught.value.code == code
