"""Rows of a roster as they are in a CSV or XLSX file, read one at a time.

A CSV file may be UTF-8, UTF-16 or GB18030 (GBK), separated by commas, semicolons or tabs, as
spreadsheets save it. Of a workbook the first sheet that is not hidden counts.
"""

import codecs
import csv
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from clauses.rosters.faults import RosterError, reading

Row = tuple[int, list[str]]
"""The number of a row as a spreadsheet shows it, and its cells as text."""

_BLOCK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_LONGEST_CELL = 10_000
"""In characters; the longest cell of a roster is a name."""
_FIRST = 20
"""Lines that show how the cells are separated."""
_OTHER_FORMATS = ((b"\xd0\xcf\x11\xe0", "old-format"), (b"%PDF", "no-table"))
"""First bytes of what people take for a roster, and what they are told."""
_KEPT_AS_TEXT = re.compile('="([^"]*)"')
"""How a table keeps a spreadsheet from making a number of a code."""
_NOT_COMPUTED = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
"""A formula without its result, as programs write it that compute nothing."""


def refuse_other_formats(path: Path) -> None:
    """Raise `RosterError` for an old or locked workbook and for a PDF, whatever their names."""
    with reading(path), path.open("rb") as file:
        start = file.read(8)
    for mark, reason in _OTHER_FORMATS:
        if start.startswith(mark):
            raise RosterError(reason, file=path)


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of a table, empty ones left out; raises `RosterError`."""
    with reading(path):
        is_workbook = zipfile.is_zipfile(path)
        found = _of_workbook(path) if is_workbook else _of_text(path)
        for number, cells in found:
            if any(map(str.strip, cells)):
                if max(map(len, cells)) > _LONGEST_CELL:
                    raise RosterError("cell-too-long", file=path, row=number, most=_LONGEST_CELL)
                yield number, cells


def _of_text(path: Path) -> Iterator[Row]:
    with path.open(encoding=encoding_of(path), newline="") as file:
        first = file.read(_BLOCK).splitlines()[:_FIRST]
        file.seek(0)
        # titles above the headings have no separator
        _, separator = max((line.count(sign), sign) for line in ("", *first) for sign in "\t;,")
        reader = csv.reader(file, delimiter=separator, strict=False)
        start = 1
        try:
            for cells in reader:
                yield start, [_KEPT_AS_TEXT.sub(r"\1", cell) for cell in cells]
                start = reader.line_num + 1
        except csv.Error:
            raise RosterError("broken-table", file=path, row=reader.line_num) from None


def encoding_of(path: Path) -> str:
    """Return the encoding in which the whole file can be read; raises `RosterError`."""
    with path.open("rb") as file:
        start = file.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name
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
        if any(_lacks_results(path, name) for name in book._archive.namelist()):
            raise RosterError("formula-not-computed", file=path)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for number, cells in enumerate((shown or book.worksheets)[0].iter_rows(), 1):
            yield number, [_text(cell) for cell in cells]
    finally:
        book.close()


def _lacks_results(path: Path, name: str) -> bool:
    """Whether a part of a workbook is a sheet with a formula that was never computed."""
    if not name.startswith("xl/worksheets/sheet"):
        return False
    with zipfile.ZipFile(path) as archive, archive.open(name) as part:
        before = b""
        while block := part.read(_BLOCK):
            if _NOT_COMPUTED.search(before + block):
                return True
            before = block[-100:]
    return False


def _text(cell: Any) -> str:
    """Return a cell as a person would type it; the number of a workbook is exact to 15 digits."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case datetime() | date():
            return value.isoformat()[:10]
        case int() | float() if "%" in (cell.number_format or ""):
            # shown as 20%, kept as 0.2
            return f"{(Decimal(repr(value)) * 100).normalize():f}%"
        case int():
            # a credit code kept as a number has lost its last digits
            return str(value) if abs(value) < 10**15 else f"{float(value):E}"
        case float():
            if value == int(value) and abs(value) < 1e15:
                return str(int(value))
            return f"{value!r}" if abs(value) < 1e15 else f"{value:E}"
        case _:
            return str(value)
