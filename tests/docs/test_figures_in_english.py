"""Figures of the report on two texts, written in English for its tables."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.revision.values import day_text
from docs.site.figures_in_english import figure_in_english


@pytest.mark.parametrize(
    ("said", "value", "english"),
    [
        ("2021年1月1日", "2021-01-01", "1 January 2021"),
        ("至2026年12月31日止", "2026-12-31", "31 December 2026"),
        ("2021年6月", "2021-06", "June 2021"),
        ("2021年底", "2021", "2021"),
        ("每年6月30日前", "--06-30", "30 June"),
        ("6月底", "--06", "June"),
        ("有效期至2026年12月31日", "2021-01-01–2026-12-31", "1 January 2021 to 31 December 2026"),
        ("2021-01-01–None", "2021-01-01–None", "2021-01-01–None"),
        ("三年", "3", "3 years"),
        ("1年", "1", "1 year"),
        ("6个月", "6", "6 months"),
        ("最高2020万元", "20200000", "at most RMB 20.2 million"),
        ("2021万元", "20210000", "RMB 20.21 million"),
        ("2020元", "2020", "RMB 2,020"),
        ("不超过20%", "0.2", "at most 20%"),
        ("八成", "0.8", "80%"),
        ("2021个", "2021", "2021"),
    ],
)
def test_a_figure_is_written_in_english(said: str, value: str, english: str) -> None:
    assert figure_in_english(said, value) == english


@given(st.integers(0, 9999), st.integers(0, 12), st.integers(0, 28))
def test_every_day_of_a_report_can_be_written(year: int, month: int, day: int) -> None:
    value = day_text(Fraction(year * 10_000 + month * 100 + (day if month else 0)))
    assert value is not None
    written = figure_in_english(f"{year}年", value)
    assert written or not (year or month)


@given(st.text(), st.text(min_size=1))
def test_no_words_and_no_value_break_a_page(said: str, value: str) -> None:
    written = figure_in_english(said, value)
    assert isinstance(written, str)
