"""Texts of a roster come out of the CSV files and the workbook as they went in."""

import csv
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from docs.site.rosters.sheets import Fen, rows_file, write_workbook
from results.cells import harmless

TEXTS = ["=1+1", "＝1+1", "+1", "-", "@a", "00123", "3/4", "1E5", "91330201MA2XYZ1234",
         "913302010000000000", "'quoted", "TRUE", "a\tb", "宁波甲公司"]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_stays_a_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rows.csv"
    with rows_file(path, ["code", "sum"]) as rows:
        rows.add([text, Fen(123_45)])
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["code", "sum"], [harmless(text), "123.45"]]
    book = tmp_path / "tables.xlsx"
    write_workbook(
        book, datetime(2021, 6, 1), ("report", iter([])), [("rows", path, frozenset({1}))]
    )
    sheet = openpyxl.load_workbook(book)["rows"]
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == text
    assert sheet["B2"].value == 123.45


def test_half_a_surrogate_is_written_as_the_sign_for_none(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    with rows_file(path, ["code"]) as rows:
        rows.add(["x\ud800"])
    assert path.read_text("utf-8-sig").splitlines() == ["code", "x\ufffd"]
