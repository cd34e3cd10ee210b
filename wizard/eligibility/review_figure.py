"""A review figure where the words would pay more than the premium (A28)."""

from fractions import Fraction


def review_figure(figure: Fraction, share: Fraction, received: Fraction) -> Fraction:
    """Return the lesser of `share × figure` and what `received` leaves of `figure`."""
    return max(min(share * figure, figure - received), Fraction(0))
