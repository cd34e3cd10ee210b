"""研发投入超过6%以上的部分给予不高于50%: a share of what goes beyond a share (A20)."""

from fractions import Fraction


def excess(
    figure: Fraction, base: Fraction, beyond: Fraction, rate: Fraction, at_most: Fraction
) -> Fraction:
    """Return `rate × (figure − beyond × base)`, at least nothing and at most the ceiling."""
    part = max(figure - beyond * base, Fraction(0))
    return min(rate * part, at_most)
