"""However the whole policy is printed and typed, it says the same: no change is reported."""

from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st

from clauses.revision.comparison import compare
from clauses.revision.document import parse
from clauses.revision.healing import heal
from tests.clauses.revision.whole_policy import (
    FULL_WIDTH,
    HALF_WIDTH,
    PRINTS,
    Print,
    policy_text,
    printed,
    spaced,
    without_letter,
)

TYPED: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "punctuation of half width": lambda text: text.translate(HALF_WIDTH),
    "figures of full width": lambda text: text.translate(FULL_WIDTH),
    "blanks beside figures": spaced,
    "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
}
OTHER_WRITING = {
    "最高3000万元": "最高0.3亿元",
    "最高1亿元": "最高10000万元",
    "不超过20%": "不超过百分之二十",
    "80%": "八成",
    "不高于50%": "不高于五成",
    "5000万元": "5千万元",
    "100万元": "一百万元",
    "2000万元": "二千万元",
    "5倍": "五倍",
    "不超过5个": "不超过五个",
    "有效期3年": "有效期三年",
    "分两年": "分2年",
    "500万补助": "500万元补助",
}
"""The same figures, written in another way."""


@settings(max_examples=25)
@given(PRINTS, st.sampled_from(sorted(TYPED)))
@example(Print(indent="    ", width=20, page=15, blank=True, chapter="{}、"), "as it is")
def test_a_print_of_any_kind_is_the_same_text(way: Print, typed: str) -> None:
    old = without_letter(policy_text())
    changes = compare(old, parse(heal(TYPED[typed](printed(old, way))))).changes
    assert changes == []


@settings(max_examples=25)
@given(st.sets(st.sampled_from(sorted(OTHER_WRITING)), min_size=1))
def test_a_figure_in_other_writing_is_the_same_figure(written: set[str]) -> None:
    old = without_letter(policy_text())
    text = printed(old, Print())
    for words in sorted(written, key=len, reverse=True):
        assert words in text or words == "2000万元"
        text = text.replace(words, OTHER_WRITING[words])
    assert compare(old, parse(heal(text))).changes == []
