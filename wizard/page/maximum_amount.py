"""The largest sum of an award by its own words, by which lists and the form are ordered."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from eligibility.mechanisms import sum_of

Json = Mapping[str, Any]


def maximum_amount(rule: Json | None) -> Decimal | None:
    """Return the most that one claim can give, in yuan, for the `sum` of an award.

    None if the text sets no limit or states no sum. A price floor is not a payment and has none.
    """
    most = None if rule is None else sum_of(rule).maximum_amount()
    return None if most is None else in_decimals(most)


def stated_sums(entry: Json) -> list[str]:
    """Return the sums of an award whose text fixes them, the largest first, in yuan.

    Empty if the text says “up to” or names no sum: such a sum is never shown as a ceiling, and
    a ceiling never as a sum.
    """
    if "sum" not in entry or entry["wording"] != "exact":
        return []
    found = sorted(set(sum_of(entry["sum"]).stated_sums()), reverse=True)
    return [f"{in_decimals(amount):f}" for amount in found]


def by_maximum(rule: Json | None) -> Decimal:
    """Return a key that sorts the largest sum first and entries without one last."""
    most = maximum_amount(rule)
    return Decimal(1) if most is None else -most


def most_first(entries: Iterable[Json]) -> list[Json]:
    """Sort: the highest ceiling first, then sums without a ceiling, then lines without a sum."""
    return sorted(entries, key=lambda entry: (by_maximum(entry.get("sum")), "sum" not in entry))


def in_decimals(yuan: Fraction) -> Decimal:
    """Return the same sum as a decimal number."""
    return Decimal(yuan.numerator) / yuan.denominator
