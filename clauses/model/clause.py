"""The model of a clause file: its paragraphs in both languages and everything they provide."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from clauses.key_path import KeyPath
from clauses.model.award import Award, Payee, SubjectKind
from clauses.model.base import AwardId, Bilingual, Code, Model, MoneyWords, ReadingId, Text


class Paragraph(Model):
    """One paragraph, with the exact Chinese and the departments that it names."""

    zh: Text
    en: Text
    departments: list[Code]
    status: Literal["pending"] | None = None
    """`pending` if the paragraph has the mark （补充核心政策条款）."""


class Line(Model):
    """A line of benefit without a sum."""

    id: AwardId
    paragraph: int
    kind: Literal["discretionary", "unspecified", "preference", "pending"]
    name: Bilingual
    subject: SubjectKind
    payee: Payee
    quote: Bilingual
    note: Bilingual | None = None
    readings: list[ReadingId] = []


class Target(Model):
    """A goal of the city: nobody can claim it."""

    paragraph: int
    quote: Bilingual
    meaning: Bilingual
    fund: MoneyWords | None = None
    """What the city sets aside each year for the awards of the policy, as the quotation has it."""


class Obligation(Model):
    """A task that the government sets itself; no benefit to an applicant."""

    paragraph: int
    quote: Bilingual
    what: Bilingual


class Support(Model):
    """A statement of support without any award; shown, never computed."""

    paragraph: int
    quote: Bilingual


QUOTING = ("awards", "lines", "targets", "obligations", "support")
"""The keys of a clause whose entries quote a paragraph."""


class Clause(Model):
    """One clause of the edition."""

    number: Annotated[int, Field(ge=1)]
    key: Code
    """Stable name of the clause; numbers may change between editions, keys never do."""
    from_: Annotated[list[Code], Field(alias="from")] = []
    """Keys of other clauses of earlier editions that went into this one, or that it came out of."""
    title: Bilingual
    paragraphs: Annotated[list[Paragraph], Field(min_length=1)]
    awards: list[Award] = []
    lines: list[Line] = []
    targets: list[Target] = []
    obligations: list[Obligation] = []
    support: list[Support] = []

    def text_of(self, number: int) -> str | None:
        """Return the Chinese of a paragraph, counted from 1; None if there is no such paragraph."""
        return self.paragraphs[number - 1].zh if 1 <= number <= len(self.paragraphs) else None

    @property
    def quoting(self) -> Iterator[tuple[KeyPath, Award | Line | Target | Obligation | Support]]:
        """Everything that quotes a paragraph, with its key."""
        for kind in QUOTING:
            for index, entry in enumerate(getattr(self, kind)):
                yield (kind, index), entry
