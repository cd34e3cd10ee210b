"""The results as a workbook: the totals, the awards, the instalments, the answers.

XlsxWriter writes it; in the browser it is loaded with the first workbook. Texts are written as
texts, so that no formula can come of them. Sums are numbers whose format says “at most”; one with
more digits than a spreadsheet program keeps is written as text instead of being rounded.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import amounts
from results.cells import fits, plain
from results.tables import COUNTS, MONEY, Table, Tables

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDE = {"award": 34, "words": 60, "translation": 60, "notes": 60, "milestones": 44, "binding": 30,
        "payee": 30, "status": 22, "subject": 24, "department": 24, "question": 40, "answer": 28,
        "missing": 30, "milestone": 22, "link": 12, "number": 7, "instalment": 7}  # fmt: skip
"""Widths of columns in characters; a column that is not named has 16."""

_FORMATS = {"zh": '#,##0{0}"元"', "en": '"RMB "#,##0{0}'}
_WORDED = {"zh": '"最高"{0}', "en": '"at most "{0}'}  # a format takes text in quotation marks


def workbook(tables: Tables) -> bytes:
    """Return the file; the same results give the same bytes on any day."""
    from xlsxwriter import Workbook  # only whoever wants a workbook loads it

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False,
                          "strings_to_numbers": False, "strings_to_urls": False})  # fmt: skip
    title = tables.words.of(tables.document["title"])
    made = datetime.fromisoformat(tables.assessment["edition"])
    book.set_properties({"title": title, "created": made})
    _Writer(book, tables).write()
    book.close()
    return out.getvalue()


class _Writer:
    """Lays the tables out, one sheet each."""

    def __init__(self, book: "Workbook", tables: Tables) -> None:
        self.book, self.tables, self.words = book, tables, tables.words
        self.language = tables.words.language
        self.formats: dict[tuple[str, bool], Format] = {}
        wrapped = {"text_wrap": True, "valign": "top"}
        self.text = book.add_format(wrapped)
        self.bold = book.add_format({**wrapped, "bold": True})
        self.head = book.add_format({**wrapped, "bold": True, "bottom": 1})
        self.link = book.add_format({**wrapped, "underline": 1, "font_color": "#0b57d0"})

    def write(self) -> None:
        """Write all four sheets."""
        self.totals()
        for table in (self.tables.awards(), self.tables.instalments(), self.tables.answers()):
            self.table(table)

    def totals(self) -> None:
        """Write what the results say before any award: the status, the sums, the notices."""
        sheet, view = self.sheet("totals"), self.tables.view
        document, says = self.tables.document, self.tables.words.say
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 1, 60)
        self.put(sheet, 0, 0, view.title, self.bold)
        self.put(sheet, 1, 0, says("labels", "title"))
        self.put(sheet, 2, 0, self.words.of(document["status"]["long"]), self.bold)
        self.put(sheet, 3, 0, self.words.of(document["status"]["prevails"]))
        row = 5
        for total in view.totals:
            self.put(sheet, row, 0, total.label)
            figure = self.tables.assessment["totals"].get(total.key)
            if isinstance(figure, str) and not amounts.is_zero(figure):
                self.money(sheet, row, 1, figure, at_most=self.capped(total.key))
            else:
                self.put(sheet, row, 1, total.value)
            row += 1
        for payee in view.payees:
            self.put(sheet, row, 0, payee.label)
            self.put(sheet, row, 1, payee.value)
            row += 1
        row += 1
        for line in (view.totals_note, says("columns-notes", "digits"), *view.notices):
            self.put(sheet, row, 0, line)
            row += 1
        for head in view.head:
            self.put(sheet, row + 1, 0, head.label)
            self.put(sheet, row + 1, 1, head.value)
            row += 1

    def capped(self, key: str) -> bool:
        """Tell whether a total holds sums that are worded as ceilings."""
        ceiling = not amounts.is_zero(self.tables.assessment["totals"]["ceiling"])
        return key in ("max", "ceiling") and ceiling

    def table(self, table: Table) -> None:
        """Write one table under its headings, which stay in view and on every printed page."""
        sheet = self.sheet(table.name)
        for number, column in enumerate(table.columns):
            width = 18 if column in MONEY else WIDE.get(column, 16)
            sheet.set_column(number, number, width)
            self.put(sheet, 0, number, table.heading(self.words, column), self.head)
        ceiling = self.words.part("wording-names", "ceiling")
        for place, row in enumerate(table.rows, 1):
            for number, column in enumerate(table.columns):
                value = row.get(column, "")
                if value and column in MONEY:
                    worded = column == "amount" and row.get("wording") == ceiling
                    self.money(sheet, place, number, value, at_most=worded)
                elif value and column in COUNTS:
                    sheet.write_number(place, number, int(value), self.text)
                elif column == "link" and value.startswith(("http://", "https://")):
                    said = self.words.part("columns", "open")
                    sheet.write_url(place, number, value, self.link, said)
                elif value:
                    self.put(sheet, place, number, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        sheet.repeat_rows(0)

    def sheet(self, name: str) -> "Worksheet":
        """Add a sheet that prints across, on one page’s width, with the status at its foot."""
        sheet = self.book.add_worksheet(self.words.part("sheets", name))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        status = self.words.of(self.tables.document["status"]["short"]).replace("&", "&&")
        sheet.set_footer(f"&L&8{status[:200]}&R&8&P / &N")
        return sheet

    def put(
        self, sheet: "Worksheet", row: int, column: int, text: str, how: "Format | None" = None
    ) -> None:
        """Write a text, which no program takes for anything else."""
        sheet.write_string(row, column, plain(text), how or self.text)

    def money(self, sheet: "Worksheet", row: int, column: int, yuan: str, *, at_most: bool) -> None:
        """Write a sum as a number, or digit by digit as text where digits would be lost."""
        if not fits(yuan):
            said = self.words.worded(yuan, "ceiling" if at_most else "exact")
            self.put(sheet, row, column, said)
            return
        number: Any = Decimal(yuan)  # XlsxWriter writes it digit by digit
        sheet.write_number(row, column, number, self.format("." in yuan, at_most))

    def format(self, fen: bool, at_most: bool) -> "Format":
        """The format of a sum: yuan, with fen where there are any, “at most” before a ceiling."""
        key = ("fen" if fen else "yuan", at_most)
        if key not in self.formats:
            shown = _FORMATS[self.language].format(".00" if fen else "")
            shown = _WORDED[self.language].format(shown) if at_most else shown
            style: Mapping[str, Any] = {"num_format": shown, "valign": "top", "align": "right"}
            self.formats[key] = self.book.add_format(dict(style))
        return self.formats[key]
