"""Rows of a roster as they stand in a CSV or XLSX file, read one at a time.

A CSV file may be UTF-8, UTF-16 or GB18030 (GBK), separated by commas, semicolons or tabs, as
spreadsheets save it. Of a workbook the first sheet counts.
"""

import codecs
import csv
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from clauses.rosters.faults import RosterError

Row = tuple[int, list[str]]
"""The number of a row as a spreadsheet shows it, and its cells as text."""

_BLOCK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_LONGEST_CELL = 10_000
"""In characters; the longest cell of a roster is a name."""


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of a table, empty ones left out; raises `RosterError`."""
    try:
        is_workbook = zipfile.is_zipfile(path)
        found = _of_workbook(path) if is_workbook else _of_text(path)
        for number, cells in found:
            if any(cell.strip() for cell in cells):
                yield number, cells
    except OSError as error:
        reason = error.strerror or str(error)
        raise RosterError("cannot-read", file=path, reason=reason) from None


def _of_text(path: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding=_encoding(path), newline="") as file:
        first = file.readline()
        file.seek(0)
        separator = max(",;\t", key=first.count)
        reader = csv.reader(file, delimiter=separator, strict=False)
        start = 1
        try:
            for cells in reader:
                yield start, cells
                start = reader.line_num + 1
        except csv.Error:
            raise RosterError("broken-table", file=path, row=reader.line_num) from None


def _encoding(path: Path) -> str:
    """Return the encoding in which the whole file can be read; raises `RosterError`."""
    with path.open("rb") as file:
        start = file.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name
        if start.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
            raise RosterError("no-table", file=path)
        for name in ("utf-8", "gb18030"):
            file.seek(0)
            if _readable(iter(lambda: file.read(_BLOCK), b""), name):
                return name
    raise RosterError("no-encoding", file=path)


def _readable(blocks: Iterator[bytes], encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in blocks:
            if "\0" in decoder.decode(block):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _of_workbook(path: Path) -> Iterator[Row]:
    from openpyxl import load_workbook  # imported late: most rosters are CSV files

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise RosterError("broken-workbook", file=path, reason=str(error)) from None
    try:
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, [_text(cell) for cell in cells]
    finally:
        book.close()


def _text(cell: object) -> str:
    """Return a cell as a person would type it; the number of a workbook is exact to 15 digits."""
    match cell:
        case None:
            return ""
        case bool():
            return "是" if cell else "否"
        case datetime() | date():
            return cell.isoformat()[:10]
        case int():
            # a credit code kept as a number has lost its last digits
            return str(cell) if abs(cell) < 10**15 else f"{float(cell):E}"
        case float():
            if cell == int(cell) and abs(cell) < 1e15:
                return str(int(cell))
            return f"{cell!r}" if abs(cell) < 1e15 else f"{cell:E}"
        case _:
            return str(cell)
