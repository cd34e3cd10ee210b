"""Writes tables into the sheets of a workbook, in the types of their columns, ready for printing.

Texts are written as text, so that they cannot become formulas. Sums are numbers, with “at most” in
their format; a sum with more digits than a spreadsheet program keeps is written as text instead of
being rounded. Dates are real dates. Each sheet is as wide as a page of A4.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import amounts
from results.cells import fits, plain
from results.sheets import height_of, sum_width
from results.tables import COUNTS, DAYS, MONEY, Table
from results.words import Words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDE = {"number": 6, "instalment": 11, "clause": 13, "award": 27, "subject": 17, "date": 15,
        "planned": 15, "payee": 22, "department": 20, "status": 16, "wording": 10, "binding": 22,
        "milestone": 20, "share": 8, "conditions": 11, "missing": 22, "notes": 38,
        "words": 56, "translation": 56, "readings": 12, "link": 11, "question": 52,
        "answer": 30}  # fmt: skip
"""Widths of columns in characters; columns of sums are as wide as their longest sum."""
_PAIRS = (40, 50)

_FORMATS = {"zh": '#,##0{0}"元"', "en": '"RMB "#,##0{0}'}
_WORDED = {"zh": '"最高"{0}', "en": '"at most "{0}'}  # a format takes text in quotation marks
_DAYS = {"zh": 'yyyy"年"m"月"d"日"', "en": "[$-809]d mmmm yyyy"}
_RULE = {"bottom": 4, "bottom_color": "#808080"}
_EDGES: Mapping[str, Mapping[str, Any]] = {
    "row": {**_RULE, "indent": 1}, "total": {"bold": True, "top": 1, "indent": 1}, "none": {},
}  # fmt: skip
_FIRST = date(1900, 3, 1)
"""Spreadsheet programs disagree on earlier dates."""


def book_of(title: str, edition: str, write: Callable[["Workbook"], object]) -> bytes:
    """Return a workbook as bytes; `edition` is the date in it, so that they stay the same."""
    from xlsxwriter import Workbook  # loaded only for a workbook

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False,
                          "strings_to_numbers": False, "strings_to_urls": False})  # fmt: skip
    book.set_properties({"title": title, "created": datetime.fromisoformat(edition)})
    write(book)
    book.close()
    return out.getvalue()


class SheetWriter:
    """Writes sheets of tables, and of labels with values."""

    money_columns = MONEY
    """Columns of sums in yuan."""
    counts = COUNTS
    widths: Mapping[str, int] = WIDE

    def __init__(
        self, book: "Workbook", words: Words, title: str, status: str, applicant: str = ""
    ) -> None:
        self.book, self.words, self.language = book, words, words.language
        self.title, self.status, self.applicant = title, status, applicant
        self.formats: dict[tuple[str, bool, str], Format] = {}
        wrapped = {"text_wrap": True, "valign": "top"}
        self.text = book.add_format(wrapped)
        self.right = book.add_format({**wrapped, "align": "right"})
        self.bold = book.add_format({**wrapped, "bold": True})
        self.large = book.add_format({**wrapped, "bold": True, "font_size": 14})
        day = {"num_format": _DAYS[self.language], "valign": "top"}
        self.made = book.add_format({**day, "align": "right"})
        ruled = {**wrapped, **_RULE}
        self.ruled = book.add_format(ruled)
        self.count = book.add_format({**ruled, "align": "center"})
        self.day = book.add_format({**day, **_RULE, "align": "left"})
        self.link = book.add_format({**ruled, "underline": 1, "font_color": "#0b57d0"})
        self.head = book.add_format({**wrapped, "bold": True, "bottom": 1})
        self.head_of_sums = book.add_format(
            {**wrapped, "bold": True, "bottom": 1, "align": "right", "indent": 1}
        )
        self.sum = book.add_format({**wrapped, "bold": True, "top": 1})

    def across(
        self, sheet: "Worksheet", row: int, text: str, how: "Format | None" = None, lines: float = 1
    ) -> int:
        """Write a text across both columns; return the next row."""
        sheet.merge_range(row, 0, row, 1, "", how or self.text)
        self.put(sheet, row, 0, text, how)
        sheet.set_row(row, height_of([(text, sum(_PAIRS) / lines)]) * lines)
        return row + 1

    def pair(self, sheet: "Worksheet", row: int, label: str, value: str) -> int:
        """Write a label and its value; return the next row."""
        self.put(sheet, row, 0, label)
        if value:
            self.put(sheet, row, 1, value, self.right)
        sheet.set_row(row, height_of([(label, _PAIRS[0]), (value, _PAIRS[1])]))
        return row + 1

    def made_for(self, sheet: "Worksheet", row: int, day: str) -> int:
        """Write for whom and when the workbook was made, as far as known; return the next row."""
        if self.applicant:
            said = self.words.say("columns-notes", "applicant")
            row = self.pair(sheet, row, said, self.applicant)
        if day:
            row = self.pair(sheet, row, self.words.say("columns-notes", "made"), "")
            self.dated(sheet, row - 1, 1, day, self.made)
        return row

    def table(self, table: Table) -> None:
        """Write one table; its headings stay in view and repeat on every printed page."""
        sheet = self.sheet(table.name)
        headings = {column: self.heading(table, column) for column in table.columns}
        widths = {column: self.width(table, column) for column in table.columns}
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, widths[column])
            how = self.head_of_sums if column in self.money_columns else self.head
            self.put(sheet, 0, number, headings[column], how)
        sheet.set_row(0, height_of([(headings[column], widths[column]) for column in headings]))
        for place, row in enumerate(table.rows, 1):
            for number, column in enumerate(table.columns):
                self.cell(sheet, place, number, column, row)
            sheet.set_row(place, height_of(
                [(row.get(column, ""), widths[column]) for column in widths
                 if column not in self.money_columns and not column.endswith("link")]
            ))  # fmt: skip
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        sheet.repeat_rows(0)
        if table.total is not None and table.rows:
            self.sums(sheet, table, len(table.rows) + 1)

    def sums(self, sheet: "Worksheet", table: Table, place: int) -> None:
        """Write the totals of the columns of sums under the last row."""
        assert table.total is not None
        for number, column in enumerate(table.columns):
            sheet.write_blank(place, number, None, self.sum)
            if column == "award":
                self.put(sheet, place, number, self.words.say("columns-notes", "total"), self.sum)
            elif column in table.total:
                capped = self.is_capped(column)
                self.money(sheet, place, number, table.total[column], at_most=capped, edge="total")

    def cell(
        self, sheet: "Worksheet", place: int, number: int, column: str, row: Mapping[str, str]
    ) -> None:
        """Write one cell in the type of its column."""
        value = row.get(column, "")
        if not value:
            sheet.write_blank(place, number, None, self.ruled)
        elif column in self.money_columns:
            self.money(sheet, place, number, value, at_most=self.at_most(column, row))
        elif column in self.counts:
            sheet.write_number(place, number, int(value), self.count)
        elif column in DAYS:
            self.dated(sheet, place, number, value, self.day)
        elif column == "answer" and row.get("day"):
            self.dated(sheet, place, number, row["day"], self.day)
        elif column.endswith("link") and value.startswith(("http://", "https://")):
            said = self.words.part("columns", "open")
            sheet.write_url(place, number, value, self.link, said)
        else:
            self.put(sheet, place, number, value, self.ruled)

    def heading(self, table: Table, column: str) -> str:
        """Return the heading of a column."""
        return table.heading(self.words, column)

    def at_most(self, column: str, row: Mapping[str, str]) -> bool:
        """Whether a sum is a ceiling."""
        ceiling = self.words.part("wording-names", "ceiling")
        return column == "amount" and row.get("wording") == ceiling

    def is_capped(self, column: str) -> bool:
        """Whether the total of a column includes ceilings."""
        return False

    def width(self, table: Table, column: str) -> int:
        """Return the width of a column; a column of sums is as wide as its longest sum."""
        if column not in self.money_columns:
            return self.widths[column]
        sums = [(row[column], self.at_most(column, row)) for row in table.rows if row.get(column)]
        if table.total and column in table.total:
            sums.append((table.total[column], self.is_capped(column)))
        shown = [self.shown(yuan, at_most) for yuan, at_most in sums]
        return sum_width(shown, self.heading(table, column))

    def shown(self, yuan: str, at_most: bool) -> str:
        """Return a sum as its format displays it."""
        if not fits(yuan):
            return ""  # a text, which is wrapped
        number = f"{Decimal(yuan):,.2f}" if "." in yuan else f"{Decimal(yuan):,}"
        said = _FORMATS[self.language].replace("#,##0{0}", number)
        return (_WORDED[self.language].format(said) if at_most else said).replace('"', "")

    def sheet_of_pairs(self, name: str) -> "Worksheet":
        """Add an upright sheet of labels and values."""
        sheet = self.sheet(name)
        sheet.set_portrait()
        for column, width in enumerate(_PAIRS):
            sheet.set_column(column, column, width)
        return sheet

    def sheet_name(self, name: str) -> str:
        """Return the name of a sheet as a reader sees it."""
        return self.words.part("sheets", name)

    def sheet(self, name: str) -> "Worksheet":
        """Add a landscape sheet, one page wide in print, with the status in its footer."""
        sheet = self.book.add_worksheet(self.sheet_name(name))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&8{_margin(self.status, 200)}&R&8&P / &N")
        sheet.set_header(f"&L&8{_margin(self.title, 150)}&R&8{_margin(self.applicant, 80)}")
        return sheet

    def put(
        self, sheet: "Worksheet", row: int, column: int, text: str, how: "Format | None" = None
    ) -> None:
        """Write a text that no program takes for anything else."""
        sheet.write_string(row, column, plain(text), how or self.text)

    def dated(self, sheet: "Worksheet", row: int, column: int, day: str, how: "Format") -> None:
        """Write a date; one that spreadsheet programs do not support is written as text."""
        with suppress(ValueError):
            if (known := date.fromisoformat(day)) >= _FIRST:
                sheet.write_datetime(row, column, known, how)
                return
        self.put(sheet, row, column, amounts.day(day, self.language), self.ruled)

    def money(
        self,
        sheet: "Worksheet",
        row: int,
        column: int,
        yuan: str,
        *,
        at_most: bool,
        edge: str = "row",
    ) -> None:
        """Write a sum as a number, or as text if digits would be lost."""
        if not fits(yuan):
            said = self.words.worded(yuan, "ceiling" if at_most else "exact")
            texts = {"total": self.sum, "row": self.ruled, "none": self.right}
            self.put(sheet, row, column, said, texts[edge])
            return
        number: Any = Decimal(yuan)  # XlsxWriter writes it digit by digit
        sheet.write_number(row, column, number, self.format("." in yuan, at_most, edge))

    def format(self, fen: bool, at_most: bool, edge: str) -> "Format":
        """Return the format of a sum: yuan, with fen if any, and “at most” before a ceiling."""
        key = ("fen" if fen else "yuan", at_most, edge)
        if key not in self.formats:
            shown = _FORMATS[self.language].format(".00" if fen else "")
            shown = _WORDED[self.language].format(shown) if at_most else shown
            style: dict[str, Any] = {"num_format": shown, "valign": "top", "align": "right"}
            self.formats[key] = self.book.add_format({**style, **_EDGES[edge]})
        return self.formats[key]


def _margin(text: str, longest: int) -> str:
    """Write a text for a header or footer, which has codes and holds at most 255 characters."""
    return text.replace("&", "&&")[:longest]
