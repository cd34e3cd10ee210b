"""The results as a comma-separated file for spreadsheet programs.

UTF-8 with the byte order mark that such programs look for, lines ending in CR LF, every text in
quotation marks and harmless (`cells`). Sums are plain decimal numbers in yuan, days are written
2021-06-30.
"""

import csv
from collections.abc import Collection, Sequence
from io import StringIO

from results.cells import harmless
from results.tables import COUNTS, DAYS, MONEY, Table, Tables

MARK = "\ufeff"


def listing(tables: Tables) -> str:
    """Return the complete file as text, to be encoded in UTF-8."""
    table, words = tables.listing(), tables.words
    headings = [table.heading(words, column) for column in table.columns]
    return comma_separated(table, headings, MONEY | COUNTS | DAYS | {"share", "edition"})


def comma_separated(table: Table, headings: Sequence[str], numbers: Collection[str]) -> str:
    """Return a table as a file; `numbers` are the columns of numbers and days."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(headings)
    for row in table.rows:
        cells = ((column, row.get(column, "")) for column in table.columns)
        writer.writerow(
            # a share of 1/3 is no number, and would become a day
            cell if column in numbers and "/" not in str(cell) else harmless(cell)
            for column, cell in cells
        )
    return MARK + out.getvalue()
