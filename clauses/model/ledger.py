"""`readings.yml`, `glossary.yml`, `deviations.yml`: readings, terms, and where a term departs."""

from typing import Annotated, Literal

from pydantic import Field

from clauses.model.base import Bilingual, Code, Model, ReadingId, Text
from clauses.model.effect import Effect


class Reading(Model):
    """One point where the text can be read in more than one way."""

    id: ReadingId
    clauses: list[int]
    """The clauses it touches; empty where it touches the whole text."""
    closing: bool = False
    """True where it reads the closing rules."""
    point: Bilingual
    options: Annotated[list[Bilingual], Field(min_length=1)]
    recommended: Annotated[int, Field(ge=1)]
    """The option that the engine computes, counted from 1."""
    confidence: Literal["high", "medium", "low"]
    reason: Bilingual
    show: Bilingual | None = None
    """How the reading is to be shown where it matters: an aim for the pages, not published."""
    moves_money: bool = False
    """One of the dozen readings that move most money."""
    computed: list[Effect] = []
    """The other options that can be computed, in their order, with what they change."""


class Readings(Model):
    readings: list[Reading]


class Term(Model):
    """A term of the policy in both languages, with where the English comes from."""

    key: Code
    """Its anchor on the page of the glossary, which stays when terms are added or reordered."""
    zh: Text
    en: Text
    also: list[Text] = []
    """Further renderings that the translation uses where the sentence asks for them."""
    basis: Literal["official or press use", "own"]
    note: Bilingual | None = None
    synonyms: list[Text] = []
    """Further words by which readers look for it, in either language."""


class Glossary(Model):
    terms: list[Term]


class Deviation(Model):
    """One place where the English departs from the Chinese on purpose, with the reason."""

    check: Literal[
        "figures", "order", "ceiling", "levels", "kind", "respectively", "untranslated", "term"
    ]
    """The comparison that would find it at fault."""
    words: Text
    """The figure, term or word that the fault names."""
    text: Text
    """Words of the Chinese text where it stands."""
    reason: Bilingual


class Deviations(Model):
    deviations: list[Deviation]
