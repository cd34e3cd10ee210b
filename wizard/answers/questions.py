"""What the form asks, taken from the policy document: which field holds what."""

from collections.abc import Mapping
from typing import Any

Document = Mapping[str, Any]

LEVELS = ("national", "provincial", "municipal", "district", "none")
STARS = ("5", "4", "3", "2", "1")
SCOPES = ("domestic", "provincial", "municipal", "none")
NUMBERS = ("money", "area")


def entries(document: Document) -> dict[str, Mapping[str, Any]]:
    """Return everything that can be claimed, by id; lines without a sum ask no facts."""
    return {entry["id"]: entry for entry in [*document["awards"], *document["lines"]]}


def facts(entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the facts that an award asks for."""
    return list(entry.get("facts", []))


def options(fact: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the codes that a field offers, as the form writes them."""
    match fact["type"]:
        case "yes-no":
            return ("yes", "no")
        case "level":
            return LEVELS
        case "star":
            return STARS
        case "scope":
            return SCOPES
        case "code":
            return tuple(fact["options"])
    return ()


def unit(entry: Mapping[str, Any], fact: Mapping[str, Any], language: str) -> str:
    """Return what a bare number in a field counts in: 万元 or RMB million, m², yuan a m²."""
    if fact["type"] == "area":
        return "m2"
    if fact["name"] == entry["sum"].get("price"):
        return "yuan"
    return money_unit(language)


def money_unit(language: str) -> str:
    """Return what a bare number of money counts in on a page of that language."""
    return "wan" if language == "zh" else "million"
