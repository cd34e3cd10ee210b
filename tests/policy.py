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


@cache
def policy() -> Policy:
    """Return the policy compiled for the engine."""
    return Policy.from_document(document())
