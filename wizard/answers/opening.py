"""Puts an application back into the form, whoever wrote it."""

import unicodedata
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any

from answers.figures import FIELD_UNITS
from answers.form import read_form
from answers.questions import NUMBERS, Document, entries, facts, money_unit, options, unit
from answers.state import NoState, is_id, read_state

Json = dict[str, Any]

_EXACT = Context(prec=200)


def open_application(
    document: Document, application: Mapping[str, Any], language: str
) -> tuple[Json, list[Json]]:
    """Return the form's state, and what of the application the form cannot show.

    The typed words that a file keeps are used where they still say the same as its claims.
    """
    answers = application.get("answers")
    try:
        reading = read_form(document, read_state(answers))
    except NoState:
        reading = None
    if isinstance(answers, dict) and reading is not None:
        paid = application.get("paid") or []
        same = reading.claims == application["claims"] and reading.paid == paid
        if same or answers.get("read") is False:
            return answers, []
    return _rebuild(document, application, language)


def _rebuild(
    document: Document, application: Mapping[str, Any], language: str
) -> tuple[Json, list[Json]]:
    known, lost = entries(document), list[Json]()
    claims, paid = list[Json](), list[Json]()
    owners: dict[str, str] = {}
    used = {claim["id"] for claim in application["claims"] if is_id(claim["id"])}
    for number, claim in enumerate(application["claims"], 1):
        id_ = claim["id"] if claim["id"] in used else _free(f"c{number}", used)
        used.add(id_)
        entry = known[claim["award"]]
        claims.append(
            {
                "id": id_,
                "award": claim["award"],
                "subject": _subject(owners, claim["subject"], id_),
                "date": _date(claim.get("date"), id_, lost),
                "facts": _facts(entry, claim.get("facts") or {}, language, id_, lost),
            }
        )
    for number, payment in enumerate(application.get("paid") or [], 1):
        id_ = _free(f"p{number}", used)
        used.add(id_)
        paid.append(
            {
                "id": id_,
                "award": payment["award"],
                "subject": _subject(owners, payment["subject"], id_),
                "date": payment["date"],
                "amount": _typed(payment["amount"], money_unit(language)),
            }
        )
    return {"form": 1, "claims": claims, "paid": paid}, lost


def _free(wanted: str, used: set[str]) -> str:
    while wanted in used:
        wanted += "x"
    return wanted


def _subject(owners: dict[str, str], subject: str, id_: str) -> Json:
    name = unicodedata.normalize("NFC", subject.strip())
    owner = owners.setdefault(name, id_)
    return {"name": name} if owner == id_ else {"same": owner}


def _date(date: object, id_: str, lost: list[Json]) -> str:
    if date is not None and not isinstance(date, str):
        lost.append({"at": id_, "fact": "date", "found": str(date)[:40]})
    return date[:100] if isinstance(date, str) else ""


def _facts(
    entry: Mapping[str, Any], given: Mapping[str, Any], language: str, id_: str, lost: list[Json]
) -> Json:
    typed: Json = {}
    asked = {fact["name"]: fact for fact in facts(entry)}
    for name, value in given.items():
        fact = asked.get(name)
        if value is None:
            continue
        if fact is not None and fact["type"] in NUMBERS and not isinstance(value, bool | float):
            if isinstance(value, str | int):
                typed[name] = _typed(value, unit(entry, fact, language))
                continue
        elif fact is not None:
            code = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
            if code in options(fact) and isinstance(value, bool) == (fact["type"] == "yes-no"):
                typed[name] = code
                continue
        lost.append({"at": id_, "fact": name[:40], "found": str(value)[:40]})
    return typed


def _typed(value: str | int, field_unit: str) -> Json:
    """Write yuan in the unit of the field, exactly; what is no number stays as it is."""
    text = str(value)
    if text.replace(".", "", 1).isdecimal() and text.isascii() and text[0] != "." != text[-1]:
        number = _EXACT.divide(Decimal(text), Decimal(10) ** FIELD_UNITS[field_unit])
        text = f"{number:f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return {"text": text[:60], "unit": field_unit}
