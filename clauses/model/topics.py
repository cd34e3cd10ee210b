"""`topics.yml`: what the wizard asks first, so that it asks only what can still matter."""

from clauses.model.base import AwardId, Bilingual, Code, Model, Text


class Role(Model):
    """A kind of applicant; several may fit at once."""

    key: Code
    name: Bilingual
    hint: Bilingual | None = None


class Topic(Model):
    """A plain matter, with the awards and lines that it may lead to."""

    key: Code
    name: Bilingual
    hint: Bilingual | None = None
    awards: list[AwardId]


class OnlyFor(Model):
    """Why an award or line is asked of some applicants only."""

    words: Text
    """Chinese words of its quotation or of its payee, to the letter."""
    roles: list[Code]


class Topics(Model):
    """The first two questions of the wizard."""

    roles: list[Role]
    topics: list[Topic]
    only_for: dict[AwardId, OnlyFor]
