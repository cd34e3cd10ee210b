"""The form's own state, as it is saved: checked piece by piece, since a file may hold anything."""

import re
from dataclasses import dataclass
from typing import Any

from answers.figures import FIELD_UNITS

Answer = str | dict[str, str]
"""A choice by its code, or a figure as `{"text": "1.2亿", "unit": "wan"}`; empty is not sure."""

_ID = re.compile(r"[a-z][a-z0-9]{0,19}")
_MOST = 1000
_LONGEST = 2000


class NoState(Exception):
    """This is no state of the form."""


@dataclass(frozen=True)
class Subject:
    """What an entry is about: a name of its own, or the same as another entry."""

    name: str
    same: str | None


@dataclass(frozen=True)
class Claim:
    """One card of the form."""

    id: str
    award: str
    subject: Subject
    date: str
    facts: dict[str, Answer]


@dataclass(frozen=True)
class Paid:
    """One entry of what was already paid."""

    id: str
    award: str
    subject: Subject
    date: str
    amount: Answer


@dataclass(frozen=True)
class State:
    """Everything in the form."""

    claims: list[Claim]
    paid: list[Paid]

    @property
    def entries(self) -> list[Claim | Paid]:
        """All that is about something, in the order of the form."""
        return [*self.claims, *self.paid]


def read_state(raw: object) -> State:
    """Check the shape of a state; raises `NoState`."""
    root = _object(raw)
    if root.get("form") != 1:
        raise NoState
    claims = [_claim(_object(entry)) for entry in _list(root.get("claims"))]
    paid = [_paid(_object(entry)) for entry in _list(root.get("paid"))]
    state = State(claims, paid)
    if len({entry.id for entry in state.entries}) != len(state.entries):
        raise NoState
    return state


def is_id(value: object) -> bool:
    """Tell whether a text can be the id of an entry in the form."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _claim(entry: dict[str, Any]) -> Claim:
    facts = {_text(name): _answer(answer) for name, answer in _object(entry.get("facts")).items()}
    return Claim(
        _id(entry), _text(entry.get("award")), _subject(entry), _text(entry.get("date")), facts
    )


def _paid(entry: dict[str, Any]) -> Paid:
    return Paid(
        _id(entry),
        _text(entry.get("award")),
        _subject(entry),
        _text(entry.get("date")),
        _answer(entry.get("amount")),
    )


def _subject(entry: dict[str, Any]) -> Subject:
    subject = _object(entry.get("subject"))
    if "same" in subject:
        return Subject("", _text(subject["same"]))
    return Subject(_text(subject.get("name")), None)


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
