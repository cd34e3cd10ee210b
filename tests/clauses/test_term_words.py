"""The term is read as cities write it."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.term_words import read_term
from clauses.yaml12 import load

PUBLISHED = date(2020, 11, 20)
CASES = load(Path(__file__).with_name("terms.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"])
def test_first_and_last_day_follow_from_the_words(case: dict[str, Any]) -> None:
    term = read_term(case["words"])
    first = term.first(PUBLISHED)
    assert first is not None
    last = term.last(first)
    assert str(first) == str(case["first"])
    assert (last and str(last)) == (case["last"] and str(case["last"]))
    assert term.by_calendar_years == case.get("years", False)


def test_working_days_have_no_day_that_words_alone_could_give() -> None:
    term = read_term("自公布之日起10个工作日后施行，有效期3年")
    assert term.begin is None
    assert term.last(date(2021, 1, 1)) == date(2023, 12, 31)


def test_a_term_from_publication_waits_for_its_day() -> None:
    term = read_term("自公布之日起施行，有效期三年")
    assert term.needs_publication
    assert term.first() is None


@pytest.mark.parametrize("words", ["由市经信局负责解释", "", "第3年", "自2021年2月30日起施行"])
def test_words_without_a_term_have_none(words: str) -> None:
    term = read_term(words)
    assert (term.begin, term.end) == (None, None)


@given(st.text("自从20219年月日起至止底末有效期试行三两十公布之印发后个- ", max_size=30))
def test_no_words_break_it(words: str) -> None:
    term = read_term(words)
    first = term.first(PUBLISHED)
    if first is not None and first.year < 9000:
        last = term.last(first)
        assert last is None or last >= first


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 10))
def test_so_many_years_end_on_the_day_before(first: date, years: int) -> None:
    words = f"自{first.year}年{first.month}月{first.day}日起施行，有效期{years}年"
    last = read_term(words).last(first)
    assert last is not None
    after = last + timedelta(1)
    assert after.year == first.year + years
    assert (after.month, after.day) in ((first.month, first.day), (2, 28))
    assert read_term(words).first() == first
