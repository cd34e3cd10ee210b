"""The model of `topics.yml`: the first questions, which decide what the form asks later."""

from clauses.model.base import AwardId, Bilingual, Code, Model, Text


class Role(Model):
    """A kind of applicant; several may fit at once."""

    key: Code
    name: Bilingual
    hint: Bilingual | None = None


class Topic(Model):
    """An everyday topic, with the awards and lines that it may lead to."""

    key: Code
    name: Bilingual
    hint: Bilingual | None = None
    awards: list[AwardId]


class OnlyFor(Model):
    """Why only some applicants are asked about an award or line."""

    words: Text
    """The exact Chinese words of its quotation or its payee."""
    roles: list[Code]


class Topics(Model):
    """The first two questions of the wizard."""

    roles: list[Role]
    topics: list[Topic]
    only_for: dict[AwardId, OnlyFor]
