"""The form's own state, as it is saved: checked piece by piece, since a file may hold anything.

    {"form": 3, "roles": ["manufacturer"], "topics": ["investment"],
     "subjects": [{"id": "enterprise", "kind": "enterprise", "name": "", "same": "", …},
                  {"id": "s1", "kind": "project", "name": "四号线", "same": "",
                   "planned": {"start": "2021-03", "completion": "2022-06-30"}}],
     "claims": [{"id": "c1", "award": "…", "subject": "s1", "date": "2021",
                 "facts": {"actual_input": {"text": "1.2亿", "unit": "wan"}, "selected": "yes"}}],
     "paid": [{"id": "p1", "award": "…", "subject": "s1", "date": "2020-09-01",
               "amount": {"text": "100", "unit": "wan"}}]}

Everything is kept as it was typed; what was given no name has none here, and is called by its kind
in the language in which it is drawn. A saved application also holds what was understood of the
planned dates, `answers.planned[subject] = {"start": "2021-03-31", "completion": "2022-06-30"}`,
keyed by the identity under which the claims name their subject; either date may be missing.
"""

import re
from dataclasses import dataclass
from typing import Any

from answers.figures import FIELD_UNITS

FORM = 3
"""The version of this state; an earlier one is brought up to it (`answers.earlier`)."""

KINDS = ("enterprise", "project", "platform", "product", "insurance-policy", "unit", "trademark",
         "brand", "land")  # fmt: skip
"""What an entry of the form can be about."""

ENTERPRISE = "enterprise"
"""The entry of the enterprise itself; no other entry has this id."""

Answer = str | dict[str, str]
"""A choice by its code, or a figure as `{"text": "1.2亿", "unit": "wan"}`; empty is not sure."""

_ID = re.compile(r"[a-z][0-9]{0,6}x{0,9}")
"""A letter and a number, as the page makes them: no id of anything else in a page."""

MOST_CLAIMS = 300
MOST_ENTRIES = 200
"""More the form does not draw within two seconds; an enterprise has a few dozen at most."""

LONGEST_NAME = 1000
"""Characters of a name, as of a subject in the contract."""
LONGEST_DATE = 60

_MOST = 1000
_LONGEST = 2000


class NoState(Exception):
    """This is no state of the form."""


@dataclass(frozen=True)
class Subject:
    """What claims are about: a project, a platform, the enterprise itself."""

    id: str
    kind: str
    name: str
    same: str
    """Another entry that is the same thing, or empty."""
    planned: dict[str, str]
    """Dates as typed, by the code of the stage that they open."""


@dataclass(frozen=True)
class Claim:
    """One card of the form."""

    id: str
    award: str
    subject: str
    date: str
    facts: dict[str, Answer]


@dataclass(frozen=True)
class Paid:
    """One entry of what was already paid; its subject is empty until it is chosen."""

    id: str
    award: str
    subject: str
    date: str
    amount: Answer


@dataclass(frozen=True)
class State:
    """Everything in the form that is computed; roles and topics only rule what is asked."""

    subjects: list[Subject]
    claims: list[Claim]
    paid: list[Paid]


def read_state(raw: object) -> State:
    """Check the shape of a state; raises `NoState`."""
    root = _object(raw)
    if root.get("form") != FORM:
        raise NoState
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
        raise NoState
    if not {paid.subject for paid in state.paid} <= {*subjects, ""}:
        raise NoState
    return state


def is_id(value: object) -> bool:
    """Tell whether a text can be the id of an entry in the form."""
    return isinstance(value, str) and value != ENTERPRISE and _ID.fullmatch(value) is not None


def _subject(entry: dict[str, Any]) -> Subject:
    planned = {_text(code): _text(date) for code, date in _object(entry.get("planned", {})).items()}
    id_, kind = entry.get("id"), entry.get("kind")
    if kind not in KINDS or (id_ == ENTERPRISE and kind != "enterprise"):
        raise NoState
    return Subject(
        ENTERPRISE if id_ == ENTERPRISE else _id(entry),
        kind,
        _text(entry.get("name")),
        _text(entry.get("same", "")),
        planned,
    )


def _claim(entry: dict[str, Any]) -> Claim:
    facts = {_text(name): _answer(answer) for name, answer in _object(entry.get("facts")).items()}
    return Claim(
        _id(entry),
        _text(entry.get("award")),
        _text(entry.get("subject")),
        _text(entry.get("date")),
        facts,
    )


def _paid(entry: dict[str, Any]) -> Paid:
    return Paid(
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
            raise NoState
        return {"text": text, "unit": unit}
    return _text(value)


def _id(entry: dict[str, Any]) -> str:
    if not is_id(entry.get("id")):
        raise NoState
    return _text(entry["id"])


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise NoState
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or len(value) > _MOST:
        raise NoState
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise NoState
    return value
