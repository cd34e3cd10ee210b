"""Rosters as people send them: encodings, headings, damage, and other ways to hand over claims."""

import csv
import json
import os
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import yaml

from clauses.messages import Language, catalogue
from clauses.rosters.applications import application_of
from clauses.rosters.columns import Columns
from clauses.rosters.faults import Remark, RosterError
from clauses.rosters.sources import source
from clauses.rosters.template import write_template
from tests.policy import document
from tests.rosters.conftest import INVESTMENT, Json

HEADINGS = ["统一社会信用代码", "奖补项目", "项目（产品、平台、称号）", "日期", "列入年度择优名单",
            "实际投入（万元）"]  # fmt: skip
ROW = ["91330200MA0000001L", "产业投资项目补助", "四号线", "2021-06-30", "是", "10000"]
CLAIM = {"id": "2", "award": INVESTMENT, "subject": "四号线", "date": "2021-06-30",
         "facts": {"selected": True, "actual_input": "100000000"}}  # fmt: skip

DAMAGED: Json = yaml.safe_load(Path(__file__).with_name("damaged.yml").read_text("utf-8"))
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def read(path: Path) -> tuple[list[Json], list[Remark]]:
    """Return every application at a path, and what was left out."""
    columns = Columns([document()])
    found = source(path, columns)
    applications, wrong = [], []
    for case in found.cases:
        of_case = application_of(case, found.columns, columns)
        wrong += of_case.wrong
        if of_case.application is not None:
            applications.append(of_case.application)
    return applications, wrong


def workbook(path: Path, *rows: list[str]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return path


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
        sheet.write_number(2, 0, 912202002022567890)
        sheet.write_row(2, 1, ROW[1:])
    applications, wrong = read(tmp_path / "r.xlsx")
    assert applications == [{"claims": [CLAIM], "paid": []}]
    assert [one.reason for one in wrong] == ["code-shortened"]


def test_the_rows_of_an_enterprise_are_one_application_wherever_they_stand(tmp_path: Path) -> None:
    other = ["91330200MA0000002P", *ROW[1:]]
    paid = [*ROW[:4], "", "", "50万元"]
    path = table(tmp_path / "r.csv", [*HEADINGS, "已兑付金额"], ROW, other, [*ROW[:2], "五号线",
                 *ROW[3:]], paid)  # fmt: skip
    applications, wrong = read(path)
    assert wrong == []
    assert [[claim["id"] for claim in one["claims"]] for one in applications] == [["2", "4"], ["3"]]
    assert applications[0]["paid"] == [
        {"award": INVESTMENT, "subject": "四号线", "date": "2021-06-30", "amount": "500000"}
    ]


@pytest.mark.parametrize("case", DAMAGED["left-out"], ids=str)
def test_a_row_that_cannot_be_used_is_told_and_the_others_count(tmp_path: Path, case: Json) -> None:
    headings = [*HEADINGS, *(name for name in case["cells"] if name not in HEADINGS)]
    sound = [*ROW, *[""] * (len(headings) - len(ROW))]
    bad = [case["cells"].get(name, cell) for name, cell in zip(headings, sound, strict=True)]
    applications, (told,) = read(table(tmp_path / "r.csv", headings, bad, sound))
    assert [claim["id"] for one in applications for claim in one["claims"]] == ["3"]
    assert (told.where("zh"), told.where("en")) == ("第2行", "row 2")
    assert case["zh"] in told.told("zh")
    assert case["en"] in told.told("en")


@pytest.mark.parametrize("case", DAMAGED["refused"], ids=str)
def test_headings_that_lack_or_repeat_a_column_are_refused(tmp_path: Path, case: Json) -> None:
    headings = [name for name in HEADINGS if name != case.get("without")]
    headings += [case["with"]] if "with" in case else []
    above, below = ([case[key]] if key in case else [] for key in ("above", "below"))
    with pytest.raises(RosterError) as refused:
        read(table(tmp_path / "r.csv", *above, headings, *below, ROW))
    for language in LANGUAGES:
        assert case[language] in refused.value.told(language).replace(f"{tmp_path}{os.sep}", "")


@pytest.mark.parametrize("cells", DAMAGED["same"], ids=str)
def test_what_means_the_same_is_read_alike(tmp_path: Path, cells: Json) -> None:
    row = [cells.get(name, cell) for name, cell in zip(HEADINGS, ROW, strict=True)]
    applications, wrong = read(
        table(tmp_path / "r.csv", HEADINGS, row, [*ROW[:2], "五号线", *ROW[3:]])
    )
    assert wrong == []
    (application,) = applications
    assert application["claims"][0] == CLAIM


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_has_its_separator_its_titles_and_empty_rows(
    tmp_path: Path, separator: str
) -> None:
    rows = [["2021年清册"], [], HEADINGS, ROW, [""] * 6, []]
    (tmp_path / "r.csv").write_text("\n".join(map(separator.join, rows)), "utf-8")
    applications, wrong = read(tmp_path / "r.csv")
    assert wrong == []
    assert applications == [{"claims": [{**CLAIM, "id": "4"}], "paid": []}]


@pytest.mark.parametrize("cell", DAMAGED["nothing-received"])
def test_a_row_of_which_nothing_was_paid_is_a_claim(tmp_path: Path, cell: str) -> None:
    path = table(tmp_path / "r.csv", [*HEADINGS, "已兑付金额"], [*ROW, cell])
    assert read(path) == ([{"claims": [CLAIM], "paid": []}], [])


@pytest.mark.parametrize("row", DAMAGED["totals"], ids=str)
def test_a_row_that_adds_up_others_is_no_claim_and_is_not_told(
    tmp_path: Path, row: list[str]
) -> None:
    assert read(table(tmp_path / "r.csv", HEADINGS, ROW, row)) == (
        [{"claims": [CLAIM], "paid": []}],
        [],
    )


def test_a_claim_of_something_that_is_called_a_total_is_told_as_others_are(tmp_path: Path) -> None:
    path = table(tmp_path / "r.csv", HEADINGS, ["", ROW[1], "合计", *ROW[3:]])
    (told,) = read(path)[1]
    assert told.reason == "enterprise-empty"


@pytest.mark.parametrize("unit", ["单位：万元", "单位：元"])
def test_a_unit_above_headings_that_have_their_own_changes_nothing(
    tmp_path: Path, unit: str
) -> None:
    (application,), wrong = read(table(tmp_path / "r.csv", [unit], HEADINGS, ROW))
    assert wrong == []
    assert application["claims"][0]["facts"] == CLAIM["facts"]


def test_a_claim_number_that_stands_twice_is_told(tmp_path: Path) -> None:
    headings = [*HEADINGS, "申请编号"]
    _, (told,) = read(table(tmp_path / "r.csv", headings, [*ROW, "7"], [*ROW, "7"]))
    assert (told.where("en"), told.reason) == ("row 3", "claim-twice")


OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize("name", ["r.xls", "r.et", "r.xlsx", "r.csv"])
def test_an_old_or_locked_workbook_is_told_by_its_first_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OLD_FORMAT)
    with pytest.raises(RosterError) as refused:
        read(tmp_path / name)
    assert refused.value.name == "old-format"


