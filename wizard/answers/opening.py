"""Converts an application, from any source, to the state of the form."""

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any

from answers.dates import read_date
from answers.earlier import reshaped, without_given_names
from answers.figures import FIELD_UNITS, LONGEST, read_money
from answers.form import read_form
from answers.numerals import EXACT
from answers.questions import (
    NUMBERS,
    PLANNED,
    Document,
    entries,
    facts,
    kind_of,
    money_unit,
    options,
    unit,
)  # fmt: skip
from answers.restoring import restore, short_keys
from answers.state import (
    ENTERPRISE,
    FORM,
    KINDS,
    LONGEST_NAME,
    SavedStateError,
    free_id,
    is_id,
    read_state,
)
from answers.unreadable import InputError
from eligibility import Refused

Json = dict[str, Any]

_SHORT = 60
"""How many characters of a left-out value are shown."""

_UNNAMED = re.compile(rf"#{ENTERPRISE}|#({'|'.join(KINDS)})-[1-9][0-9]{{0,3}}")
"""The codes of subjects without a name (`answers.subjects`)."""


def open_application(
    document: Document, application: Mapping[str, Any], language: str, *, other: bool = False
) -> tuple[Json, list[Json]]:
    """Return the form's state, and the parts of the application that the form cannot show.

    If the answers that a file keeps as typed, in any version of the form, still give the same
    claims, they are used; otherwise the state is rebuilt from the claims. Those of a file of an
    `other` edition are used if they make every claim that has a place here, with the same answers
    to the questions that both editions ask.
    """
    answers = application.get("answers")
    try:
        state, lost = restore(document, reshaped(document, answers))
        reading = read_form(document, read_state(state))
    except (SavedStateError, Refused):
        return _rebuild(document, application, language)
    paid = application.get("paid") or []
    same = reading.claims == application["claims"] and reading.paid == paid
    if other:
        same = _agree(application["claims"], reading.claims)
    unread = isinstance(answers, dict) and answers.get("read") is False
    if same or (unread and all(one["code"] != "form" for one in lost)):
        return without_given_names(answers, state), lost
    return _rebuild(document, application, language)


def open_state(document: Document, raw: object) -> tuple[Json, list[Json]]:
    """Return the form’s state as stored by any release, and the entries that were left out.

    Raises `SavedStateError` if it holds nothing that the form can show.
    """
    state, lost = restore(document, reshaped(document, raw))
    parts = ("roles", "topics", "subjects", "claims", "paid", "elsewhere")
    if lost and not any(state.get(name) for name in parts):
        raise SavedStateError
    return without_given_names(raw, state), lost


def _agree(claims: list[Json], read: list[Json]) -> bool:
    """Whether each claim was read, with no other answer where both have one."""
    known = {(claim["id"], claim["award"]): claim.get("facts") or {} for claim in read}
    found = [
        (known.get((claim["id"], claim["award"])), claim.get("facts") or {}) for claim in claims
    ]
    return all(
        here is not None and all(here.get(name, value) == value for name, value in given.items())
        for here, given in found
    )


_RANK = (
    dict.fromkeys(KINDS, 1) | {ENTERPRISE: 0} | dict.fromkeys(("unit", "trademark", "brand"), -1)
)
"""Which kind wins if the claims of a subject differ: a project over the enterprise, the enterprise
over a separate title."""


class _Entries:
    """The subjects of an application, each as one entry of the form."""

    def __init__(self, used: set[str]) -> None:
        self.found: dict[str, Json] = {}
        self._used = used

    def of(self, subject: str, kind: str) -> str:
        """Return the id of a subject's entry; each name has one, whatever the kinds of claims."""
        name = unicodedata.normalize("NFC", subject.strip())
        if name not in self.found:
            id_ = free_id(f"s{len(self.found) + 1}", self._used)
            self._used.add(id_)
            typed = "" if _UNNAMED.fullmatch(name) else name
            self.found[name] = {"id": id_, "kind": kind, "name": typed, "same": "", "planned": {}}
        elif _RANK[kind] > _RANK[self.found[name]["kind"]]:
            self.found[name]["kind"] = kind
        id_ = self.found[name]["id"]
        assert isinstance(id_, str)
        return id_

    def name_the_enterprise(self, cards: list[Json]) -> None:
        """Give the first enterprise among the entries the id that the form reserves for it."""
        units = [entry for entry in self.found.values() if entry["kind"] == "enterprise"]
        own = next((e for e in [self.found.get(f"#{ENTERPRISE}"), *units] if e in units), None)
        for card in cards:
            if own is not None and card["subject"] == own["id"]:
                card["subject"] = ENTERPRISE
        if own is not None:
            own["id"] = ENTERPRISE

    def plan(self, planned: object) -> None:
        """Add the planned dates of a file to their entries."""
        for name, dates in planned.items() if isinstance(planned, dict) else ():
            if len(name) > LONGEST_NAME:  # NFC takes quadratic time
                continue
            entry = self.found.get(unicodedata.normalize("NFC", name.strip()))
            if entry is not None and isinstance(dates, dict):
                entry["planned"] = {
                    code: dates[code][:40] for code in PLANNED if isinstance(dates.get(code), str)
                }


