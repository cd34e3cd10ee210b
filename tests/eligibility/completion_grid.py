"""Yields every completion of the unknown facts of an application, over a fine grid of values.

The values come from the policy document, not from the engine. For a code they are all codes of the
fact; for a figure zero, one fen, the figure that pays the first fen, each threshold and ceiling
with one fen less and more, and a figure as large as can be typed; for a date each year of the term,
both sides of its ends, and the days of the other claims and the days next to them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from tests.eligibility.applications import AWARDS, Json, codes

HUGE = "9" * 50
"""A sum above 10³⁰ yuan means “without upper limit”."""

Place = tuple[int, str]
"""A claim, and the name of a fact of it, or `date`."""


def blanks(application: Json) -> list[Place]:
    """Return the unknown facts and dates."""
    found: list[Place] = []
    for number, claim in enumerate(application["claims"]):
        if claim.get("date") is None:
            found.append((number, "date"))
        facts = AWARDS[claim["award"]]["facts"]
        found += [(number, f["name"]) for f in facts if claim["facts"].get(f["name"]) is None]
    return found


def typed(figure: Fraction) -> str | None:
    """A figure truncated to fen, as typed; None below zero."""
    fen = figure * 100 // 1
    return f"{fen // 100}.{fen % 100:02d}" if fen >= 0 else None


def values_of(application: Json, place: Place) -> list[Any]:
    """Return the values to try for one unknown fact."""
    number, name = place
    claim = application["claims"][number]
    if name == "date":
        return _days(application)
    award = AWARDS[claim["award"]]
    fact = next(fact for fact in award["facts"] if fact["name"] == name)
    if codes(fact):
        return codes(fact)
    rule, facts, edges = award["sum"], claim["facts"], []
    for condition in award["conditions"]:
        test = condition["test"]
        if "figure" not in test:
            continue
        share, other = Fraction(test["figure"]), test["of"]
        if condition["fact"] == name and other is None:
            edges.append(share)
        elif condition["fact"] == name and facts.get(other) is not None:
            edges.append(share * Fraction(facts[other]))
        elif other == name and facts.get(condition["fact"]) is not None:
            edges.append(Fraction(facts[condition["fact"]]) / share)
    if name in (rule.get("of"), rule.get("before")):
        edges += [Fraction(at) for at, _ in rule.get("steps", [])]
    if name == rule.get("of") and rule.get("at_most"):
        start = Fraction(rule.get("beyond_share", 0)) * Fraction(
            facts.get(rule.get("beyond_of")) or 0
        )
        edges.append(start + Fraction(rule["at_most"]) / Fraction(rule["rate"]))
    for review in award["review"]:
        if name == review["less"] and facts.get(review["of"]) is not None:
            figure = Fraction(facts[review["of"]])
            edges += [figure, figure * (1 - Fraction(review["share"]))]
    near = {
        typed(edge + step) for edge in edges for step in (Fraction(-1, 100), 0, Fraction(1, 50))
    }
    return sorted({"0", "0." + "0" * 57 + "1", "0.01", "0.20", HUGE, *near} - {None})


def _days(application: Json) -> list[str]:
    days = {date(2019, 12, 31), date(2023, 1, 1)}
    days |= {
        date(year, month, day) for year in (2020, 2021, 2022) for month, day in ((1, 1), (12, 31))
    }
    for claim in application["claims"]:
        if claim["date"] is not None:
            known = date.fromisoformat(claim["date"])
            days |= {known, known + timedelta(1), known - timedelta(1)}
    return sorted(map(date.isoformat, days))


def size(application: Json) -> int:
    """Return the number of completions in the grid."""
    return prod(len(values_of(application, place)) for place in blanks(application))


def completed(application: Json, places: list[Place], values: tuple[Any, ...]) -> Json | None:
    """Fill in values; None for a contradiction, which is not a completion."""
    claims = [claim | {"facts": dict(claim["facts"])} for claim in application["claims"]]
    for (number, name), value in zip(places, values, strict=True):
        if name == "date":
            claims[number]["date"] = value
        else:
            claims[number]["facts"][name] = value
    for claim in claims:
        facts = claim["facts"]
        if facts.get("central_subsidised") is False and Fraction(facts.get("central_subsidy") or 0):
            return None
    return application | {"claims": claims}


def completions(application: Json) -> Iterator[tuple[tuple[Any, ...], Json]]:
    """Yield every completion, with its values."""
    places = blanks(application)
    for values in product(*(values_of(application, place) for place in places)):
        filled = completed(application, places, values)
        if filled is not None:
            yield values, filled
