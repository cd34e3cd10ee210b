"""The compiled policy document, as the site and later readers of the policy use it.

`clauses.export` makes the document, plain JSON data, from a policy that passed every check.
This package gives it attributes and types: frozen dataclasses, the standard library only. It knows
neither the files of the policy nor the models that check them.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clauses.document.awards import (
    Award,
    Condition,
    Fact,
    Limit,
    Line,
    Payee,
    Review,
    Stage,
    Subject,
)
from clauses.document.base import Bilingual, Json
from clauses.document.clause import Clause, Obligation, Paragraph, Support, Target
from clauses.document.edition import Chapter, Department, Edition, Labelled, Oddity
from clauses.document.fields import read
from clauses.document.ledger import (
    Figure,
    NoFigure,
    Passage,
    Reading,
    Role,
    Term,
    Topic,
    Topics,
)
from clauses.document.waiting import WaitingPlace
from clauses.withholding import withheld
from clauses.wizard_part import wizard_part

__all__ = [
    "Award",
    "Bilingual",
    "Chapter",
    "Clause",
    "Condition",
    "Department",
    "Edition",
    "Fact",
    "Figure",
    "Json",
    "Labelled",
    "Limit",
    "Line",
    "NoFigure",
    "Obligation",
    "Oddity",
    "Paragraph",
    "Passage",
    "Payee",
    "PolicyDocument",
    "Reading",
    "Review",
    "Role",
    "Stage",
    "Subject",
    "Support",
    "Target",
    "Term",
    "Topic",
    "Topics",
    "WaitingPlace",
]


@dataclass(frozen=True)
class PolicyDocument:
    """One edition of the policy, compiled."""

    edition: Edition
    clauses: list[Clause]
    readings: list[Reading]
    glossary: list[Term]
    topics: Topics
    passages: list[Passage]
    """Every passage of the text that holds a figure, in the order of the text."""
    no_figures: list[NoFigure]
    data: Json
    """The document itself."""

    @staticmethod
    def read(data: Json) -> "PolicyDocument":
        """Give the document attributes and types; a key that is missing raises `KeyError`."""
        of_clause: dict[int, dict[str, list[Json]]] = {
            clause["number"]: {"awards": [], "lines": []} for clause in data["clauses"]
        }
        for name in ("awards", "lines"):
            for entry in data[name]:
                of_clause[entry["clause"]][name].append(entry)
        clauses = [
            {"from": [], **clause, **of_clause[clause["number"]]} for clause in data["clauses"]
        ]
        return read(PolicyDocument, {**data, "clauses": clauses, "data": data})

    @cached_property
    def wizard(self) -> dict[str, Any]:
        """The part that engine and wizard run on, without what is not confirmed yet."""
        part = wizard_part(self.data)
        ids = {place.award for place in self.preparing if place.award}
        return withheld(part, ids) if ids else part

    @cached_property
    def preparing(self) -> list[WaitingPlace]:
        """What waits in an edition in preparation, which only a preview shows; else nothing."""
        return [WaitingPlace(**place) for place in self.data.get("preparing", ())]

    @cached_property
    def awards(self) -> list[tuple[Clause, Award]]:
        """Every award with its clause, in the order of the text."""
        return [(clause, award) for clause in self.clauses for award in clause.awards]

    @cached_property
    def lines(self) -> list[tuple[Clause, Line]]:
        """Every line without a sum with its clause, in the order of the text."""
        return [(clause, line) for clause in self.clauses for line in clause.lines]
