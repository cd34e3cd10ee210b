"""Answers that this edition has no question for, kept for the edition that has one.

A form opened under another edition loses nothing: what it cannot show is part of its state, and
comes back where it fits again.

    {"claim": {"id": "c3", "award": "04-…", "subject": "s1", "date": "2021", "facts": {…}}}
                                            no such award here
    {"fact": {"claim": "c1", "award": "03-…", "name": "rd", "answer": "20"}}
                                            no such question here, or no such answer to it
    {"paid": {"id": "p1", "award": "04-…"}}  the award of a payment, which is not here
"""

from collections.abc import Mapping
from typing import Any

from answers.figures import FIELD_UNITS, LONGEST
from answers.questions import NUMBERS, facts, options
from answers.state import LONGEST_DATE, MOST_CLAIMS, free_id, is_id

Json = dict[str, Any]
Known = Mapping[str, Mapping[str, Any]]
"""The awards and lines of this edition, by id."""

_LONGEST_KEY = 60
_MOST_FACTS = 60


def taken_back(known: Known, raw: Mapping[str, Any]) -> tuple[Mapping[str, Any], list[Json]]:
    """Return a state with the kept answers that fit here put back, and those that still do not.

    An answer given meanwhile is never replaced.
    """
    kept = raw.get("elsewhere")
    claims, paid = raw.get("claims"), raw.get("paid")
    if not isinstance(kept, list) or not isinstance(claims, list) or not isinstance(paid, list):
        return raw, []
    claims, paid = [_copy(one) for one in claims], [_copy(one) for one in paid]
    used = {str(one.get("id")) for one in (*claims, *paid) if isinstance(one, dict)}
    rest: list[Json] = []
    for entry in kept[:MOST_CLAIMS]:
        if (
            isinstance(entry, dict)
            and _is_sound(entry)
            and not _fits(known, entry, claims, paid, used)
        ):
            rest.append(entry)
    return {**raw, "claims": claims, "paid": paid}, rest


def keep(kind: str, **said: object) -> list[Json]:
    """Return the entry that keeps a `claim`, a `fact` or the award of a `paid`, if it can be."""
    entry = {kind: said}
    return [entry] if _is_sound(entry) else []


def _fits(known: Known, entry: Json, claims: list[Any], paid: list[Any], used: set[str]) -> bool:
    """Put an entry back if this edition has a place for it; return whether it has."""
    if claim := entry.get("claim"):
        if claim["award"] not in known:
            return False
        id_ = free_id(claim["id"], used)  # the page may have given it to another card meanwhile
        used.add(id_)
        claims.append({**claim, "id": id_})
        return True
    if paid_for := entry.get("paid"):
        found = _of(paid, paid_for["id"], "")
        if found is None or paid_for["award"] not in known:
            return False
        found["award"] = paid_for["award"]
        return True
    fact = entry["fact"]
    card = _of(claims, fact["claim"], fact["award"])
    asked = {one["name"]: one for one in facts(known.get(fact["award"], {}))}.get(fact["name"])
    if card is None or asked is None or not isinstance(card.get("facts"), dict):
        return False
    figure = isinstance(fact["answer"], dict)
    if figure != (asked["type"] in NUMBERS) or not (figure or fact["answer"] in options(asked)):
        return False
    card["facts"] = {fact["name"]: fact["answer"], **card["facts"]}
    return True


def _of(entries: list[Any], id_: str, award: str) -> Json | None:
    found = (one for one in entries if isinstance(one, dict) and one.get("id") == id_)
    return next((one for one in found if one.get("award", "") == award), None)


def _is_sound(entry: Mapping[str, Any]) -> bool:
    """Whether an entry, which a file may have brought, has one of the three shapes."""
    ((kind, said),) = entry.items() if len(entry) == 1 else (("", None),)
    if not isinstance(said, dict) or not _is_text(said.get("award"), _LONGEST_KEY):
        return False
    if kind == "paid":
        return is_id(said.get("id"))
    if kind == "fact":
        return (
            is_id(said.get("claim"))
            and _is_text(said.get("name"), _LONGEST_KEY)
            and _is_answer(said.get("answer"))
        )
    given = said.get("facts")
    return (
        kind == "claim"
        and is_id(said.get("id"))
        and _is_text(said.get("subject"), _LONGEST_KEY)
        and _is_text(said.get("date"), LONGEST_DATE)
        and isinstance(given, dict)
        and len(given) <= _MOST_FACTS
        and all(_is_text(name, _LONGEST_KEY) and _is_answer(one) for name, one in given.items())
    )


def _is_answer(answer: object) -> bool:
    if isinstance(answer, dict):
        unit = answer.get("unit")
        known = isinstance(unit, str) and unit in FIELD_UNITS
        return known and _is_text(answer.get("text"), LONGEST) and len(answer) == 2
    return _is_text(answer, LONGEST)


def _is_text(value: object, most: int) -> bool:
    return isinstance(value, str) and len(value) <= most


def _copy(one: Any) -> Any:
    return {**one} if isinstance(one, dict) else one
