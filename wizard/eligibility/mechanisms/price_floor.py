"""不低于最低价标准（的70%）确定土地出让底价: a lowest reserve price, no payment (A40)."""

from fractions import Fraction


def price_floor(price: Fraction, area: Fraction, share: Fraction) -> Fraction:
    """Return the floor in yuan for the whole plot: price per m² × area × share."""
    return price * area * share
