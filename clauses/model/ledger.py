"""The models of `readings.yml`, `glossary.yml` and `deviations.yml`."""

from typing import Annotated, Literal

from pydantic import Field

from clauses.model.base import Bilingual, Code, Model, ReadingId, Text
from clauses.model.effect import Effect


class Reading(Model):
    """One point where the text can be read in more than one way."""

    id: ReadingId
    clauses: list[int]
    """The clauses it concerns; empty if it concerns the whole text."""
    closing: bool = False
    """True if it concerns the closing rules."""
    point: Bilingual
    options: Annotated[list[Bilingual], Field(min_length=1)]
    recommended: Annotated[int, Field(ge=1)]
    """The option that the engine computes, counted from 1."""
    confidence: Literal["high", "medium", "low"]
    reason: Bilingual
    show: Bilingual | None = None
    """How pages should show the reading where it matters; not published."""
    moves_money: bool = False
    """Whether it is one of the dozen readings that decide most of the money."""
    computed: list[Effect] = []
    """The other options that can be computed, in order, with what they change."""


class Readings(Model):
    readings: list[Reading]


class Term(Model):
    """A term of the policy in both languages, with the source of the English."""

    key: Code
    """Its permanent anchor on the glossary page, even if terms are added or reordered."""
    zh: Text
    en: Text
    also: list[Text] = []
    """Further translations that some sentences need."""
    basis: Literal["official or press use", "own"]
    note: Bilingual | None = None
    synonyms: list[Text] = []
    """Other words that readers search for, in either language."""


class Glossary(Model):
    terms: list[Term]


class Deviation(Model):
    """One place where the English deliberately differs from the Chinese, with the reason."""

    check: Literal[
        "figures", "order", "ceiling", "levels", "kind", "respectively", "untranslated", "term"
    ]
    """The comparison that would report it."""
    words: Text
    """The figure, term or word that the fault names."""
    text: Text
    """Words of the Chinese text in question."""
    reason: Bilingual


class Deviations(Model):
    deviations: list[Deviation]