def _rebuild(
    document: Document, application: Mapping[str, Any], language: str
) -> tuple[Json, list[Json]]:
    known, lost = entries(document), list[Json]()
    claims, paid = list[Json](), list[Json]()
    used = {claim["id"] for claim in application["claims"] if is_id(claim["id"])}
    subjects = _Entries(used)
    for number, claim in enumerate(application["claims"], 1):
        entry = known[claim["award"]]
        id_ = claim["id"] if claim["id"] in used else free_id(f"c{number}", used)
        used.add(id_)
        said = {"award": claim["award"], "subject": claim["subject"].strip()[:_SHORT]}
        typed, gone = _facts(entry, claim.get("facts") or {}, language)
        date = _date(claim.get("date"))
        if date is None:
            gone = {"date": claim["date"], **gone}
        lost += [{"code": "fact", **said, "fact": name[:_SHORT], "found": str(value)[:_SHORT]}
                 for name, value in gone.items()]  # fmt: skip
        claims.append(
            {
                "id": id_,
                "award": claim["award"],
                "subject": subjects.of(claim["subject"], kind_of(entry, typed)),
                "date": date or "",
                "facts": typed,
            }
        )
    for number, payment in enumerate(application.get("paid") or [], 1):
        id_ = free_id(f"p{number}", used)
        used.add(id_)
        paid.append(
            {
                "id": id_,
                "award": payment["award"],
                "subject": subjects.of(payment["subject"], kind_of(known[payment["award"]], {})),
                "date": payment["date"],
                "amount": _typed(payment["amount"], money_unit(language)),
            }
        )
    answers = application.get("answers")
    given = answers if isinstance(answers, dict) else {}
    subjects.plan(given.get("planned"))
    subjects.name_the_enterprise([*claims, *paid])
    state = {
        "form": FORM,
        **{name: short_keys(given.get(name)) for name in ("roles", "topics")},
        "subjects": list(subjects.found.values()),
        "claims": claims,
        "paid": paid,
    }
    return state, lost


def _date(date: object) -> str | None:
    """Return a date unchanged, or None if the form would understand it differently."""
    if date is None:
        return ""
    with suppress(InputError):
        if isinstance(date, str) and read_date(date) == date:
            return date
    return None


def _facts(entry: Mapping[str, Any], given: Mapping[str, Any], language: str) -> tuple[Json, Json]:
    """Return the facts as they would be typed, and those that the form cannot show."""
    typed: Json = {}
    lost: Json = {}
    asked = {fact["name"]: fact for fact in facts(entry)}
    for name, value in given.items():
        fact = asked.get(name)
        if value is None:
            continue
        if fact is not None and fact["type"] in NUMBERS and not isinstance(value, bool | float):
            shown = (
                _typed(value, unit(entry, fact, language)) if isinstance(value, str | int) else None
            )
            if shown and len(shown["text"]) <= LONGEST and not _contradicted(fact, given, value):
                typed[name] = shown
                continue
        elif fact is not None:
            code = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
            if code in options(fact) and isinstance(value, bool) == (fact["type"] == "yes-no"):
                typed[name] = code
                continue
        lost[name] = value
    return typed, lost


def _contradicted(fact: Mapping[str, Any], given: Mapping[str, Any], value: str | int) -> bool:
    """Whether another answer says that there is no such figure, so that the form hides it."""
    return given.get(fact["only_with"]) is False and str(value).strip("0.") != ""


def _typed(value: str | int, field_unit: str) -> Json:
    """Write yuan in the unit of the field, exactly; text that is not a number stays unchanged.

    A file counts in yuan, so a number that only the form can read, such as “1,000”, is converted
    like any other. Left as it is, the field would read it as that many 万元.
    """
    text = str(value)
    if field_unit == "day":
        return {"text": text, "unit": field_unit}
    number: Decimal | None = None
    if text.replace(".", "", 1).isdecimal() and text.isascii() and text[0] != "." != text[-1]:
        number = Decimal(text)
    else:
        with suppress(InputError):
            figure = read_money(text, "yuan")
            number = figure.value if figure.bare else None
    if number is not None:
        text = f"{EXACT.divide(number, Decimal(10) ** FIELD_UNITS[field_unit]):f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return {"text": text, "unit": field_unit}
