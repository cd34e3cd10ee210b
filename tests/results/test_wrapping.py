"""Lines break only where Chinese and English typesetting allow it."""

import pytest

from results.wrapping import WIDTH, width, wrap


def test_a_chinese_character_takes_two_columns() -> None:
    assert width("条a。") == 5
    assert width("e\u0301") == 1


def test_no_line_is_wider_than_the_page_or_begins_with_a_closing_mark() -> None:
    text = "市级财政按照实际投入（设备、技术及软件投入）给予不超过20%、最高3000万元补助，" * 5
    lines = list(wrap(text, 4, 6))
    assert all(width(line) <= WIDTH for line in lines)
    assert all(line.strip()[0] not in "，。、；：）”》" for line in lines)
    assert all(line[-1] not in "（“《" for line in lines)
    assert "".join(line.strip() for line in lines) == text


@pytest.mark.parametrize("shift", range(12))
def test_a_figure_stays_with_its_unit(shift: int) -> None:
    text = "额" * 30 + "一" * shift + "最高3,000.0001万元，2021年7月"
    for line in wrap(text, 0):
        assert not line.endswith(("3", "3,000.0001", "万", "2021"))


def test_english_breaks_between_words_only() -> None:
    text = "The text gives no sure answer to this case (06-digital-workshop) and clause 8’s. " * 6
    lines = list(wrap(text, 0, 2))
    assert " ".join(" ".join(lines).split()) == text.strip()


def test_a_word_longer_than_a_line_is_cut() -> None:
    lines = list(wrap("x" * 500, 4, 8))
    assert all(width(line) <= WIDTH for line in lines)
    assert "".join(line.strip() for line in lines) == "x" * 500


def test_control_and_direction_characters_do_not_reach_the_terminal() -> None:
    assert list(wrap("a\x1b[31m\nb\u202ec\ud800", 0)) == ["a [31m bc"]
