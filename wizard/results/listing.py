"""The results as a comma-separated file for spreadsheet programs.

UTF-8 with the byte order mark that such programs look for, lines ending in CR LF, every text in
quotation marks and harmless (`cells`). Sums are plain decimal numbers in yuan, days are written
2021-06-30.
"""

import csv
from io import StringIO

from results.cells import harmless
from results.tables import COUNTS, DAYS, MONEY, Tables

MARK = "\ufeff"


def listing(tables: Tables) -> str:
    """Return the complete file as text, to be encoded in UTF-8."""
    table, words = tables.listing(), tables.words
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(table.heading(words, column) for column in table.columns)
    for row in table.rows:
        writer.writerow(_cell(column, row.get(column, "")) for column in table.columns)
    return MARK + out.getvalue()


def _cell(column: str, value: str) -> str:
    return value if column in MONEY | COUNTS | DAYS | {"share", "edition"} else harmless(value)
