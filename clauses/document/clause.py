"""A clause: its paragraphs in both languages, and everything that it gives or sets out to do."""

from dataclasses import dataclass

from clauses.document.awards import Award, Line
from clauses.document.base import Bilingual


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, the Chinese to the letter, with the departments that it names."""

    zh: str
    en: str
    departments: list[str]
    status: str | None
    """`pending` where the paragraph carries the mark （补充核心政策条款）, else None."""


@dataclass(frozen=True)
class Target:
    """A goal of the city: nobody can claim it."""

    paragraph: int
    quote: Bilingual
    meaning: Bilingual
    fund: str | None
    """What the city sets aside each year for the awards of the policy, as the text writes it."""


@dataclass(frozen=True)
class Obligation:
    """Something the government sets itself to do; no benefit to an applicant."""

    paragraph: int
    quote: Bilingual
    what: Bilingual


@dataclass(frozen=True)
class Support:
    """Words of support without any line; shown, never computed."""

    paragraph: int
    quote: Bilingual


@dataclass(frozen=True)
class Clause:
    """One clause of the edition."""

    number: int
    key: str
    """The name of the clause, which stays when numbers change between editions."""
    from_: list[str]
    """Keys of other clauses of earlier editions that went into this one, or that it came out of."""
    title: Bilingual
    paragraphs: list[Paragraph]
    awards: list[Award]
    lines: list[Line]
    targets: list[Target]
    obligations: list[Obligation]
    support: list[Support]

    @property
    def entries(self) -> list[Award | Line]:
        """What the clause gives: awards, then lines without a sum."""
        return [*self.awards, *self.lines]
