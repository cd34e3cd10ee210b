"""The largest sum that the draft names for an award: what it is ordered and drawn by."""

from decimal import Decimal

from clauses.document import Award


def maximum_amount(award: Award) -> Decimal | None:
    """Return the sum, the ceiling or the highest tier in yuan; None where the text names none."""
    rule = award.sum
    match rule["mechanism"]:
        case "fixed":
            return Decimal(rule["amount"])
        case "tiered":
            return max(Decimal(amount) for _, amount in rule["tiers"])
        case "first-time":
            return max(Decimal(amount) for _, amount in rule["steps"])
        case "rate" | "excess":
            return Decimal(rule["at_most"]) if rule["at_most"] else None
    return None


def by_largest(award: Award) -> Decimal:
    """Return a key that sorts the largest first and what has no sum of its own last."""
    largest = maximum_amount(award)
    return Decimal(1) if largest is None else -largest
