"""不超过20%、最高3000万元: a share of a figure, and never more than the ceiling (A07)."""

from fractions import Fraction


def capped_rate(base: Fraction, rate: Fraction, at_most: Fraction | None) -> Fraction:
    """Return the smaller of `rate × base` and the ceiling; without a ceiling, the share."""
    share = rate * base
    return share if at_most is None else min(share, at_most)
