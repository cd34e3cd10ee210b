"""The results as a workbook: totals, awards, their reasons and texts, instalments, answers.

XlsxWriter writes it; in the browser it is loaded with the first workbook. How a sheet looks is in
`sheet_writer`.
"""

from typing import TYPE_CHECKING

import amounts
from results.sheet_writer import SheetWriter, book_of
from results.tables import Tables

if TYPE_CHECKING:
    from xlsxwriter import Workbook


def workbook(tables: Tables) -> bytes:
    """Return the file as bytes; the same results on the same day give the same bytes."""
    title, edition = tables.words.of(tables.document["title"]), tables.assessment["edition"]
    return book_of(title, edition, lambda book: _ResultsWriter(book, tables).write())


class _ResultsWriter(SheetWriter):
    """Writes the results, one table per sheet."""

    def __init__(self, book: "Workbook", tables: Tables) -> None:
        status = tables.words.of(tables.document["status"]["short"])
        super().__init__(book, tables.words, tables.view.title, status, tables.applicant)
        self.tables = tables

    def write(self) -> None:
        """Write all sheets."""
        self.totals()
        tables = self.tables
        for table in (tables.awards(), tables.reasons(), tables.texts(), tables.instalments(),
                      tables.answers()):  # fmt: skip
            self.table(table)

    def totals(self) -> None:
        """Write the first sheet: applicant, status, totals, notices."""
        sheet, view, says = self.sheet_of_pairs("totals"), self.tables.view, self.words.say
        document = self.tables.document
        row = self.across(sheet, 0, view.title, self.large, lines=1.5)
        row = self.across(sheet, row, says("labels", "title"))
        row = self.made_for(sheet, row, self.tables.day)
        row = self.across(sheet, row, self.words.of(document["status"]["long"]), self.bold)
        row = self.across(sheet, row, self.words.of(document["status"]["prevails"])) + 1
        for total in view.totals:
            figure = self.tables.assessment["totals"].get(total.key)
            known = isinstance(figure, str) and not amounts.is_zero(figure)
            row = self.pair(sheet, row, total.label, "" if known else total.value)
            if known:
                capped = self.capped(total.key)
                self.money(sheet, row - 1, 1, str(figure), at_most=capped, edge="none")
        for label, figure, capped in self.tables.payees():
            row = self.pair(sheet, row, label, "")
            self.money(sheet, row - 1, 1, figure, at_most=capped, edge="none")
        row += 1
        status = document["status"]
        told = {self.words.of(status["long"]), self.words.of(status["prevails"])}
        for line in (view.totals_note, says("columns-notes", "digits"), *view.notices):
            row = row if line in told else self.across(sheet, row, line)
        row += 1
        for head in view.head:
            row = self.pair(sheet, row, head.label, head.value)

    def is_capped(self, column: str) -> bool:
        """Whether the total of a column includes ceilings."""
        return self.capped("max")

    def capped(self, key: str) -> bool:
        """Whether a total includes ceilings."""
        ceiling = not amounts.is_zero(self.tables.assessment["totals"]["ceiling"])
        return key in ("max", "ceiling") and ceiling
