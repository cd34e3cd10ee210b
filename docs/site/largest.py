"""The largest sum that the draft names for an award: what it is ordered and drawn by."""

from decimal import Decimal

from clauses.model import Award
from clauses.model.sums import (
    ExcessSum,
    FirstTimeSum,
    FixedSum,
    HalvedSum,
    MatchedSum,
    PriceFloorSum,
    RateSum,
    TieredSum,
)
from clauses.notation import read_figure


def maximum_amount(award: Award, awards: dict[str, Award]) -> Decimal | None:
    """Return the sum, the ceiling or the highest tier in yuan; None where the text names none.

    `awards` are all awards by id, for the one that halves the tiers of another.
    """
    match award.sum:
        case FixedSum(amount=words):
            return read_figure(words).value
        case TieredSum(tiers=tiers):
            return max(read_figure(words).value for words in tiers.values())
        case FirstTimeSum(steps=steps):
            return max(read_figure(step.sum).value for step in steps)
        case HalvedSum(half_of=base):
            whole = maximum_amount(awards[base], awards)
            return whole / 2 if whole is not None else None
        case RateSum(at_most=words) | ExcessSum(at_most=words):
            return read_figure(words).value if words else None
        case MatchedSum() | PriceFloorSum():
            return None


def by_largest(award: Award, awards: dict[str, Award]) -> Decimal:
    """Return a key that sorts the largest first and what has no sum of its own last."""
    largest = maximum_amount(award, awards)
    return Decimal(1) if largest is None else -largest
