"""What is said about the policy: readings, terms, topics, and who claims each figure."""

from dataclasses import dataclass

from clauses.document.base import Bilingual


@dataclass(frozen=True)
class Computed:
    """Another option of a reading that is computed beside the recommended one."""

    option: int
    """Counted from 1."""
    assumes: Bilingual | None
    """What the option leaves open and the computation has to assume."""


@dataclass(frozen=True)
class Reading:
    """One point where the text can be read in more than one way."""

    id: str
    clauses: list[int]
    """The clauses it touches; empty where it touches the whole text."""
    closing: bool
    """True where it reads the closing rules."""
    point: Bilingual
    options: list[Bilingual]
    recommended: int
    """The option that is computed, counted from 1."""
    confidence: str
    reason: Bilingual
    moves_money: bool
    """True for the dozen readings that move most money."""
    computed: list[Computed]


@dataclass(frozen=True)
class Term:
    """A term of the policy in both languages, with where the English comes from."""

    key: str
    """Its anchor on the page of the glossary."""
    zh: str
    en: str
    also: list[str]
    """Further renderings that the translation uses."""
    basis: str
    note: Bilingual | None
    synonyms: list[str]
    """Further words by which readers look for it, in either language."""


@dataclass(frozen=True)
class Role:
    """A kind of applicant."""

    key: str
    name: Bilingual
    hint: Bilingual | None


@dataclass(frozen=True)
class Topic:
    """A plain matter, with the awards and lines that it may lead to."""

    key: str
    name: Bilingual
    hint: Bilingual | None
    awards: list[str]


@dataclass(frozen=True)
class OnlyFor:
    """Why an award or line is asked of some applicants only."""

    words: str
    """Chinese words of its quotation or of its payee."""
    roles: list[str]


@dataclass(frozen=True)
class Topics:
    """The first two questions of the wizard."""

    roles: list[Role]
    topics: list[Topic]
    only_for: dict[str, OnlyFor]
    """By the id of an award or line."""


@dataclass(frozen=True)
class Figure:
    """A figure or level word of the text, and the rules that use it or the reason why none does."""

    words: str
    start: int
    """In characters of its passage, as `end`."""
    end: int
    claimed_by: list[str]
    """The awards, lines and goals that use it."""
    reason: Bilingual | None
    """Why none does."""


@dataclass(frozen=True)
class Passage:
    """A passage of the text with every figure in it."""

    place: str
    """3.1 for clause 3, paragraph 1; 引言, 函-4, 附则-2, 脚注1."""
    figures: list[Figure]


@dataclass(frozen=True)
class NoFigure:
    """A name with digits in it, which is no figure wherever it stands: “246”, 5G."""

    words: str
    reason: Bilingual
