"""`normalisations.yml` and `unclaimed.yml`: what the proof of the Chinese text sets aside."""

from typing import Annotated, Literal

from pydantic import Field

from clauses.model.base import Bilingual, Model, Text

Place = Annotated[str, Field(min_length=1)]
"""A passage: 3.1 is clause 3, paragraph 1; others by their label (引言, 函-4, 附则-2)."""


class Normalisation(Model):
    """One thing that the printed page did to the text, and how often in each passage."""

    kind: Literal[
        "line-break", "page-break", "blank-beside-latin", "blank-after-punctuation", "half-width"
    ]
    meaning: Bilingual
    places: dict[Place, Annotated[int, Field(ge=1)]]


class Moved(Model):
    """A passage that the source has elsewhere: the footnote stands at the foot of its page."""

    passage: Place
    after: Place
    """The passage that it follows in the source."""
    meaning: Bilingual


class LeftOut(Model):
    """Words of the source that are not published."""

    words: Text
    after: Place
    meaning: Bilingual


class Normalisations(Model):
    """All differences between `source.txt` and the clause files; any other is a fault."""

    normalisations: list[Normalisation]
    moved: list[Moved] = []
    left_out: list[LeftOut] = []


class NoFigure(Model):
    """A name with digits in it, which is no figure wherever it stands: “246”, 5G."""

    words: Text
    reason: Bilingual


class UnclaimedFigure(Model):
    """A figure or a level word of the text that no rule claims, and why."""

    figure: Text
    place: Place
    around: Text
    """Words of the passage that hold it and stand there once."""
    reason: Bilingual


class Unclaimed(Model):
    """What the rules leave aside; the lists may only shrink."""

    names: list[NoFigure] = []
    figures: list[UnclaimedFigure] = []
