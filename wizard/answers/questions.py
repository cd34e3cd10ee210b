"""What the form asks, taken from the policy document: fields, options and units."""

from collections.abc import Mapping
from typing import Any

from eligibility.mechanisms import mechanism_of
from eligibility.rules import CODES

Document = Mapping[str, Any]

NUMBERS = ("money", "area", "count", "percentage", "years", "quantity", "date")
PLAIN_UNITS = {
    "area": "m2",
    "count": "piece",
    "percentage": "percent",
    "years": "year",
    "quantity": "number",
    "date": "day",
}
"""The units of figures that are no money; a day is typed where figures are."""
PLANNED = ("start", "completion")
"""The stages that the applicant starts, so that their dates can be planned."""


def entries(document: Document) -> dict[str, Mapping[str, Any]]:
    """Return all awards and lines that can be claimed, by id; lines without a sum have no facts."""
    return {entry["id"]: entry for entry in [*document["awards"], *document["lines"]]}


def facts(entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the facts that an award asks for."""
    return list(entry.get("facts", []))


def options(fact: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the codes that a field offers, as the form writes them."""
    codes = fact["options"] if fact["type"] == "code" else CODES.get(fact["type"], ())
    return tuple(map(_written, codes))


def unit(entry: Mapping[str, Any], fact: Mapping[str, Any], language: str) -> str:
    """Return the unit of a field for a number without one: 万元 or RMB million, m², yuan per m²."""
    if fact["type"] in PLAIN_UNITS:
        return PLAIN_UNITS[fact["type"]]
    if in_yuan(entry, fact):
        return "yuan"
    return money_unit(language)


def in_yuan(entry: Mapping[str, Any], fact: Mapping[str, Any]) -> bool:
    """Return whether a fact counts in single yuan: a price for each square metre."""
    rule = entry["sum"]
    return fact["name"] in {rule[key] for key in mechanism_of(rule).in_yuan}


def money_unit(language: str) -> str:
    """Return the unit of money for a number without one on a page of that language."""
    return "wan" if language == "zh" else "million"


def kind_of(entry: Mapping[str, Any], typed: Mapping[str, Any]) -> str:
    """Return the kind of subject of a claim, as its award or one of its facts determines it."""
    rule = entry["subject"]
    kind: str = rule["kinds"].get(typed.get(rule["by"]), rule["otherwise"])
    return kind


def losing(entry: Mapping[str, Any], fact: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the answers to one fact that alone rule out the award, so that nothing else matters.

    They come from conditions on this fact alone and from the tiers of the sum. A code that the
    text may still cover (`other` in an open list) is not among them.
    """
    reviewed = {
        code for review in entry.get("review", []) for code in review["when"].get(fact["name"], [])
    }
    kept = set(options(fact))
    conditions = entry.get("conditions", [])
    for place, condition in enumerate(conditions):
        test = condition["test"].get("in")
        either = any(one.get("or") for one in conditions[place : place + 2])
        if condition["fact"] == fact["name"] and test and not condition["given"] and not either:
            kept &= {_written(value) for value in test}
    if entry.get("sum", {}).get("by") == fact["name"]:
        kept &= {_written(code) for code, _ in entry["sum"]["tiers"]}
    return tuple(
        code for code in options(fact) if code not in kept | {_written(c) for c in reviewed}
    )


def _written(value: Any) -> str:
    """Write a code as the form writes it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
