"""All readers of sums of money find the same value, however the sum is written."""

from decimal import Decimal
from pathlib import Path

import pytest

from answers.figures import read_money
from clauses.check.translation_chinese import read_chinese_figures
from clauses.notation import digits_of_no_figure, read_figure, scan
from clauses.revision.figures import figures
from clauses.yaml12 import load

SUMS = load(Path(__file__).with_name("sums_of_money.yml").read_text("utf-8"))


@pytest.mark.parametrize(("words", "yuan"), (SUMS["sums"] | SUMS["in_texts_only"]).items())
@pytest.mark.parametrize("text", ["给予最高{}补助。", "最高{}（含）以上的，奖励"])
def test_a_sum_is_read_alike_by_all(words: str, yuan: str, text: str) -> None:
    value = Decimal(yuan)
    sentence = text.format(words)
    (found,) = scan(sentence)
    assert found.figure.value == read_figure(words).value == value
    assert list(digits_of_no_figure(sentence)) == []
    (written,) = read_chinese_figures(sentence)
    assert (written.measure, written.value) == ("money", value)
    (placed,) = figures(sentence)
    assert (placed.measure, placed.value) == ("money", value)


@pytest.mark.parametrize(("words", "yuan"), SUMS["sums"].items())
def test_a_sum_is_read_as_a_person_types_it(words: str, yuan: str) -> None:
    assert read_money(words, "yuan").value == Decimal(yuan)


@pytest.mark.parametrize("text", ["数千万元的投入", "近百万元", "上亿元的产值", "试点项目数百个"])
def test_what_is_said_roughly_is_no_figure(text: str) -> None:
    assert scan(text) == []
