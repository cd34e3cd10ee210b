"""The comparison as tables: one row a claim, for a comma-separated file and a workbook.

Sums are plain decimal numbers in yuan, a loss a negative one. A row that cannot be compared has no
sums, so that each column adds up to its total.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from between_editions.kinds import payable
from between_editions.said import EditionWords
from between_editions.sides import SideClaim
from between_editions.view import ComparisonRow, ComparisonView
from eligibility.money import write
from results.cells import plain
from results.listing import comma_separated
from results.sheet_writer import WIDE, SheetWriter, book_of
from results.tables import MONEY, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Link = Callable[[str, int, int], str]
"""The address of a paragraph of an edition."""

SUMS = ("old-amount", "new-amount", "change")
CHANGE = ("number", "kind", "award", "subject", "old-clause", "new-clause", "old-status",
          "old-wording", "old-amount", "new-status", "new-wording", "new-amount", "change",
          "counted", "missing", "reasons")  # fmt: skip
TEXT = ("number", "award", "subject", "old-words", "old-translation", "new-words",
        "new-translation", "old-link", "new-link")  # fmt: skip
LISTED = (*CHANGE, "old-edition", "new-edition", *TEXT[3:])
_WIDTHS = {"kind": 18, "old-clause": 9, "new-clause": 9, "old-status": 18, "new-status": 18,
           "old-wording": 10, "new-wording": 10, "counted": 10, "reasons": 44, "old-words": 44,
           "new-words": 44, "old-translation": 44, "new-translation": 44, "old-link": 11,
           "new-link": 11}  # fmt: skip


class ChangeTables:
    """The tables of a comparison."""

    def __init__(
        self, view: ComparisonView, link: Link, applicant: str = "", day: str = ""
    ) -> None:
        self.view, self.said = view, view.said
        self.applicant, self.day = plain(applicant), day
        self._link = link
        self._rows = [self._row(row) for row in view.rows]

    @property
    def totals(self) -> dict[str, int]:
        """What the comparable claims come to in each column of sums, in fen."""
        sums = self.view.sums
        return dict(zip(SUMS, (sums.old, sums.new, sums.difference), strict=True))

    def changes(self) -> Table:
        """One row a claim, in the order of the form, with what the editions come to."""
        total = {column: write(fen) for column, fen in self.totals.items()}
        return Table("changes", CHANGE, self._rows, total)

    def texts(self) -> Table:
        """One row a claim, with the words of both editions."""
        return Table("texts", self._read(TEXT), self._rows)

    def listed(self) -> Table:
        """Everything in one table."""
        return Table("comparison", self._read(LISTED), self._rows)

    def heading(self, column: str) -> str:
        """Return the heading of a column."""
        found = self.said.catalogue["columns"].get(column)
        return str(found or self.said.new.words.part("columns", column))

    def _read(self, columns: tuple[str, ...]) -> list[str]:
        chinese = self.said.language == "zh"
        return [one for one in columns if not (chinese and one.endswith("translation"))]

    def _row(self, row: ComparisonRow) -> dict[str, str]:
        said, pair = self.said, row.pair
        known = pair.is_comparable
        cells = {
            "number": str(row.number),
            "kind": said.say("kinds", row.key),
            "award": row.award,
            "subject": row.subject,
            "change": write(pair.difference) if known else "",
            "counted": said.catalogue["yes" if known else "no"],
            "missing": said.new.words.join(row.missing),
            "reasons": said.catalogue["joint"].join(row.reasons),
            "old-edition": said.old.edition,
            "new-edition": said.new.edition,
        }
        for side, of, claim in (("old", said.old, pair.old), ("new", said.new, pair.new)):
            line = of.line(pair.claim.award)
            cells[f"{side}-status"] = (
                of.words.status(claim.entry)["name"] if claim else said.say("no-award")
            )
            if claim and known:
                due = payable(claim) or 0
                cells[f"{side}-amount"] = write(due)
                cells[f"{side}-wording"] = _wording(of, claim) if due else ""
            cells[f"{side}-clause"] = str(line.entry["clause"]) if line else ""
        for one in row.cited:
            side = "old" if one.edition == said.old.edition else "new"
            cells[f"{side}-words"] = one.zh
            cells[f"{side}-translation"] = one.translation
            cells[f"{side}-link"] = self._link(one.edition, one.clause, one.paragraph)
        return cells


def _wording(of: EditionWords, claim: SideClaim) -> str:
    return of.words.part("wording-names", "ceiling" if claim.at_most else "exact")


def listing(tables: ChangeTables) -> str:
    """Return the comma-separated file as text, to be encoded in UTF-8 (see `results.listing`)."""
    table = tables.listed()
    numbers = {"number", "old-clause", "new-clause", "old-edition", "new-edition", *SUMS}
    return comma_separated(table, [tables.heading(column) for column in table.columns], numbers)


def workbook(tables: ChangeTables) -> bytes:
    """Return a workbook; the same comparison on the same day gives the same bytes."""
    said = tables.said
    title: str = said.catalogue["title"]
    return book_of(title, said.new.edition, lambda book: _ChangesWriter(book, tables).write())


class _ChangesWriter(SheetWriter):
    """Writes the summary and the tables."""

    money_columns = MONEY - {"counted"} | {*SUMS}
    widths = {**WIDE, **_WIDTHS}
    counts = frozenset({"number", "old-clause", "new-clause"})

    def __init__(self, book: "Workbook", tables: ChangeTables) -> None:
        said = tables.said
        status = said.new.words.of(said.new.document["status"]["short"])
        super().__init__(book, said.new.words, said.catalogue["title"], status, tables.applicant)
        self.tables = tables

    def write(self) -> None:
        """Write all sheets."""
        self._summary()
        self.table(self.tables.changes())
        self.table(self.tables.texts())

    def sheet_name(self, name: str) -> str:
        """Return the name of a sheet."""
        return str(self.tables.said.catalogue["sheets"][name])

    def heading(self, table: Table, column: str) -> str:
        """Return the heading of a column."""
        return self.tables.heading(column)

    def at_most(self, column: str, row: Mapping[str, str]) -> bool:
        """Whether a sum is a ceiling."""
        ceiling = self.words.part("wording-names", "ceiling")
        return row.get(column.replace("-amount", "-wording")) == ceiling

    def is_capped(self, column: str) -> bool:
        """Whether the total of a column includes ceilings."""
        sums = self.tables.view.sums
        capped = {"old-amount": sums.old_at_most, "new-amount": sums.new_at_most}
        return capped.get(column, False)

    def _summary(self) -> None:
        tables, said, view = self.tables, self.tables.said, self.tables.view
        sheet = self.sheet_of_pairs("comparison")
        row = self.across(sheet, 0, self.title, self.large, lines=1.5)
        row = self.across(sheet, row, said.say("intro", old=said.old.name, new=said.new.name))
        row = self.made_for(sheet, row, tables.day)
        for of in (said.old, said.new):
            text = f"{of.name}{said.catalogue['colon']}{of.words.of(of.document['status']['long'])}"
            row = self.across(sheet, row, text)
        row += 1
        if view.sums.counted:
            for column, fen in tables.totals.items():
                label = (
                    f"{said.catalogue['whole']}{said.catalogue['colon']}{tables.heading(column)}"
                )
                row = self.pair(sheet, row, label, "")
                capped = self.is_capped(column)
                self.money(sheet, row - 1, 1, write(fen), at_most=capped, edge="none")
        else:
            row = self.across(sheet, row, said.catalogue["none-comparable"])
        if view.sums.counted and view.sums.left_out:
            counts = {"counted": str(view.sums.counted), "left": str(view.sums.left_out)}
            row = self.across(sheet, row, said.say("partly", **counts))
        row = self.across(sheet, row, said.catalogue["workbook-note"])
        for name, total in view.totals:
            row = self.pair(sheet, row, said.say("side-total", edition=name), total)
        for group in view.groups:
            row = self.pair(sheet, row, said.say("kinds", group.key), str(len(group.rows)))
        for name, sentences in view.lost:
            row = self.across(sheet, row + 1, said.say("left-title", edition=name), self.bold)
            for sentence in sentences:
                row = self.across(sheet, row, sentence)
