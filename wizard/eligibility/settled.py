"""A claim that needs no facts, with what it was assessed on."""

from dataclasses import dataclass

from eligibility.application import Claim
from eligibility.completions import Outcome
from eligibility.facts import Facts


@dataclass(frozen=True, slots=True)
class Settled:
    """A claim that needs no facts, as it was assessed."""

    claim: Claim
    facts: Facts
    least: Outcome
    most: Outcome
    """Its outcomes: two only where unknown facts change nothing."""
    amount: int
    """Fen: what it came to."""
    counted: int
    """Fen: what of it counts as payable."""
