"""What belongs to the edition as a whole: title, status, chapters, departments, letter."""

from dataclasses import dataclass
from datetime import date

from clauses.document.base import Bilingual
from clauses.document.issuing import is_notice
from clauses.draft_names import name_of_draft


@dataclass(frozen=True)
class Event:
    """A step in the history of the text."""

    date: str
    """A year, a month or a day: `2020`, `2020-03`, `2020-03-16`."""
    what: Bilingual


@dataclass(frozen=True)
class Status:
    """What the text is and is not; shown on every page."""

    state: str
    """`draft`, `issued`, `in-force`, `expired` or `repealed`."""
    short: Bilingual
    """One line for banners."""
    long: Bilingual
    """The whole of it, for the status page and for print."""
    prevails: Bilingual
    """The Chinese prevails, the translation is unofficial."""
    final: str | None
    """The number of the text that was issued in place of this draft."""
    history: list[Event]


@dataclass(frozen=True)
class Validity:
    """The term that the text gives itself, first and last day included."""

    from_: date
    to: date | None
    """None where the text names no end."""
    words: Bilingual
    reading: str | None


@dataclass(frozen=True)
class Chapter:
    """A chapter and the numbers of its clauses."""

    number: int
    key: str
    title: Bilingual
    """As in the text, with its number."""
    short: Bilingual
    """For tabs and indexes."""
    clauses: list[int]


@dataclass(frozen=True)
class Department:
    """A department as the text writes it (市经信局)."""

    zh: str
    en: str
    full: Bilingual | None
    """The full name, where the text writes a short one."""
    short: Bilingual | None
    """A name for lists, where the edition has one."""

    @property
    def brief(self) -> "Bilingual | Department":
        """The name for lists: the short one, or that of the text."""
        return self.short or self


@dataclass(frozen=True)
class Labelled:
    """A paragraph of the letter, the preamble, the closing rules or a footnote."""

    label: str
    """As in the source: 函-1, 引言, 附则-1, 脚注1."""
    zh: str
    en: str


@dataclass(frozen=True)
class Oddity:
    """A drafting oddity: kept as in the source and noted, never repaired."""

    where: Bilingual
    clauses: list[int]
    text: str
    remark: Bilingual


@dataclass(frozen=True)
class Edition:
    """Everything that is not inside a clause."""

    edition: str
    """The date that names the edition: `2020-03-16`."""
    follows: str | None
    """The edition that it revises."""
    announced: date | None
    """The day on which the text was published."""
    number: str | None
    """The number of the document."""
    name: Bilingual | None
    """What the site is called; None where it is called by the title."""
    title: Bilingual
    subtitle: Bilingual | None
    annex: Bilingual | None
    status: Status
    validity: Validity
    preamble: Labelled
    chapters: list[Chapter]
    departments: dict[str, Department]
    closing: list[Labelled]
    footnotes: list[Labelled]
    letter: list[Labelled]
    oddities: list[Oddity]

    @property
    def issued_by_notice(self) -> bool:
        """Whether a notice that issues the text stands before it, and no letter about a draft."""
        return is_notice(part.zh for part in self.letter)

    @property
    def full_title(self) -> Bilingual:
        """The title with the words below it: …的实施意见（征求意见稿）."""
        if self.subtitle is None:
            return self.title
        return Bilingual(self.title.zh + self.subtitle.zh, f"{self.title.en} {self.subtitle.en}")

    @property
    def draft_name(self) -> Bilingual | None:
        """What a draft is called; None for a text that was issued."""
        if self.status.state != "draft":
            return None
        below = self.subtitle.zh if self.subtitle else None
        return Bilingual(*name_of_draft(self.title.zh, below))

    @property
    def named_in_brackets(self) -> Bilingual:
        """The words below the title without their brackets: 征求意见稿; empty if there are none."""
        below = self.subtitle or Bilingual("", "")
        return Bilingual(below.zh.strip("（）()"), below.en.strip("（）()"))
