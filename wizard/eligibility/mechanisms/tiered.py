"""分档: a sum for each named level, rating, route or title."""

from collections.abc import Mapping
from fractions import Fraction


def tiered(code: str | int, tiers: Mapping[str | int, Fraction]) -> Fraction | None:
    """Return the sum of the code, or None where the text gives that code no sum."""
    return tiers.get(code)
