"""What the files of a new edition are written from, and what is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from clauses.model.policy import Policy
from clauses.preparing.department_marks import Name
from clauses.preparing.entries import EntryPlan, plan_entries
from clauses.preparing.pending import Note
from clauses.preparing.plan import Plan, texts_of
from clauses.preparing.received import Received
from clauses.preparing.translation import Translator
from clauses.preparing.writing import Files
from clauses.reading import read_text


@dataclass
class Written:
    """Files of the new edition by their names, and what waits in them."""

    files: Files = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def add(self, other: "Written") -> None:
        """Add what else was written."""
        self.files |= other.files
        self.notes += other.notes


@dataclass(frozen=True)
class NewEdition:
    """The former edition, the new text, and what becomes of the clauses and their entries."""

    folder: Path
    """Of the former edition."""
    former: Policy
    text: Received
    plan: Plan
    translator: Translator
    names: Sequence[Name] = ()
    """The departments that the former edition does not have by these names."""

    def read(self, name: str) -> str:
        """Return a file of the former edition."""
        return read_text(self.folder / name)

    @cached_property
    def entries(self) -> list[EntryPlan]:
        """What becomes of every award, line and other entry, in the order of the old text."""
        return plan_entries(self.plan, self.translator)

    @cached_property
    def gone(self) -> list[str]:
        """The ids of the awards and lines whose words are gone."""
        return [entry.id for entry in self.entries if entry.id and entry.to is None]

    @property
    def codes(self) -> dict[str, str]:
        """The codes of departments, by their names."""
        known = {one.zh: code for code, one in self.former.edition.departments.items()}
        return known | {name.zh: name.code for name in self.names}

    @cached_property
    def passages_before(self) -> dict[str, str]:
        """The passages of the former edition by their labels."""
        edition = self.former.edition
        texts = {
            f"{clause.number}.{n}": paragraph.zh
            for clause in self.former.clauses
            for n, paragraph in enumerate(clause.paragraphs, 1)
        }
        parts = (*edition.letter, edition.preamble, *edition.closing, *edition.footnotes)
        return texts | {part.label: part.zh for part in parts}

    @cached_property
    def passages(self) -> dict[str, str]:
        """The passages of the new text by their labels."""
        text = self.text
        found = {f"{one.number}.{n}": made.zh for one, n, made in texts_of(self.plan.clauses)}
        if text.preamble:
            found["引言"] = text.preamble
        found |= zip(text.letter_labels, text.letter, strict=True)
        for label, passages in (("附则-", text.closing), ("脚注", text.footnotes)):
            found |= {f"{label}{n}": zh for n, zh in enumerate(passages, 1)}
        return found
