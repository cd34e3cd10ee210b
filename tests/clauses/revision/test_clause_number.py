"""The number of a clause is known however it is written, and no other number is taken for it."""

import pytest

from clauses.revision.clause_number import bare_en, bare_zh, number_zh


@pytest.mark.parametrize(
    ("number", "next_"),
    [
        ("3、", "4、"), ("12、", "4、"), ("3.", "4."), ("3．", "4．"),
        ("第三条", "第四条"), ("第3条", "第4条"), ("第十二条", "第四条"), ("（三）", "（四）"),
    ],
)  # fmt: skip
def test_a_number_is_taken_off_and_written_alike(number: str, next_: str) -> None:
    assert bare_zh(f"{number}支持工业投资。") == "支持工业投资。"
    assert number_zh(f"{number}支持工业投资。", 4) == next_


@pytest.mark.parametrize(
    "words",
    ["3.5亿元以上的企业", "第三条所称企业", "第二条和第三条的奖励", "2020年起", "支持工业投资"],
)
def test_other_numbers_stay(words: str) -> None:
    assert bare_zh(words) == words
    assert number_zh(words, 4) == ""


@pytest.mark.parametrize("words", ["3. Support", "Article 3. Support"])
def test_the_english_number_is_taken_off(words: str) -> None:
    assert bare_en(words) == "Support"


def test_english_figures_stay() -> None:
    assert bare_en("3.5 per cent") == "3.5 per cent"
