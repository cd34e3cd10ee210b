"""Converts the form's raw answers to an application, and records what cannot be read.

An unreadable answer counts as unknown, and its field says so; nothing is guessed. A negative figure
is passed on, and the engine refuses it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from answers.dates import read_date
from answers.figures import FIELD_UNITS, TypedFigure, read_area, read_money, read_plain
from answers.questions import NUMBERS, Document, entries, facts, in_yuan, options
from answers.state import Card, State
from answers.subjects import Subjects
from answers.unreadable import InputError
from eligibility.mechanisms import mechanism_of

Json = dict[str, Any]

PLAIN = ("count", "percentage", "years", "quantity")
"""The types of figures that are neither money nor an area."""

_HUGE, _TINY, _HUGE_BARE = Decimal(10) ** 12, Decimal(1000), Decimal(10) ** 10
_AS_YUAN = Decimal(10) ** 5
"""From this number on, a figure without a unit in a field of 万元 or millions may be in yuan."""


@dataclass
class FormReading:
    """What was understood: the parts of the application, and the messages for each field."""

    claims: list[Json] = field(default_factory=list)
    paid: list[Json] = field(default_factory=list)
    planned: dict[str, dict[str, str]] = field(default_factory=dict)
    """Planned dates by subject and by the stage that they start: `{"四号线": {"start": …}}`."""
    errors: list[Json] = field(default_factory=list)
    """Answers that were not readable or not possible: `{"at": "c1.rd", "code": …, "params": …}`."""
    warnings: list[Json] = field(default_factory=list)
    """Answers that were read but may be wrong, in the same shape."""
    figures: dict[str, tuple[str, TypedFigure]] = field(default_factory=dict)
    """Every figure that was read, by field, with its type."""
    days: dict[str, str] = field(default_factory=dict)
    """Every date that was read, by field; the page writes them all in one way."""


def read_form(document: Document, state: State) -> FormReading:
    """Read everything in the form."""
    reading = FormReading()
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


def _claim(reading: FormReading, entry: Mapping[str, Any], claim: Card, subject: str) -> Json:
    known: Json = {}
    for fact in facts(entry):
        answer = claim.facts.get(fact["name"], "")
        if fact["only_with"] and claim.facts.get(fact["only_with"]) == "no":
            continue
        at = f"{claim.id}.{fact['name']}"
        value: Any
        if fact["type"] == "date":
            value = _date(reading, at, answer["text"] if isinstance(answer, dict) else answer)
        elif fact["type"] in NUMBERS:
            figure = _figure(reading, at, fact["type"], answer)
            value = str(figure) if figure is not None else None
            if figure is not None and isinstance(answer, dict) and fact["type"] not in PLAIN:
                _doubt(reading, at, figure, answer["unit"], small=not in_yuan(entry, fact),
                       turnover=mechanism_of(entry["sum"]).large)  # fmt: skip
        else:
            value = _choice(reading, at, fact, answer)
        if value is not None:
            known[fact["name"]] = value
    date = _date(reading, f"{claim.id}.date", claim.date)
    return {"id": claim.id, "award": claim.award, "subject": subject, "date": date, "facts": known}


def _choice(reading: FormReading, at: str, fact: Mapping[str, Any], answer: Any) -> Any:
    if answer == "":
        return None
    if answer not in options(fact):
        reading.errors.append({"at": at, "code": "unknown-choice", "params": {}})
        return None
    if fact["type"] == "yes-no":
        return answer == "yes"
    return int(answer) if fact["type"] == "star" else answer


def _figure(reading: FormReading, at: str, kind: str, answer: Any) -> TypedFigure | None:
    if not isinstance(answer, dict) or not answer["text"].strip():
        return None
    try:
        text = answer["text"]
        if kind in PLAIN:
            figure = read_plain(text, kind)
        else:
            figure = read_area(text) if kind == "area" else read_money(text, answer["unit"])
    except InputError as error:
        reading.errors.append({"at": at, "code": error.code, "params": error.params})
        return None
    if figure.value.is_signed():
        reading.errors.append({"at": at, "code": "negative-figure", "params": {}})
    else:
        reading.figures[at] = (kind, figure)
    return figure


def _doubt(
    reading: FormReading, at: str, figure: TypedFigure, unit: str, *, small: bool, turnover: bool
) -> None:
    """Add a warning for a size that is more likely a wrong unit than a real figure.

    For a number without a unit that is long enough to be in yuan, the warning holds the value in
    yuan, `{"meant": "85000000"}`; the page offers it as a replacement and changes nothing by
    itself.
    """
    typed = figure.value / Decimal(10) ** FIELD_UNITS[unit]
    large = figure.value >= _HUGE_BARE if turnover else typed >= _AS_YUAN
    if figure.bare and unit in ("wan", "million") and typed >= _AS_YUAN and large:
        reading.warnings.append({"at": at, "code": "meant", "params": {}, "meant": f"{typed:f}"})
        return
    huge = figure.value >= (_HUGE_BARE if figure.bare else _HUGE)
    if huge or (small and unit != "m2" and 0 < figure.value < _TINY):
        reading.warnings.append({"at": at, "code": "implausible", "params": {}})


def _date(reading: FormReading, at: str, text: str) -> str | None:
    if not text.strip():
        return None
    try:
        day = read_date(text)
    except InputError as error:
        reading.errors.append({"at": at, "code": error.code, "params": error.params})
        return None
    reading.days[at] = day
    return day
