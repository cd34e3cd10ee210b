"""The model of `policy.yml`: everything about the edition as a whole."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from clauses.model.base import Bilingual, Code, Model, ReadingId, Text, refused


def _real(day: str) -> str:
    """Refuse 2020-02-30; a year or a month means its first day."""
    try:
        date.fromisoformat(f"{day}-01-01"[:10] if len(day) < 8 else day)
    except ValueError:
        raise refused("no-such-day") from None
    return day


class Event(Model):
    """A step in the history of the text."""

    date: Annotated[
        str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_real)
    ]
    what: Bilingual


class Status(Model):
    """The status of the text, shown on every page."""

    short: Bilingual
    """One line for banners."""
    long: Bilingual
    """The complete statement, for the status page and for print."""
    prevails: Bilingual
    """The Chinese prevails, the translation is unofficial."""
    history: list[Event]


class Validity(Model):
    """The term that the text gives itself, read as calendar years (A41)."""

    from_: Annotated[date, Field(alias="from")]
    to: date
    words: Bilingual
    reading: ReadingId


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


class Labelled(Model):
    """A paragraph of the letter, the preamble, the closing rules or the footnote."""

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

    edition: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_real)]
    title: Bilingual
    subtitle: Bilingual
    annex: Bilingual
    status: Status
    validity: Validity
    preamble: Labelled
    chapters: list[Chapter]
    departments: dict[Code, Department]
    closing: list[Labelled]
    footnote: Labelled
    letter: list[Labelled]
    oddities: list[Oddity]
