"""The workbook of a run: the report on its first sheet, then the rows of each CSV file."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import xlsxwriter

from eligibility.money import write
from results.cells import harmless, plain

MOST_ROWS = 1_000_000
"""Rows of a sheet; a spreadsheet opens some more, and the CSV file has them all."""
_EXACT = 10**15
"""Fen; below, a spreadsheet keeps each digit of a sum."""


class Fen(int):
    """A sum in fen, in a cell."""


class Rows:
    """A CSV file that is written row by row."""

    def __init__(self, file: Any, headings: Sequence[str]) -> None:
        self.writer = csv.writer(file)
        self.writer.writerow(headings)

    def add(self, cells: Sequence[Any]) -> None:
        """Write a row: sums in yuan, texts so that a spreadsheet shows them unchanged."""
        self.writer.writerow([_in_csv(cell) for cell in cells])


@contextmanager
def rows_file(path: Path, headings: Sequence[str]) -> Iterator[Rows]:
    """Open a new CSV file, in UTF-8 with the mark by which spreadsheets know it."""
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        yield Rows(file, headings)


def write_workbook(
    path: Path,
    day: datetime,
    report: tuple[str, Iterator[list[Any]]],
    tables: Sequence[tuple[str, Path, frozenset[int]]],
) -> None:
    """Write a workbook: the rows of the report, then tables from CSV files.

    The sheets are given with their titles, the tables also with the columns that hold sums. Dated
    `day`, it has the same bytes each time.
    """
    options = {"constant_memory": True, "tmpdir": str(path.parent), "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": day})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        money = book.add_format({"num_format": "#,##0.00"})
        title, rows = report
        sheet = book.add_worksheet(title)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 6, 20)
        for at, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                _write(sheet, at, column, cell, money, bold if len(cells) == 1 else None)
        for title, table, sums in tables:
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, 20, 18)
            with table.open(encoding="utf-8-sig", newline="") as file:
                for at, row in enumerate(csv.reader(file)):
                    if at > MOST_ROWS:
                        break
                    for column, text in enumerate(row):
                        cell = _sum(text) if at and text and column in sums else _plain(text)
                        _write(sheet, at, column, cell, money, None if at else bold)


def _write(sheet: Any, at: int, column: int, cell: Any, money: Any, kind: Any) -> None:
    match cell:
        case Fen() if abs(cell) < _EXACT:
            sheet.write_number(at, column, float(write(cell)), money)
        case Fen():
            sheet.write_string(at, column, write(cell))
        case int():
            sheet.write_number(at, column, cell)
        case _:
            sheet.write_string(at, column, plain(str(cell)), kind)


def _sum(text: str) -> Fen | str:
    """Return a sum of a CSV file, 1234 or 1234.50 yuan, or the words for none."""
    try:
        return Fen(Decimal(text).scaleb(2))
    except InvalidOperation:
        return text


def _plain(text: str) -> str:
    """Return a text of a CSV file without the mark that keeps it a text (`harmless`)."""
    unmarked = text.removeprefix("'")
    return unmarked if harmless(unmarked) == text else text


def _in_csv(cell: Any) -> str:
    if isinstance(cell, Fen):
        return write(cell)
    return harmless(cell) if isinstance(cell, str) else str(cell)
