"""What rows of a roster are about, and what is reported about rows that count."""

from pathlib import Path

import pytest

from clauses.rosters.applications import Read, application_of
from clauses.rosters.columns import Columns
from clauses.rosters.sources import source
from tests.policy import document
from tests.rosters.conftest import Json
from tests.rosters.test_sources import DAMAGED, HEADINGS, ROW, table

NAMED = [*HEADINGS[:4], "称号归属", "已兑付金额"]


def one(path: Path, headings: list[str], *rows: list[str]) -> Read:
    """Return what the rows of one enterprise make."""
    columns = Columns([document()])
    found = source(table(path / "r.csv", headings, *rows), columns)
    (case,) = found.cases
    return application_of(case, found.columns, columns)


def subjects(read: Read) -> set[str]:
    assert read.application is not None
    assert read.wrong == []
    return {entry["subject"] for kind in ("claims", "paid") for entry in read.application[kind]}


@pytest.mark.parametrize("case", DAMAGED["names"], ids=str)
def test_names_are_one_thing_or_several_and_look_alikes_are_told(
    tmp_path: Path, case: Json
) -> None:
    facts = case.get("fact", [""] * len(case["rows"]))
    read = one(tmp_path, NAMED, *(
        [ROW[0], case["award"], name, "2021-06-30", fact]
        for name, fact in zip(case["rows"], facts, strict=True)
    ))  # fmt: skip
    assert len(subjects(read)) == case["subjects"]
    told = [(doubt.reason, doubt.where("en")) for doubt in read.doubts]
    assert told == ([("subject-alike", "row 3")] if case.get("told") else [])


def test_a_payment_to_the_enterprise_itself_meets_its_claim_under_any_name(tmp_path: Path) -> None:
    award = "单项冠军、“小巨人”、“隐形冠军”奖励"
    read = one(tmp_path, NAMED, [ROW[0], award, "甲", "2021-06-30", "企业"],
               [ROW[0], award, "", "2020-06-30", "", "50万元"])  # fmt: skip
    assert subjects(read) == {ROW[0]}
    assert read.doubts == []


@pytest.mark.parametrize("case", DAMAGED["codes"], ids=str)
def test_a_code_that_may_be_wrong_counts_and_is_told_once(tmp_path: Path, case: Json) -> None:
    row = [case["code"], *ROW[1:]]
    read = one(tmp_path, HEADINGS, row, row)
    assert len(subjects(read)) == 1
    assert [doubt.reason for doubt in read.doubts] == ([case["told"]] if "told" in case else [])


@pytest.mark.parametrize("case", DAMAGED["months"], ids=str)
def test_a_month_that_may_have_lost_its_last_digit_is_told(tmp_path: Path, case: Json) -> None:
    read = one(tmp_path, HEADINGS, [*ROW[:3], case["date"], *ROW[4:]])
    assert read.application is not None
    assert [doubt.reason for doubt in read.doubts] == ([case["told"]] if "told" in case else [])


def test_a_payment_that_states_facts_tells_what_it_does_not_use(tmp_path: Path) -> None:
    read = one(tmp_path, [*HEADINGS, "已兑付金额"], [*ROW, "50万元"])
    assert read.application is None
    assert [payment["amount"] for payment in read.paid] == ["500000"]
    (doubt,) = read.doubts
    assert "列入年度择优名单、实际投入" in doubt.told("zh")
