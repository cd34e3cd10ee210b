"""The model of `policy.yml`: everything about the edition as a whole."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from clauses.model.base import Bilingual, Code, Day, Model, ReadingId, Text, real_day


class Event(Model):
    """A step in the history of the text."""

    date: Annotated[
        str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(real_day)
    ]
    what: Bilingual


State = Literal["draft", "issued", "in-force", "expired", "repealed"]
"""What the text is by law: out for comment, issued, in force, past its term, or repealed."""


class Status(Model):
    """The status of the text, shown on every page."""

    state: State
    short: Bilingual
    """One line for banners."""
    long: Bilingual
    """The complete statement, for the status page and for print."""
    prevails: Bilingual
    """The Chinese prevails, the translation is unofficial."""
    final: Text | None = None
    """The number of the text that was issued in place of this draft: 甬政办发〔2020〕72号."""
    history: list[Event]


class Validity(Model):
    """The term that the text gives itself."""

    from_: Annotated[date, Field(alias="from")]
    to: date | None
    """The last day; None where the text names no end."""
    words: Bilingual
    reading: ReadingId | None = None
    """The reading by which the days follow from the words, where they can be read otherwise."""


class Chapter(Model):
    number: int
    key: Code
    title: Bilingual
    """As in the text, with its number."""
    short: Bilingual
    """For tabs and indexes."""
    clauses: list[int]


class Department(Model):
    zh: Text
    """As the text writes it (市经信局)."""
    en: Text
    full: Bilingual | None = None
    """The full name, if the text uses a short one."""
    short: Bilingual | None = None
    """A name of one or two words for lists, which give the name of the text beside it."""


class Labelled(Model):
    """A paragraph of the letter, the preamble, the closing rules or a footnote."""

    label: Text
    """As in the source: 函-1, 引言, 附则-1, 脚注1."""
    zh: Text
    en: Text


class Oddity(Model):
    """A drafting oddity: kept as in the source and noted, never corrected."""

    where: Bilingual
    clauses: list[int]
    text: Text
    remark: Bilingual


class Edition(Model):
    """An edition: everything that is not inside a clause."""

    edition: Day
    """The date that names the edition and its folder."""
    follows: Day | None = None
    """The edition that it revises."""
    announced: date | None = None
    """The day on which the text was published, from which a term may count (自公布之日起)."""
    number: Text | None = None
    """The number of the document: 甬政办发〔2020〕72号."""
    name: Bilingual | None = None
    """What the site is called, if the title is too long for that."""
    title: Bilingual
    subtitle: Bilingual | None = None
    """The words below the title: （征求意见稿）, （试行）."""
    annex: Bilingual | None = None
    """The heading before the title, where the text is the annex to a letter."""
    status: Status
    validity: Validity
    preamble: Labelled
    chapters: list[Chapter]
    departments: dict[Code, Department]
    closing: list[Labelled]
    footnotes: list[Labelled] = []
    letter: list[Labelled] = []
    oddities: list[Oddity]
