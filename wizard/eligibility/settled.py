"""A claim that needs no facts, with its outcomes and its settled amount."""

from dataclasses import dataclass

from eligibility.application import Claim
from eligibility.completions import Outcome
from eligibility.facts import CheckedFacts


@dataclass(frozen=True, slots=True)
class Settled:
    """A claim that needs no facts, as it was settled."""

    claim: Claim
    facts: CheckedFacts
    least: Outcome
    most: Outcome
    """Its smallest and largest outcome; they differ only if unknown facts change nothing."""
    amount: int
    """The settled amount, in fen."""
    counted: int
    """The part of it that counts as payable, in fen."""
