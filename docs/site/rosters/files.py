"""The files of a run: changes and what was left out as CSV, all as a workbook, JSON and a page."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from clauses.messages import Language
from clauses.rosters.columns import Columns
from clauses.rosters.comparison import ClaimChange
from clauses.rosters.faults import Remark
from clauses.rosters.jobs import Done
from clauses.rosters.sums import AssessedClaim, Enterprise
from clauses.wizard_part import wizard_part
from docs.site.language import BY_CODE, EN, ZH
from docs.site.pages.render import environment
from docs.site.rosters.report import Report, in_yi, share, with_separators
from docs.site.rosters.sheets import Fen, Rows, rows_file, write_workbook
from docs.site.rosters.tables import ReportTables, both

_STYLE = Path(__file__).parents[1] / "styles" / "rosters.css"
"""Inlined, so that the page is one file."""
HEADING = "# Every file of this folder with its SHA-256, written by build.py exposure or compare."
LEFT_OUT_FILE, DOUBTS_FILE = "left-out.csv", "doubts.csv"
_CHANGES_FILE, _OPEN_FILE = "differences.csv", "missing-facts.csv"
_REMARKS = ("file", "place", "enterprise", "reason")
_COLUMNS = {
    _CHANGES_FILE: (
        "enterprise", "name", "claim", "award", "award-name", "clause-old", "clause-new",
        "subject", "kind", "status-old", "status-new", "sum-old", "sum-new", "difference",
        "missing",
    ),
    _OPEN_FILE: (
        "enterprise", "name", "claim", "award", "award-name", "subject", "missing", "least", "most",
    ),
    LEFT_OUT_FILE: _REMARKS,
    DOUBTS_FILE: _REMARKS,
}  # fmt: skip
"""The files that are written row by row, in the order of their sheets in the workbook."""
_SHEETS = {
    _CHANGES_FILE: "sheet-changes",
    _OPEN_FILE: "sheet-open",
    LEFT_OUT_FILE: "sheet-left-out",
    DOUBTS_FILE: "sheet-doubts",
}
_SUMS = frozenset(("sum-old", "sum-new", "difference", "least", "most"))


class Files:
    """Writes row by row while the run goes on; `finish` writes the rest."""

    def __init__(self, folder: Path, tables: ReportTables, language: Language) -> None:
        self.folder, self.tables, self.language = folder, tables, language
        self.of = BY_CODE[language].of
        self.numbers: list[Mapping[str, int]] = [
            {entry["id"]: entry["clause"] for entry in (*document["awards"], *document["lines"])}
            for document in tables.documents
        ]
        self.columns = Columns([wizard_part(document) for document in tables.documents])
        self.stack = ExitStack()
        self.written: dict[str, Rows] = {}

    @contextmanager
    def opened(self) -> Iterator["Files"]:
        """Open the files that are written row by row; that of doubts only when there is one."""
        with self.stack:
            self._rows(LEFT_OUT_FILE)
            self._rows(_CHANGES_FILE if len(self.tables.editions) > 1 else _OPEN_FILE)
            yield self

    def add(self, done: Done) -> None:
        """Write what a chunk of the run came to."""
        for change in done.changes:
            self._rows(_CHANGES_FILE).add(self._change(change))
        for enterprise, claim in done.open:
            self._rows(_OPEN_FILE).add(self._open(enterprise, claim))
        for name, remarks in ((LEFT_OUT_FILE, done.left_out), (DOUBTS_FILE, done.doubts)):
            for remark in remarks:
                self._rows(name).add(self._remark(remark))

    def finish(self, report: Report) -> None:
        """Write the report: as JSON, as a page, and with all rows as a workbook."""
        data = json.dumps(report.data(), ensure_ascii=False, indent=1)
        (self.folder / "report.json").write_text(data + "\n", "utf-8", newline="\n")
        (self.folder / "index.html").write_text(page_of(report), "utf-8", newline="\n")
        write_workbook(
            self.folder / "tables.xlsx",
            datetime.fromisoformat(self.tables.editions[-1]),
            (self._said("sheet-summary"), report.rows(self.language)),
            [
                (
                    self._said(_SHEETS[name]),
                    self.folder / name,
                    frozenset(n for n, column in enumerate(columns) if column in _SUMS),
                )
                for name, columns in _COLUMNS.items()
                if name in self.written
            ],
        )

    def _rows(self, name: str) -> Rows:
        if name not in self.written:
            headings = [self._said(f"column-{column}") for column in _COLUMNS[name]]
            file = rows_file(self.folder / name, headings)
            self.written[name] = self.stack.enter_context(file)
        return self.written[name]

    def _change(self, change: ClaimChange) -> list[Any]:
        old, new = (numbers.get(change.award, "") for numbers in self.numbers)
        return [
            *change.enterprise, change.claim, change.award,
            self.of(self.tables.name(change.award)), old, new,
            self._subject(change.enterprise, change.subject),
            self._said(f"kind-{change.kind}"),
            self._status(change.old_status), self._status(change.new_status),
            _cell(change.old), _cell(change.new),
            Fen(change.difference) if change.is_comparable else "",
            self._headings(change.missing),
        ]  # fmt: skip

    def _open(self, enterprise: Enterprise, claim: AssessedClaim) -> list[Any]:
        """Return a claim that needs facts, with the columns in which they belong."""
        return [
            *enterprise, claim.claim, claim.award, self.of(self.tables.name(claim.award)),
            self._subject(enterprise, claim.subject), self._headings(claim.missing),
            Fen(claim.least), self._said("unlimited") if claim.most is None else Fen(claim.most),
        ]  # fmt: skip

    def _remark(self, one: Remark) -> list[str]:
        return [one.file, one.where(self.language), one.enterprise, one.told(self.language)]

    def _subject(self, enterprise: Enterprise, subject: str) -> str:
        return self._said("enterprise-itself") if subject == enterprise.code else subject

    def _said(self, name: str) -> str:
        return self.of(both(name))

    def _headings(self, facts: Sequence[str]) -> str:
        joint = "、" if self.language == "zh" else "; "
        return joint.join(self.of(self.columns.heading(fact)) for fact in facts)

    def _status(self, status: str) -> str:
        return self.of(self.tables.status(status)) if status else ""


def page_of(report: Report) -> str:
    """Return the page: one file in both languages, with bars, to be read, printed and passed on."""
    return environment().get_template("rosters.html").render(
        report=report, zh=ZH, en=EN, style=_STYLE.read_text(encoding="utf-8"), both=both,
        in_yi=lambda fen: in_yi(fen).replace("-", "−"), share=share,
        exact=lambda fen: with_separators(fen).replace("-", "−"),
    )  # fmt: skip


def _cell(fen: int | None) -> Fen | str:
    return "" if fen is None else Fen(fen)
