"""The same answers under one edition: what it understands of them, and the result."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from answers.form import read_form
from answers.opening import open_state
from answers.state import SavedStateError, read_state
from eligibility import Policy, Refused, assess
from eligibility.money import read_number

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SideClaim:
    """A claim as one edition assesses it."""

    id: str
    award: str
    status: str
    fen: int
    """0 if nothing is due, or not known."""
    entry: Mapping[str, Any]
    """Its entry in the assessment."""
    at_most: bool
    """Whether its sum is a ceiling."""


@dataclass(frozen=True, slots=True)
class EditionSide:
    """An edition with the answers as it reads them, and their assessment."""

    document: Mapping[str, Any]
    assessment: Mapping[str, Any]
    lost: list[Json]
    """The answers for which the edition has no place, as `answers.restoring` lists them."""

    @property
    def edition(self) -> str:
        """The date that names the edition."""
        date: str = self.document["edition"]
        return date

    @property
    def claims(self) -> dict[tuple[str, str], SideClaim]:
        """The claims by id and award, in the order of the form."""
        ceilings = {
            award["id"] for award in self.document["awards"] if award["wording"] == "ceiling"
        }
        return {
            (entry["claim"], entry["award"]): SideClaim(
                entry["claim"], entry["award"], entry["status"], fen_of(entry["amount"]), entry,
                entry["award"] in ceilings,
            )
            for entry in self.assessment["awards"]
        }  # fmt: skip


class CompiledEdition:
    """A policy document, compiled once for all answers."""

    def __init__(self, document: str) -> None:
        self.document: Json = json.loads(document)
        # other readings are not compared
        self._policy = Policy.from_document({**self.document, "alternatives": []})

    def side(self, state: Mapping[str, Any]) -> EditionSide:
        """Read the state of a form of any edition and assess it."""
        try:
            here, lost = open_state(self.document, state)
        except (SavedStateError, Refused):  # nothing in it has a place here
            here, lost = {"form": 3, "subjects": [], "claims": [], "paid": []}, []
        reading = read_form(self.document, read_state(here))
        application = {
            "edition": self.document["edition"],
            "claims": reading.claims,
            "paid": reading.paid,
        }
        return EditionSide(self.document, assess(self._policy, application, only_sums=True), lost)


def fen_of(yuan: str | None) -> int:
    """Return a sum of the contract in fen."""
    number = read_number(yuan) if yuan else None
    return int(number * 100) if number is not None else 0
