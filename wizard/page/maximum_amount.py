"""How much can be at stake in an award, by its own words: the order in which the form asks."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

Json = Mapping[str, Any]


def maximum_amount(entry: Json) -> Decimal | None:
    """Return the most that one claim can give, in yuan; None where the text sets no limit or sum.

    A price floor is no payment and has none.
    """
    rule = entry.get("sum")
    if rule is None:
        return None
    match rule["mechanism"]:
        case "fixed":
            return Decimal(rule["amount"])
        case "tiered":
            return max(Decimal(amount) for _, amount in rule["tiers"])
        case "first-time":
            return max(Decimal(amount) for _, amount in rule["steps"])
        case "rate" | "excess":
            return Decimal(rule["at_most"]) if rule["at_most"] else None
    return None


def sums(entry: Json) -> list[str]:
    """Return the sums of an award whose text fixes them, the largest first, in yuan.

    Empty where the text says “up to” or names no sum: such a sum is never shown as a ceiling, and
    a ceiling never as a sum.
    """
    rule = entry.get("sum")
    if rule is None or entry["wording"] != "exact":
        return []
    match rule["mechanism"]:
        case "fixed":
            return [rule["amount"]]
        case "tiered":
            found = {amount for _, amount in rule["tiers"]}
        case "first-time":
            found = {amount for _, amount in rule["steps"]}
        case _:
            return []
    return sorted(found, key=Decimal, reverse=True)


def most_first(entries: Iterable[Json]) -> list[Json]:
    """Sort: the highest ceiling first, then sums without a ceiling, then lines without a sum."""

    def place(entry: Json) -> tuple[bool, Decimal, bool]:
        found = maximum_amount(entry)
        return (found is None, -(found or Decimal(0)), "sum" not in entry)

    return sorted(entries, key=place)
