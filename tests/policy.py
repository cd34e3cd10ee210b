"""The real policy, read once for all tests."""

from functools import cache
from typing import Any

from clauses.document import PolicyDocument
from clauses.editions import front_edition
from clauses.export import compile_edition
from eligibility import Policy

EDITION = front_edition()
"""The edition in front."""


@cache
def document() -> dict[str, Any]:
    """Return the policy document as the site ships it."""
    return compiled().wizard


@cache
def compiled() -> PolicyDocument:
    """Return the whole compiled document, as the pages read it."""
    return PolicyDocument.read(compile_edition())


def paying_awards() -> list[dict[str, Any]]:
    """Return all awards that pay a sum, without the price floor."""
    return [award for award in document()["awards"] if award["sum"]["mechanism"] != "price-floor"]


def clause_numbers() -> list[int]:
    """Return the numbers of all clauses."""
    return [clause["number"] for clause in document()["clauses"]]


@cache
def policy() -> Policy:
    """Return the policy compiled for the engine."""
    return Policy.from_document(document())
