"""Rosters as people send them: encodings, headings, damage, and other ways to hand over claims."""

import csv
import json
from pathlib import Path

import pytest
import xlsxwriter

from clauses.messages import catalogue
from clauses.rosters.applications import application_of
from clauses.rosters.columns import Columns
from clauses.rosters.faults import LeftOut, RosterError
from clauses.rosters.sources import source
from clauses.rosters.template import write_template
from tests.policy import document
from tests.rosters.conftest import INVESTMENT, Json

HEADINGS = ["统一社会信用代码", "奖补项目", "项目（产品、平台、称号）", "日期", "列入年度择优名单",
            "实际投入（万元）"]  # fmt: skip
ROW = ["91330200MA00000001", "产业投资项目补助", "四号线", "2021-06-30", "是", "10000"]
CLAIM = {"id": "2", "award": INVESTMENT, "subject": "四号线", "date": "2021-06-30",
         "facts": {"selected": True, "actual_input": "100000000"}}  # fmt: skip


def read(path: Path) -> tuple[list[Json], list[LeftOut]]:
    """Return every application at a path, and what was left out."""
    columns = Columns([document()])
    found = source(path, columns)
    applications, wrong = [], []
    for case in found.cases:
        application, told = application_of(case, found.columns, columns)
        wrong += told
        if application is not None:
            applications.append(application)
    return applications, wrong


def table(path: Path, *rows: list[str], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_table_is_read_in_each_encoding_that_spreadsheets_write(
    tmp_path: Path, encoding: str
) -> None:
    path = table(tmp_path / "r.csv", HEADINGS, ROW, encoding=encoding)
    assert read(path) == ([{"claims": [CLAIM], "paid": []}], [])


def test_a_workbook_is_read_like_a_table(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "r.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ROW)
        sheet.write_number(1, 5, 10000)
        sheet.write_number(2, 0, 913302001234567890)
        sheet.write_row(2, 1, ROW[1:])
    applications, wrong = read(tmp_path / "r.xlsx")
    assert applications == [{"claims": [CLAIM], "paid": []}]
    assert [one.reason for one in wrong] == ["code-shortened"]


def test_the_rows_of_an_enterprise_are_one_application_wherever_they_stand(tmp_path: Path) -> None:
    other = ["91330200MA00000002", *ROW[1:]]
    paid = [*ROW[:4], "", "", "50万元"]
    path = table(tmp_path / "r.csv", [*HEADINGS, "已兑付金额"], ROW, other, [*ROW[:2], "五号线",
                 *ROW[3:]], paid)  # fmt: skip
    applications, wrong = read(path)
    assert wrong == []
    assert [[claim["id"] for claim in one["claims"]] for one in applications] == [["2", "4"], ["3"]]
    assert applications[0]["paid"] == [
        {"award": INVESTMENT, "subject": "四号线", "date": "2021-06-30", "amount": "500000"}
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({0: ""}, "enterprise-empty"),
        ({0: "9.13302E+17"}, "code-shortened"),
        ({1: ""}, "award-empty"),
        ({1: "没有的项目"}, "award-unknown"),
        ({2: "N/A"}, "subject-empty"),
        ({3: "2021-02-30"}, "cell"),
        ({4: "也许"}, "cell"),
        ({5: "1,2,3"}, "cell"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_the_others_count(
    tmp_path: Path, change: dict[int, str], reason: str
) -> None:
    bad = [change.get(at, cell) for at, cell in enumerate(ROW)]
    applications, wrong = read(table(tmp_path / "r.csv", HEADINGS, bad, ROW))
    assert [claim["id"] for one in applications for claim in one["claims"]] == ["3"]
    (told,) = wrong
    assert (told.reason, told.where("zh")) == (reason, "第2行")
    assert told.told("zh") != told.told("en")


@pytest.mark.parametrize(
    ("headings", "reason"),
    [
        (HEADINGS[1:], "column-lacking"),
        ([*HEADINGS, "实际投入（元）"], "column-twice"),
        ([*HEADINGS, "统一社会信用代码"], "column-twice"),
    ],
)
def test_headings_that_lack_or_repeat_a_column_are_refused(
    tmp_path: Path, headings: list[str], reason: str
) -> None:
    with pytest.raises(RosterError) as refused:
        read(table(tmp_path / "r.csv", headings, ROW))
    assert refused.value.name == reason
    assert refused.value.told("zh")


@pytest.mark.parametrize("name", ["r.csv", "r.xlsx", "r.pdf", "r.jsonl", "folder"])
def test_a_damaged_source_is_told_and_never_a_traceback(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"PK\x03\x04\xff\xfe\x00\xd8" * 40)
    try:
        applications, wrong = read(path)
    except RosterError as refused:
        assert refused.told("zh")
    else:
        assert applications == []
        assert wrong


def test_applications_as_lines_and_as_files_are_those_of_the_contract(tmp_path: Path) -> None:
    application = {"edition": "2020-03-16", "claims": [CLAIM]}
    lines = tmp_path / "all.jsonl"
    lines.write_text(f"{json.dumps(application)}\n\nno JSON\n", "utf-8")
    applications, wrong = read(lines)
    assert applications == [{"claims": [CLAIM]}]
    assert [one.where("en") for one in wrong] == ["line 3"]
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(application), "utf-8")
    assert read(folder) == ([{"claims": [CLAIM]}], [])


@pytest.mark.parametrize("name", ["new.csv", "new.xlsx"])
def test_the_template_has_every_column_and_can_be_read(tmp_path: Path, name: str) -> None:
    write_template(tmp_path / name, document())
    assert read(tmp_path / name) == ([], [])
    columns = Columns([document()])
    facts = {fact["name"] for award in document()["awards"] for fact in award["facts"]}
    held = {column.key for column in source(tmp_path / name, columns).columns if column}
    assert facts <= held


def test_both_catalogues_say_why_a_row_was_left_out() -> None:
    zh, en = (catalogue(language)["rosters"] for language in ("zh", "en"))
    assert zh.keys() == en.keys()
