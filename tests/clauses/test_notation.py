"""Each way in which the policy writes a figure, and what it means."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.notation import read_figure


@pytest.mark.parametrize(
    ("words", "measure", "value", "meaning", "per_unit"),
    [
        ("3000万元", "money", "30000000", "exact", False),
        ("最高3000万元", "money", "30000000", "at-most", False),
        ("最高1亿元", "money", "100000000", "at-most", False),
        ("不超过500万元", "money", "5000000", "at-most", False),
        ("最高不超过500万元", "money", "5000000", "at-most", False),
        ("50万元/个", "money", "500000", "exact", True),
        ("最高500万", "money", "5000000", "at-most", False),
        ("1.5亿元", "money", "150000000", "exact", False),
        ("800元", "money", "800", "exact", False),
        ("超过200万元", "money", "2000000", "more-than", False),
        ("达到10亿元", "money", "1000000000", "at-least", False),
        ("200万元以上", "money", "2000000", "at-least", False),
        ("200万元（含）以上", "money", "2000000", "at-least", False),
        ("20%", "share", "0.2", "exact", False),
        ("不超过20%", "share", "0.2", "at-most", False),
        ("不低于70%", "share", "0.7", "at-least", False),
        ("超过6%以上", "share", "0.06", "more-than", False),
        ("2.5%", "share", "0.025", "exact", False),
        ("5个", "count", "5", "exact", False),
        ("不超过5个", "count", "5", "at-most", False),
    ],
)
def test_a_figure_is_read_with_its_meaning(
    words: str, measure: str, value: str, meaning: str, per_unit: bool
) -> None:
    figure = read_figure(words)
    assert (figure.measure, figure.value) == (measure, Decimal(value))
    assert (figure.meaning, figure.per_unit) == (meaning, per_unit)
    assert figure.words == words


NO_FIGURES = "一定奖励 3000 3,000万元 ３０００万元 -20% 20％ 20%补助 万元 最高最高20% .5亿元 1e4元"


@pytest.mark.parametrize("words", ["", " 20%", "20% ", *NO_FIGURES.split()])
def test_what_is_no_figure_of_the_policy_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="a figure in the policy's notation"):
        read_figure(words)


@given(st.integers(0, 10**6), st.sampled_from(["", "万", "亿"]))
def test_every_whole_sum_is_read_exactly(number: int, unit: str) -> None:
    scale = {"": 1, "万": 10_000, "亿": 100_000_000}[unit]
    assert read_figure(f"{number}{unit}元").value == number * scale
