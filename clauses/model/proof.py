"""The models of `normalisations.yml` and `unclaimed.yml`, the exceptions of the proof."""

from typing import Annotated, Literal

from pydantic import Field

from clauses.model.base import Bilingual, Model, Text

PassageLabel = Annotated[str, Field(min_length=1)]
"""A passage: 3.1 is clause 3, paragraph 1; others have a label (引言, 函-4, 附则-2)."""


class Normalisation(Model):
    """One kind of typographical difference, with its number in each passage."""

    kind: Literal[
        "line-break",
        "page-break",
        "blank-beside-latin",
        "blank-after-punctuation",
        "blank",
        "half-width",
        "other-form",
    ]
    meaning: Bilingual
    places: dict[PassageLabel, Annotated[int, Field(ge=1)]]


class Moved(Model):
    """A passage in another place in the source, such as the footnote at the foot of its page."""

    passage: PassageLabel
    after: PassageLabel
    """The passage before it in the source."""
    meaning: Bilingual


class LeftOut(Model):
    """Words of the source that are not published."""

    words: Text
    after: PassageLabel
    meaning: Bilingual


class Normalisations(Model):
    """All differences between `source.txt` and the clause files; any other is a fault."""

    normalisations: list[Normalisation]
    moved: list[Moved] = []
    left_out: list[LeftOut] = []


class NoFigure(Model):
    """A name with digits that is never a figure: “246”, 5G."""

    words: Text
    reason: Bilingual


class UnclaimedFigure(Model):
    """A figure or level word of the text that no rule claims, with the reason."""

    figure: Text
    place: PassageLabel
    around: Text
    """Words of the passage that contain it and occur there once."""
    reason: Bilingual


class Unclaimed(Model):
    """What no rule claims; the lists may only shrink."""

    names: list[NoFigure] = []
    figures: list[UnclaimedFigure] = []
