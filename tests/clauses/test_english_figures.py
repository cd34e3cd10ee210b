"""A figure in an English sentence has the same value in every style."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.check.translation_chinese import read_chinese_figures
from clauses.check.translation_figures import english_style
from clauses.english_figures import read_english_figures

SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def read(text: str) -> tuple[str, Decimal, str]:
    (figure,) = read_english_figures(text)
    return figure.measure, figure.value, figure.meaning


@pytest.mark.parametrize(
    ("words", "measure", "value", "meaning"),
    [
        ("a subsidy of RMB 30 million", "money", "30000000", "exact"),
        ("RMB 3.9 billion of special funds", "money", "3900000000", "exact"),
        ("the 100-billion-yuan level", "money", "100000000000", "exact"),
        ("trillion-yuan clusters", "money", "1000000000000", "exact"),
        ("capped at RMB 30 million", "money", "30000000", "at-most"),
        ("a reward of up to RMB 500,000", "money", "500000", "at-most"),
        ("rewards do not exceed RMB 500,000", "money", "500000", "at-most"),
        ("not more than 30% of their income", "share", "0.3", "at-most"),
        ("a reward not higher than 50%", "share", "0.5", "at-most"),
        ("20% at most", "share", "0.2", "at-most"),
        ("exceeds 6%", "share", "0.06", "more-than"),
        ("for the part over and above 6%", "share", "0.06", "more-than"),
        ("revenue of more than RMB 2 million", "money", "2000000", "more-than"),
        ("reaches in one year RMB 5 billion", "money", "5000000000", "at-least"),
        ("growth of 10% or more", "share", "0.1", "at-least"),
        ("RMB 2 million or more (inclusive)", "money", "2000000", "at-least"),
        ("whether RMB 2 million is reached", "money", "2000000", "at-least"),
        ("not less than 70% of the standard", "share", "0.7", "at-least"),
        ("a multiple of 5 times or more", "number", "5", "at-least"),
        ("100 or more employees", "number", "100", "at-least"),
        ("100 employees or more", "number", "100", "at-least"),
        ("not fewer than 100 employees", "number", "100", "at-least"),
        ("fewer than 100 employees", "number", "100", "less-than"),
        ("100 employees or fewer", "number", "100", "at-most"),
        ("revenue below RMB 2 million", "money", "2000000", "less-than"),
        ("5 percentage points above the average", "number", "5", "more-than"),
        ("in operation for 3 full years", "number", "3", "at-least"),
        ("a full 12 months", "number", "12", "at-least"),
        ("for each full RMB 1 million", "money", "1000000", "exact"),
        ("per full RMB 1 million", "money", "1000000", "exact"),
        ("investment not reaching RMB 2 million", "money", "2000000", "less-than"),
        ("paid over two years", "number", "2", "exact"),
        ("a three-year plan", "number", "3", "exact"),
        ("half of it", "number", "0.5", "exact"),
        ("both of them", "number", "2", "exact"),
        ("the first batch", "number", "1", "exact"),
        ("such as 5G", "number", "5", "exact"),
        ("see reading A40", "number", "40", "exact"),
        ("IV. Focus on quality", "number", "4", "exact"),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_value_and_meaning(
    words: str, measure: str, value: str, meaning: str
) -> None:
    assert read(words) == (measure, Decimal(value), meaning)


@pytest.mark.parametrize(
    "text", ["one of them", "someone often tensely weighted", "a millionaire", "may be asked", ""]
)
def test_other_words_hold_no_figure(text: str) -> None:
    assert read_english_figures(text) == []


def test_a_date_is_three_numbers() -> None:
    values = [int(figure.value) for figure in read_english_figures("on 16 March 2020")]
    assert values == [16, 3, 2020]


def test_a_ratio_in_words_is_two_numbers() -> None:
    assert [f.value for f in read_english_figures("shown one to one")] == [1, 1]


def test_the_figures_of_a_list_share_the_word_before_it() -> None:
    figures = read_english_figures("up to RMB 2 million, RMB 1 million and RMB 500,000 a year")
    assert [(int(f.value), f.meaning) for f in figures] == [
        (2_000_000, "at-most"), (1_000_000, "at-most"), (500_000, "at-most"),
    ]  # fmt: skip


def test_a_share_after_a_ceiling_of_money_is_exact() -> None:
    figures = read_english_figures("capped at RMB 30 million, and 30% and 70% are paid")
    assert [f.meaning for f in figures] == ["at-most", "exact", "exact"]


@given(thousands=st.integers(min_value=1, max_value=10**9))
def test_money_has_one_value_in_every_style(thousands: int) -> None:
    yuan = Decimal(thousands) * 1000
    millions = f"{yuan / 1_000_000:f}"
    styles = [
        f"RMB {yuan:,f}",
        f"RMB {yuan:f}",
        f"¥{yuan:,f}",
        f"RMB {millions} million",
        f"CNY {millions} million",
        f"{millions} million yuan",
        f"{millions}-million-yuan",
        f"RMB {yuan / 1_000_000_000:f} billion",
    ]
    for style in styles:
        assert read(f"It gives a subsidy of {style} for each.") == ("money", yuan, "exact"), style


@given(hundredths=st.integers(min_value=1, max_value=100_00))
def test_a_share_has_one_value_in_every_style(hundredths: int) -> None:
    number = f"{Decimal(hundredths) / 100:f}"
    for style in (f"{number}%", f"{number} %", f"{number} per cent", f"{number} percent"):
        assert read(f"not more than {style} of it") == (
            "share", Decimal(hundredths) / 10_000, "at-most",
        ), style  # fmt: skip


@given(number=st.integers(min_value=2, max_value=99))
def test_a_multiple_has_one_value_in_digits_and_letters(number: int) -> None:
    tens, units = divmod(number, 10)
    letters = (
        SMALL[number - 2]
        if number < 20
        else TENS[tens - 2] + (f"-{['one', *SMALL][units - 1]}" if units else "")
    )
    for style in (f"{number} times", f"{letters} times", f"{letters.capitalize()} years",
                  f"{letters}fold", f"{number}-fold"):  # fmt: skip
        assert read(style)[:2] == ("number", number), style


@given(amount=st.decimals("0.01", "99999", places=2), unit=st.sampled_from(["万元", "亿元", "万"]))
def test_the_english_that_is_proposed_for_a_chinese_sum_has_its_value(
    amount: Decimal, unit: str
) -> None:
    (chinese,) = read_chinese_figures(f"给予最高{amount:f}{unit}奖励")
    written = english_style(chinese)
    assert read(f"a reward of up to {written}") == ("money", chinese.value, "at-most"), written
    assert chinese.value == amount * (10**8 if unit == "亿元" else 10**4)
