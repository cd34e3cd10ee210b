"""Values of the report: decimal strings, yuan for money, a fraction of one for a share."""

from decimal import Decimal
from fractions import Fraction


def value_text(value: Fraction | None) -> str | None:
    """Write a value as the report does."""
    if value is None:
        return None
    if value.denominator == 1:
        return str(value.numerator)
    written = Decimal(value.numerator) / Decimal(value.denominator)
    return format(written.normalize(), "f")
