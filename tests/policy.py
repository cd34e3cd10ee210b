"""The policy that every test computes with: the real one, read once."""

from functools import cache
from typing import Any

from clauses import read_policy
from clauses.export import policy_document
from eligibility import Policy


@cache
def document() -> dict[str, Any]:
    """Return the policy document as the site ships it."""
    return policy_document(read_policy())


@cache
def policy() -> Policy:
    """Return the policy compiled for the engine."""
    return Policy.from_document(document())
