"""Reads the form's raw answers into an application, and notes what cannot be read.

What cannot be read counts as unknown, and says so next to its field; nothing is guessed. A figure
below zero is read, and the engine refuses it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from answers.dates import read_date
from answers.figures import FIELD_UNITS, Figure, read_area, read_money
from answers.questions import NUMBERS, Document, entries, facts, options
from answers.state import Claim, State
from answers.subjects import Subjects
from answers.unreadable import Unreadable

Json = dict[str, Any]

_HUGE, _TINY, _HUGE_BARE = Decimal(10) ** 12, Decimal(1000), Decimal(10) ** 10
_AS_YUAN = Decimal(10) ** 5
"""From this number on, a bare figure in a field of 万元 or millions may well have been yuan."""
_TURNOVER = ("first-time", "excess")
"""Sums that follow the turnover of a whole enterprise, which may be billions."""


@dataclass
class Reading:
    """What was understood: the application, and what to say at which field."""

    claims: list[Json] = field(default_factory=list)
    paid: list[Json] = field(default_factory=list)
    planned: dict[str, dict[str, str]] = field(default_factory=dict)
    """Planned dates of a subject by the stage that they open: `{"四号线": {"start": …}}`."""
    errors: list[Json] = field(default_factory=list)
    """Not read, or not possible: `{"at": "c1.rd", "code": …, "params": …}`."""
    warnings: list[Json] = field(default_factory=list)
    """Read, but worth a second look."""
    figures: dict[str, tuple[str, Figure]] = field(default_factory=dict)
    """Every figure that was read, by its field, with its type."""
    days: dict[str, str] = field(default_factory=dict)
    """Every date that was written otherwise than it was understood, by its field."""


def read_form(document: Document, state: State) -> Reading:
    """Read everything in the form."""
    reading = Reading()
    known = entries(document)
    subjects = Subjects(state.subjects)
    reading.warnings += [
        {"at": f"{at}.name", "code": "name-taken", "params": {"name": name}}
        for at, name in subjects.renamed.items()
    ]
    for claim in state.claims:
        entry = known.get(claim.award)
        if entry is not None:
            reading.claims.append(_claim(reading, entry, claim, subjects.name(claim.subject)))
    for paid in state.paid:
        subject = subjects.name(paid.subject)
        date = _date(reading, f"{paid.id}.date", paid.date)
        amount = _figure(reading, f"{paid.id}.amount", "money", paid.amount)
        if amount and isinstance(paid.amount, dict):
            _doubt(reading, f"{paid.id}.amount", amount, paid.amount["unit"], small=False,
                   turnover=False)  # fmt: skip
        if paid.award in known and subject and date and amount and not amount.value.is_signed():
            reading.paid.append(
                {"award": paid.award, "subject": subject, "date": date, "amount": str(amount)}
            )
        else:
            reading.warnings.append({"at": paid.id, "code": "paid-incomplete", "params": {}})
    for thing in state.subjects:
        for code, text in thing.planned.items():
            if day := _date(reading, f"{thing.id}.{code}", text):
                reading.planned.setdefault(subjects.name(thing.id), {}).setdefault(code, day)
    return reading


def _claim(reading: Reading, entry: Mapping[str, Any], claim: Claim, subject: str) -> Json:
    known: Json = {}
    for fact in facts(entry):
        answer = claim.facts.get(fact["name"], "")
        if fact["only_with"] and claim.facts.get(fact["only_with"]) == "no":
            continue
        at = f"{claim.id}.{fact['name']}"
        if fact["type"] in NUMBERS:
            figure = _figure(reading, at, fact["type"], answer)
            value = str(figure) if figure is not None else None
            if figure is not None and isinstance(answer, dict):
                priced = fact["name"] == entry["sum"].get("price")
                _doubt(reading, at, figure, answer["unit"], small=not priced,
                       turnover=entry["sum"]["mechanism"] in _TURNOVER)  # fmt: skip
        else:
            value = _choice(reading, at, fact, answer)
        if value is not None:
            known[fact["name"]] = value
    date = _date(reading, f"{claim.id}.date", claim.date)
    return {"id": claim.id, "award": claim.award, "subject": subject, "date": date, "facts": known}


def _choice(reading: Reading, at: str, fact: Mapping[str, Any], answer: Any) -> Any:
    if answer == "":
        return None
    if answer not in options(fact):
        reading.errors.append({"at": at, "code": "unknown-choice", "params": {}})
        return None
    if fact["type"] == "yes-no":
        return answer == "yes"
    return int(answer) if fact["type"] == "star" else answer


def _figure(reading: Reading, at: str, kind: str, answer: Any) -> Figure | None:
    if not isinstance(answer, dict) or not answer["text"].strip():
        return None
    try:
        text = answer["text"]
        figure = read_area(text) if kind == "area" else read_money(text, answer["unit"])
    except Unreadable as error:
        reading.errors.append({"at": at, "code": error.code, "params": error.params})
        return None
    if figure.value.is_signed():
        reading.errors.append({"at": at, "code": "negative-figure", "params": {}})
    else:
        reading.figures[at] = (kind, figure)
    return figure


def _doubt(
    reading: Reading, at: str, figure: Figure, unit: str, *, small: bool, turnover: bool
) -> None:
    """Ask back at sizes that come from a wrong unit rather than from a business.

    A bare number that is long enough for yuan is asked about with what it would be in yuan,
    `{"meant": "85000000"}`; the page offers to put that in its place, and changes nothing itself.
    """
    typed = figure.value / Decimal(10) ** FIELD_UNITS[unit]
    large = figure.value >= _HUGE_BARE if turnover else typed >= _AS_YUAN
    if figure.bare and unit in ("wan", "million") and typed >= _AS_YUAN and large:
        reading.warnings.append({"at": at, "code": "meant", "params": {}, "meant": f"{typed:f}"})
        return
    huge = figure.value >= (_HUGE_BARE if figure.bare else _HUGE)
    if huge or (small and unit != "m2" and 0 < figure.value < _TINY):
        reading.warnings.append({"at": at, "code": "implausible", "params": {}})


def _date(reading: Reading, at: str, text: str) -> str | None:
    if not text.strip():
        return None
    try:
        day = read_date(text)
    except Unreadable as error:
        reading.errors.append({"at": at, "code": error.code, "params": error.params})
        return None
    if day != text.strip():
        reading.days[at] = day
    return day