@pytest.mark.parametrize(
    ("name", "signs", "reason"),
    [("r.csv", 3_500_000, "broken-table"), ("r.csv", 32_000, "cell-too-long"),
     ("r.xlsx", 32_000, "cell-too-long")],
)  # fmt: skip
def test_a_cell_of_ten_megabytes_is_told(
    tmp_path: Path, name: str, signs: int, reason: str
) -> None:
    write = table if name == "r.csv" else workbook
    write(tmp_path / name, HEADINGS, [*ROW[:2], "四" * signs, *ROW[3:]])
    with pytest.raises(RosterError) as refused:
        read(tmp_path / name)
    assert refused.value.name == reason
    assert refused.value.values["row"] == 2


def test_the_first_sheet_that_is_shown_counts_with_its_hidden_rows(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "r.xlsx") as book:
        book.add_worksheet("隐藏").hide()
        sheet = book.add_worksheet("清册")
        sheet.activate()
        sheet.set_first_sheet()
        for at, row in enumerate((HEADINGS, ROW)):
            sheet.write_row(at, 0, row)
        sheet.set_row(1, None, None, {"hidden": True})
    assert read(tmp_path / "r.xlsx") == ([{"claims": [CLAIM], "paid": []}], [])


def test_a_percentage_of_a_workbook_is_no_sum(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "r.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ROW)
        sheet.write_number(1, 5, 0.2, book.add_format({"num_format": "0.00%"}))
    _, (told,) = read(tmp_path / "r.xlsx")
    assert "“20%”" in told.told("zh")


def test_formulas_count_by_their_results_and_never_without(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (HEADINGS, [*ROW[:5], "=100*100"]):
        book.active.append(row)
    book.save(tmp_path / "r.xlsx")  # which computes nothing
    with pytest.raises(RosterError) as refused:
        read(tmp_path / "r.xlsx")
    assert refused.value.name == "formula-not-computed"
    with xlsxwriter.Workbook(tmp_path / "s.xlsx") as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ROW)
        sheet.write_formula(1, 5, "=100*100", value=10000)
        sheet.write_row(2, 0, ROW)
        sheet.write_formula(2, 2, "=VLOOKUP(1,A:B,2,0)", value="#N/A")
    applications, (told,) = read(tmp_path / "s.xlsx")
    assert applications == [{"claims": [CLAIM], "paid": []}]
    assert told.reason == "cell-error"


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
