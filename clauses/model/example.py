"""The model of `examples/NAME.yml`: an invented applicant who shows how the wizard works."""

from datetime import date as Day

from clauses.model.base import AwardId, Bilingual, Code, Model, Text

ITSELF = "enterprise"
"""The value of `about` for the enterprise itself."""


class ExampleSubject(Model):
    """A project, product or platform of the example."""

    name: Bilingual
    planned: dict[Code, Day] = {}
    """Planned days by milestone: `start`, `completion`."""


class ExampleClaim(Model):
    """One award or line that the example claims; a fact that is left out is unknown."""

    award: AwardId
    about: Code
    """A key of `subjects`, or `enterprise`."""
    date: Day | None = None
    facts: dict[str, bool | int | Day | Text] = {}
    """Answers by fact: `true`, a code, a number, a day, or a sum as the policy writes it."""


class Example(Model):
    """The whole example."""

    name: Bilingual
    enterprise: Bilingual
    about: Bilingual
    roles: list[Code]
    topics: list[Code]
    subjects: dict[Code, ExampleSubject]
    claims: list[ExampleClaim]
