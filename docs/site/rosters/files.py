"""The files of a run: changes and what was left out as CSV, all as a workbook, JSON and a page."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from clauses.messages import Both, Language
from clauses.rosters.columns import Columns
from clauses.rosters.comparison import Change
from clauses.rosters.faults import Remark
from clauses.rosters.sums import Claimed, Enterprise
from clauses.wizard_part import wizard_part
from docs.site.rosters.page import page_of
from docs.site.rosters.report import Report
from docs.site.rosters.sheets import Fen, Rows, rows_file, write_workbook
from docs.site.rosters.tables import Tables, both

HEADING = "# Every file of this folder with its SHA-256, written by build.py exposure or compare."
_CHANGES = (
    "enterprise", "name", "claim", "award", "award-name", "clause-old", "clause-new", "subject",
    "kind", "status-old", "status-new", "sum-old", "sum-new", "difference", "missing",
)  # fmt: skip
_OPEN = (
    "enterprise", "name", "claim", "award", "award-name", "subject", "missing", "least", "most",
)  # fmt: skip
_CHANGES_FILE, LEFT_OUT_FILE, _OPEN_FILE = "differences.csv", "left-out.csv", "missing-facts.csv"
DOUBTS_FILE = "doubts.csv"
"""Written only if there are any."""
_LEFT_OUT = ("file", "place", "enterprise", "reason")


class Files:
    """Writes row by row while the run goes on; `finish` writes the rest."""

    def __init__(self, folder: Path, tables: Tables, language: Language) -> None:
        self.folder, self.tables, self.language = folder, tables, language
        self.numbers: list[Mapping[str, int]] = [
            {entry["id"]: entry["clause"] for entry in (*document["awards"], *document["lines"])}
            for document in tables.documents
        ]
        self.columns = Columns([wizard_part(document) for document in tables.documents])
        self.changes: Rows | None = None
        self.open: Rows | None = None
        self.left_out: Rows | None = None
        self.doubts: Rows | None = None
        self.stack = ExitStack()

    @contextmanager
    def opened(self) -> Iterator["Files"]:
        """Open the files that are written row by row."""
        with self.stack as stack:
            self.left_out = stack.enter_context(self._rows(LEFT_OUT_FILE, _LEFT_OUT))
            if len(self.tables.editions) > 1:
                self.changes = stack.enter_context(self._rows(_CHANGES_FILE, _CHANGES))
            else:
                self.open = stack.enter_context(self._rows(_OPEN_FILE, _OPEN))
            yield self

    def add_change(self, change: Change) -> None:
        """Write a change."""
        assert self.changes is not None
        old, new = (numbers.get(change.award, "") for numbers in self.numbers)
        self.changes.add([
            *change.enterprise, change.claim, change.award,
            self._words(self.tables.name(change.award)), old, new,
            self._subject(change.enterprise, change.subject),
            self._said(f"kind-{change.kind}"),
            self._status(change.old_status), self._status(change.new_status),
            _cell(change.old), _cell(change.new),
            Fen(change.difference) if change.is_comparable else "",
            self._headings(change.missing),
        ])  # fmt: skip

    def add_open(self, enterprise: Enterprise, claim: Claimed) -> None:
        """Write a claim that needs facts, with the columns in which they belong."""
        assert self.open is not None
        most = self._said("unlimited") if claim.most is None else Fen(claim.most)
        self.open.add([
            *enterprise, claim.claim, claim.award, self._words(self.tables.name(claim.award)),
            self._subject(enterprise, claim.subject), self._headings(claim.missing),
            Fen(claim.least), most,
        ])  # fmt: skip

    def _subject(self, enterprise: Enterprise, subject: str) -> str:
        return self._said("enterprise-itself") if subject == enterprise.code else subject

    def add_left_out(self, one: Remark) -> None:
        """Write what was left out, with its reason."""
        assert self.left_out is not None
        self.left_out.add(self._told(one))

    def add_doubt(self, one: Remark) -> None:
        """Write what counts, but is to be looked at, with the reason."""
        if self.doubts is None:
            self.doubts = self.stack.enter_context(self._rows(DOUBTS_FILE, _LEFT_OUT))
        self.doubts.add(self._told(one))

    def _told(self, one: Remark) -> list[str]:
        return [one.file, one.where(self.language), one.enterprise, one.told(self.language)]

    def finish(self, report: Report) -> None:
        """Write the report: as JSON, as a page, and with all rows as a workbook."""
        data = json.dumps(report.data(), ensure_ascii=False, indent=1)
        (self.folder / "report.json").write_text(data + "\n", "utf-8", newline="\n")
        (self.folder / "index.html").write_text(page_of(report), "utf-8", newline="\n")
        sums = frozenset(_CHANGES.index(name) for name in ("sum-old", "sum-new", "difference"))
        tables = [(self._said("sheet-left-out"), self.folder / LEFT_OUT_FILE, frozenset[int]())]
        if self.doubts is not None:
            tables.append((self._said("sheet-doubts"), self.folder / DOUBTS_FILE, frozenset()))
        if self.open is not None:
            spans = frozenset(_OPEN.index(name) for name in ("least", "most"))
            tables.insert(0, (self._said("sheet-open"), self.folder / _OPEN_FILE, spans))
        if self.changes is not None:
            tables.insert(0, (self._said("sheet-changes"), self.folder / _CHANGES_FILE, sums))
        write_workbook(
            self.folder / "tables.xlsx",
            datetime.fromisoformat(self.tables.editions[-1]),
            (self._said("sheet-summary"), report.rows(self.language)),
            tables,
        )

    def _rows(self, name: str, columns: Sequence[str]) -> AbstractContextManager[Rows]:
        headings = [self._said(f"column-{column}") for column in columns]
        return rows_file(self.folder / name, headings)

    def _said(self, name: str) -> str:
        return self._words(both(name))

    def _words(self, words: Both) -> str:
        return words.zh if self.language == "zh" else words.en

    def _headings(self, facts: Sequence[str]) -> str:
        joint = "、" if self.language == "zh" else "; "
        return joint.join(self._words(self.columns.heading(fact)) for fact in facts)

    def _status(self, status: str) -> str:
        return self._words(self.tables.status(status)) if status else ""


def _cell(fen: int | None) -> Fen | str:
    return "" if fen is None else Fen(fen)
