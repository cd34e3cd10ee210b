"""Splits a sum over its stages: each part is truncated to a fen, the last gets the rest (A45)."""

from collections.abc import Sequence
from fractions import Fraction


def split(amount: int, shares: Sequence[Fraction]) -> list[int]:
    """Split fen by shares that add up to one; the parts add up to the amount."""
    parts = [amount * share.numerator // share.denominator for share in shares[:-1]]
    return [*parts, amount - sum(parts)] if shares else []
