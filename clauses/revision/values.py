"""Values of the report: decimal strings, yuan for money, a fraction of one for a share."""

from datetime import date
from decimal import Decimal
from fractions import Fraction


def day_text(value: Fraction | None) -> str | None:
    """Write a day, given as yyyymmdd, as ISO 8601 does: 2021-01-01, 2021-06, 2021, --06-30."""
    if value is None:
        return None
    year, rest = divmod(value.numerator, 10_000)
    month, day = divmod(rest, 100)
    parts = [f"{year:04}" if year else "-", *(f"{part:02}" for part in (month, day) if part)]
    return "-".join(parts)


def span_text(first: date, last: date | None) -> str:
    """Write a term by its days, the same in every language: 2021-01-01 – 2026-12-31."""
    return f"{first} – {last or ''}".rstrip()


def value_text(value: Fraction | None) -> str | None:
    """Write a value as the report does."""
    if value is None:
        return None
    if value.denominator == 1:
        return str(value.numerator)
    written = Decimal(value.numerator) / Decimal(value.denominator)
    return format(written.normalize(), "f")
