"""Checks the facts of one claim: known, unknown, or impossible.

Absent and null mean unknown, which is neither “no” nor zero.
"""

from dataclasses import dataclass
from typing import Any

from eligibility.application import Claim
from eligibility.days import read_day
from eligibility.mechanisms.mechanism import Value
from eligibility.money import read_number
from eligibility.refused import shown
from eligibility.rules import Award, Fact

Note = dict[str, Any]

MOST_NAMED = 10
"""How many facts that the award does not ask are named; for the others only their number."""


def note(code: str, **params: Any) -> Note:
    """Make a note from its code and parameters (see `codes`)."""
    return {"code": code, "params": params}


@dataclass(frozen=True, slots=True)
class CheckedFacts:
    """The checked facts of a claim."""

    values: dict[str, Value]
    unknown: tuple[Fact, ...]
    notes: tuple[Note, ...]
    invalid: bool


def check_facts(claim: Claim) -> CheckedFacts:
    """Check each fact against its type, and the facts against each other."""
    values: dict[str, Value] = {}
    unknown: list[Fact] = []
    notes: list[Note] = []
    known_names = {fact.name for fact in claim.award.facts}
    for fact in claim.award.facts:
        raw = claim.facts.get(fact.name)
        if raw is None:
            unknown.append(fact)
            continue
        value = _read(fact, raw)
        if value is None:
            notes.append(_impossible(fact, raw))
        else:
            values[fact.name] = value
    invalid = bool(notes)
    if claim.malformed_date is not None:
        notes.append(note("invalid-date", found=shown(claim.malformed_date)))
        invalid = True
    for one, other in contradictions(claim.award, values):
        notes.append(note("inconsistent", fact=one, **{"with": other}))
        invalid = True
    others = [name for name in claim.facts if name not in known_names]
    notes += [note("unknown-fact", fact=shown(name)) for name in others[:MOST_NAMED]]
    if len(others) > MOST_NAMED:
        notes.append(note("unknown-facts", count=str(len(others) - MOST_NAMED)))
    return CheckedFacts(values, tuple(unknown), tuple(notes), invalid)


def contradictions(award: Award, values: dict[str, Value]) -> list[tuple[str, str]]:
    """List figures above zero whose yes-no fact says that there is none, as pairs of names."""
    return [
        (fact.name, fact.only_with)
        for fact in award.facts
        if fact.only_with is not None
        and values.get(fact.only_with) is False
        and values.get(fact.name, 0) > 0  # type: ignore[operator]  # a number by its type
    ]


def _read(fact: Fact, raw: object) -> Value | None:
    if fact.is_number:
        value = read_day(raw) if fact.type == "date" else read_number(raw)
        return None if fact.type == "count" and value is not None and value % 1 else value
    if fact.type == "yes-no":
        return raw if isinstance(raw, bool) else None
    if fact.type == "star":
        known = isinstance(raw, int) and not isinstance(raw, bool) and raw in fact.codes
        return raw if known else None  # type: ignore[return-value]
    return raw if isinstance(raw, str) and raw in fact.codes else None


def _impossible(fact: Fact, raw: object) -> Note:
    if fact.type == "date":
        return note("invalid-day", fact=fact.name, found=shown(raw))
    if fact.is_number:
        return note("invalid-number", fact=fact.name, found=shown(raw))
    if fact.type == "yes-no":
        return note("invalid-yes-no", fact=fact.name, found=shown(raw))
    if fact.type == "star":
        return note("invalid-star", fact=fact.name, found=shown(raw))
    return note("invalid-code", fact=fact.name, found=shown(raw), allowed=list(fact.codes))
