"""按照国家补助标准给予资金配套: shown one to one, as a reference outside every total (A39)."""

from fractions import Fraction


def matched(grant: Fraction) -> Fraction:
    """Return the grant itself: the text states neither ratio nor ceiling."""
    return grant
