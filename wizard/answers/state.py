"""The form's own state, as it is saved. Every part is checked, since a file may contain anything.

    {"form": 3, "roles": ["manufacturer"], "topics": ["investment"],
     "subjects": [{"id": "enterprise", "kind": "enterprise", "name": "", "same": "", …},
                  {"id": "s1", "kind": "project", "name": "四号线", "same": "",
                   "planned": {"start": "2021-03", "completion": "2022-06-30"}}],
     "claims": [{"id": "c1", "award": "…", "subject": "s1", "date": "2021",
                 "facts": {"actual_input": {"text": "1.2亿", "unit": "wan"}, "selected": "yes"}}],
     "paid": [{"id": "p1", "award": "…", "subject": "s1", "date": "2020-09-01",
               "amount": {"text": "100", "unit": "wan"}}]}

Everything is kept as it was typed. A subject without a name has an empty name here, and is shown by
its kind in the language of the page. A saved application also holds the planned dates as
understood, `answers.planned[subject] = {"start": "2021-03-31", "completion": "2022-06-30"}`, keyed
by the name of the subject in the claims; either date may be missing.
"""

import re
from dataclasses import dataclass
from typing import Any

from answers.figures import FIELD_UNITS
from eligibility import EligibilityError

FORM = 3
"""The version of this state; earlier versions are converted (`answers.earlier`)."""

KINDS = ("enterprise", "project", "platform", "product", "insurance-policy", "unit", "trademark",
         "brand", "land")  # fmt: skip
"""The kinds of subject that an entry of the form can have."""

ENTERPRISE = "enterprise"
"""The entry of the enterprise itself; no other entry has this id."""

Answer = str | dict[str, str]
"""The code of a choice, or a figure as `{"text": "1.2亿", "unit": "wan"}`; empty means not sure."""

_ID = re.compile(r"[a-z][0-9]{0,6}x{0,9}")
"""A letter and a number, as the page generates them; no other id in the page looks like this."""

MOST_CLAIMS = 300
MOST_ENTRIES = 200
"""The form cannot draw more within two seconds; an enterprise has a few dozen at most."""

LONGEST_NAME = 1000
"""Characters of a name; the limit of a subject in the contract."""
LONGEST_DATE = 60

_MOST = 1000
_LONGEST = 2000


class SavedStateError(EligibilityError):
    """The input is not a state of the form."""


@dataclass(frozen=True)
class FormSubject:
    """The subject of claims: a project, a platform, the enterprise itself."""

    id: str
    kind: str
    name: str
    same: str
    """The id of another entry that is the same subject, or empty."""
    planned: dict[str, str]
    """Dates as typed, by the code of the stage that they start."""


@dataclass(frozen=True)
class Card:
    """One card of the form."""

    id: str
    award: str
    subject: str
    date: str
    facts: dict[str, Answer]


@dataclass(frozen=True)
class FormPayment:
    """One payment already received; its subject is empty until it is chosen."""

    id: str
    award: str
    subject: str
    date: str
    amount: Answer


@dataclass(frozen=True)
class State:
    """Everything in the form that affects the result; roles and topics affect only questions."""

    subjects: list[FormSubject]
    claims: list[Card]
    paid: list[FormPayment]


def read_state(raw: object) -> State:
    """Check the shape of a state and return it; raises `SavedStateError`."""
    root = _object(raw)
    if root.get("form") != FORM:
        raise SavedStateError
    for name in ("roles", "topics"):
        for key in _list(root.get(name, [])):
            _text(key)
    state = State(
        [_subject(_object(entry)) for entry in _list(root.get("subjects"))],
        [_claim(_object(entry)) for entry in _list(root.get("claims"))],
        [_paid(_object(entry)) for entry in _list(root.get("paid"))],
    )
    subjects = {subject.id for subject in state.subjects}
    ids = [
        *(subject.id for subject in state.subjects),
        *(claim.id for claim in state.claims),
        *(paid.id for paid in state.paid),
    ]
    if len(set(ids)) != len(ids) or not {claim.subject for claim in state.claims} <= subjects:
        raise SavedStateError
    if not {paid.subject for paid in state.paid} <= {*subjects, ""}:
        raise SavedStateError
    return state


def is_id(value: object) -> bool:
    """Whether a text can be the id of an entry in the form."""
    return isinstance(value, str) and value != ENTERPRISE and _ID.fullmatch(value) is not None


def free_id(wanted: str, used: set[str]) -> str:
    """Return an id that is not used yet: the wanted one, or more of its kind."""
    while wanted in used:
        wanted += "x"
    return wanted


def _subject(entry: dict[str, Any]) -> FormSubject:
    planned = {_text(code): _text(date) for code, date in _object(entry.get("planned", {})).items()}
    id_, kind = entry.get("id"), entry.get("kind")
    if kind not in KINDS or (id_ == ENTERPRISE and kind != "enterprise"):
        raise SavedStateError
    return FormSubject(
        ENTERPRISE if id_ == ENTERPRISE else _id(entry),
        kind,
        _text(entry.get("name")),
        _text(entry.get("same", "")),
        planned,
    )


def _claim(entry: dict[str, Any]) -> Card:
    facts = {_text(name): _answer(answer) for name, answer in _object(entry.get("facts")).items()}
    return Card(
        _id(entry),
        _text(entry.get("award")),
        _text(entry.get("subject")),
        _text(entry.get("date")),
        facts,
    )


def _paid(entry: dict[str, Any]) -> FormPayment:
    return FormPayment(
        _id(entry),
        _text(entry.get("award")),
        _text(entry.get("subject")),
        _text(entry.get("date")),
        _answer(entry.get("amount")),
    )


def _answer(value: object) -> Answer:
    if isinstance(value, dict):
        text, unit = _text(value.get("text")), _text(value.get("unit"))
        if unit not in FIELD_UNITS:
            raise SavedStateError
        return {"text": text, "unit": unit}
    return _text(value)


def _id(entry: dict[str, Any]) -> str:
    if not is_id(entry.get("id")):
        raise SavedStateError
    return _text(entry["id"])


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SavedStateError
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or len(value) > _MOST:
        raise SavedStateError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise SavedStateError
    return value
