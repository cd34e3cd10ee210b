"""Brings the form’s state of an earlier version up to the present one.

Until version 1 each card named its own subject, or the card that it shared one with.
"""

from collections.abc import Mapping
from typing import Any

from answers.questions import Document, entries, kind_of
from answers.state import ENTERPRISE, FORM

Json = dict[str, Any]


def upgrade(document: Document, raw: object) -> object:
    """Return a state in its present form; what is none is returned as it is, to be refused."""
    if not isinstance(raw, dict) or raw.get("form") != 1:
        return raw
    try:
        return _from_first(document, raw)
    except (KeyError, TypeError, AttributeError, StopIteration):
        return raw


def _from_first(document: Document, raw: Mapping[str, Any]) -> Json:
    known = entries(document)
    cards = {card["id"]: card for card in [*raw["claims"], *raw["paid"]]}
    owners: dict[str, str] = {}
    subjects: dict[str, Json] = {}
    for id_ in cards:
        owner = _owner(cards, id_)
        if owner not in owners:
            owners[owner] = _free(f"s{len(owners) + 1}", {*cards, *subjects})
            name = cards[owner]["subject"].get("name", "")
            subjects[owners[owner]] = {"id": owners[owner], "kind": "enterprise", "name": name,
                                       "same": "", "planned": {}}  # fmt: skip
        card, subject = cards[id_], subjects[owners[owner]]
        if "facts" in card and subject["kind"] == "enterprise" and card["award"] in known:
            subject["kind"] = kind_of(known[card["award"]], card["facts"])

    own = next((id_ for id_, s in subjects.items() if s["kind"] == "enterprise"), None)
    for owner, id_ in owners.items():
        if id_ == own:
            owners[owner] = subjects[id_]["id"] = ENTERPRISE

    def about(card: Json) -> Json:
        return {**card, "subject": owners[_owner(cards, card["id"])]}

    state = {
        "form": FORM,
        "roles": [],
        "topics": [],
        "subjects": list(subjects.values()),
        "claims": [about(card) for card in raw["claims"]],
        "paid": [about(card) for card in raw["paid"]],
    }
    return {**state, "read": raw["read"]} if "read" in raw else state


def _owner(cards: Mapping[str, Json], id_: str) -> str:
    """Follow “the same as” to the card that names it; a circle ends at its first card."""
    seen = [id_]
    while (same := cards[seen[-1]]["subject"].get("same")) in cards and same not in seen:
        seen.append(same)
    return seen[-1] if same not in seen else min(seen[seen.index(same) :])


def _free(wanted: str, used: set[str]) -> str:
    while wanted in used:
        wanted += "x"
    return wanted
