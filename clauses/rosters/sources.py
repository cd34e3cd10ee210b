"""Where applications come from: a roster, a file with one JSON a line, or a folder of files.

A roster has one row a claim; all rows of an enterprise make one application, wherever they are.
They are brought together in a temporary database on disk, so that memory does not grow.
"""

import errno
import json
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any, NamedTuple

from clauses.rosters.columns import AWARD, CREDIT_CODE, Column, Columns
from clauses.rosters.credit_codes import code_of
from clauses.rosters.faults import Remark, RosterError, reading, remark
from clauses.rosters.tables import Row, encoding_of, refuse_other_formats, rows_of
from clauses.rosters.values import is_total

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
LINES = (".jsonl", ".ndjson", ".json")
_UNIT_ABOVE = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*([十百千]?万元|[百千]元|亿元)")
"""金额单位：万元, as titles say it."""
_TITLES = 10
"""Rows in which the headings are looked for; above them are titles."""


class FoundApplication(NamedTuple):
    """The application of one enterprise as it was found, not yet read."""

    file: str
    line: int
    """Its line; 0 for a file of its own or a roster, whose rows are numbered."""
    enterprise: str
    text: str = ""
    """The JSON text of an application."""
    rows: tuple[Row, ...] = ()
    """Else the rows of a roster."""

    def left_out(self, reason: str, **values: Any) -> Remark:
        """Return the application as one that was left out."""
        kind = "line" if self.line else ""
        return remark(self.file, kind, self.line, self.enterprise, reason, **values)


class Source(NamedTuple):
    """All applications, one after another, and what the columns of a roster hold."""

    cases: Iterator[FoundApplication]
    columns: Sequence[Column | None] = ()
    ignored: Sequence[str] = ()
    """Headings of columns that nothing here asks for."""


def source(path: Path, columns: Columns) -> Source:
    """Return the applications at a path; raises `RosterError` if there is nothing to read."""
    if path.is_dir():
        files = sorted(one for one in path.iterdir() if one.suffix == ".json")
        if not files:
            raise RosterError("folder-empty", file=path)
        return Source(_of_files(files))
    if not path.exists():
        raise RosterError("no-such-file", file=path)
    refuse_other_formats(path)
    if path.suffix.lower() in LINES:
        return Source(_of_lines(path))
    if path.suffix.lower() in TABLES:
        return _of_table(path, columns)
    raise RosterError("no-table", file=path)


def _of_files(files: Sequence[Path]) -> Iterator[FoundApplication]:
    for file in files:
        yield FoundApplication(file.name, 0, file.stem, _text(file))


def _of_lines(path: Path) -> Iterator[FoundApplication]:
    with reading(path), path.open(encoding=encoding_of(path), newline="\n") as file:
        for number, line in enumerate(file, 1):
            if text := line.strip():
                yield FoundApplication(path.name, number, f"{path.stem}:{number}", text)


def _text(path: Path) -> str:
    with reading(path):
        try:
            return path.read_text(encoding=encoding_of(path))
        except RosterError:
            return ""  # reported as no application; the others count


def _of_table(path: Path, known: Columns) -> Source:
    rows = rows_of(path)
    first = list(islice(rows, _TITLES))
    if not first:
        raise RosterError("table-empty", file=path)
    at = next((at for at, (_, cells) in enumerate(first) if known.are_headings(cells)), 0)
    headings, rows = first[at][1], chain(first[at + 1 :], rows)
    columns = known.read(path, headings)
    if at + 1 < len(first) and known.go_on(columns, first[at + 1][1]):
        raise RosterError("headings-twice", file=path, row=first[at + 1][0])
    for number, cells in first[:at]:
        _refuse_other_unit(path, number, cells, known.without_unit(headings))
    ignored = [
        cell.strip()
        for cell, column in zip(headings, columns, strict=True)
        if column is None and cell.strip()
    ]
    places = {column.key: place for place, column in enumerate(columns) if column}
    claims = (row for row in rows if not _adds_up(row[1], places[AWARD]))
    cases = _by_enterprise(path.name, claims, places[CREDIT_CODE])
    return Source(_kept(cases), columns, ignored)


def _adds_up(cells: Sequence[str], award: int) -> bool:
    """Whether a row is the total of others: it says so, and has no award."""
    return not (award < len(cells) and cells[award].strip()) and any(map(is_total, cells))


def _refuse_other_unit(
    file: Path, row: int, cells: Sequence[str], without_unit: Sequence[str]
) -> None:
    """Raise `RosterError` for a unit above the headings, if a column of sums has none of its own.

    Whether it counts for each of them, nobody can say here.
    """
    for cell in cells:
        if without_unit and (unit := _UNIT_ABOVE.search(cell)):
            raise RosterError("unit-above", file=file, row=row, unit=unit[1], columns=without_unit)


def _kept(cases: Iterator[FoundApplication]) -> Iterator[FoundApplication]:
    """Yield the cases; a full disk is an error of the disk, not of the database on it."""
    try:
        yield from cases
    except sqlite3.OperationalError as error:
        raise OSError(errno.ENOSPC, str(error)) from None


def _by_enterprise(file: str, rows: Iterator[Row], at: int) -> Iterator[FoundApplication]:
    """Bring the rows of each enterprise together, in the order in which enterprises come first."""
    of_code = "SELECT first FROM firm WHERE code = ?"
    known = "INSERT INTO firm VALUES (?, ?) ON CONFLICT DO NOTHING"
    with (
        tempfile.TemporaryDirectory(prefix="roster-") as folder,
        closing(sqlite3.connect(Path(folder) / "rows.db", isolation_level=None)) as store,
    ):
        store.executescript(
            """
            PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-8000;
            CREATE TABLE row (number INTEGER PRIMARY KEY, first INTEGER, cells TEXT);
            CREATE TABLE firm (code TEXT PRIMARY KEY, first INTEGER) WITHOUT ROWID;
            """
        )
        store.execute("BEGIN")
        for number, cells in rows:
            code = code_of(cells[at]) if at < len(cells) else ""
            # rows without a code belong to nobody: each stands alone, and is reported
            code = code or f"\0{number}"
            store.execute(known, (code, number))
            (first,) = store.execute(of_code, (code,)).fetchone()
            store.execute("INSERT INTO row VALUES (?, ?, ?)", (number, first, json.dumps(cells)))
        store.execute("CREATE INDEX together ON row (first, number)")
        store.execute("COMMIT")
        ordered = store.execute("SELECT first, number, cells FROM row ORDER BY first, number")
        for _, group in groupby(ordered, key=lambda row: row[0]):
            found = tuple((number, json.loads(cells)) for _, number, cells in group)
            code = code_of(found[0][1][at]) if at < len(found[0][1]) else ""
            yield FoundApplication(file, 0, code, rows=found)
