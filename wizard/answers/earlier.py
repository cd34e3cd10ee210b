"""Converts form state of earlier versions to the current version.

In version 1 each card named its own subject, or the card with which it shared one. Up to version 2,
a subject without a name was stored under the word for its kind, in the language of the page.
"""

import re
from collections.abc import Mapping
from typing import Any

from answers.questions import Document, entries, kind_of
from answers.state import ENTERPRISE, FORM, free_id

Json = dict[str, Any]


_KINDS = {"项目": "project", "产品": "product", "平台": "platform", "本企业": "enterprise",
          "保单": "insurance-policy", "地块": "land", "Project": "project", "Product": "product",
          "Platform": "platform", "Our enterprise": "enterprise",
          "Insurance policy": "insurance-policy", "Plot of land": "land"}  # fmt: skip
"""The names that versions 1 and 2 gave to subjects without a name, before their number."""

_NUMBERED = re.compile(r"(.+?)( [0-9]{1,4})?")


def reshaped(document: Document, raw: object) -> object:
    """Return a state in the current shape, with its names unchanged; other input unchanged."""
    if not isinstance(raw, dict) or raw.get("form") not in (1, 2):
        return raw
    try:
        return _from_first(document, raw) if raw["form"] == 1 else {**raw, "form": FORM}
    except (KeyError, TypeError, AttributeError, StopIteration):
        return raw


def without_given_names(raw: object, state: Json) -> Json:
    """Return a valid state without the names that an earlier version of the form generated.

    `raw` is the state before conversion; it holds the version.
    """
    if not isinstance(raw, dict) or raw.get("form") not in (1, 2):
        return state
    return {**state, "subjects": [_own_name(subject) for subject in state["subjects"]]}


def _own_name(subject: Json) -> Json:
    match = _NUMBERED.fullmatch(subject["name"])
    own = subject.get("id") == ENTERPRISE
    given = (
        match is not None
        and _KINDS.get(match[1]) == subject.get("kind")
        and own == (match[2] is None)
    )
    return {**subject, "name": ""} if given else subject


def _from_first(document: Document, raw: Mapping[str, Any]) -> Json:
    known = entries(document)
    cards = {card["id"]: card for card in [*raw["claims"], *raw["paid"]]}
    owners: dict[str, str] = {}
    subjects: dict[str, Json] = {}
    for id_ in cards:
        owner = _owner(cards, id_)
        if owner not in owners:
            owners[owner] = free_id(f"s{len(owners) + 1}", {*cards, *subjects})
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
    """Follow “the same as” to the card with the name; a cycle ends at its smallest id."""
    seen = [id_]
    while (same := cards[seen[-1]]["subject"].get("same")) in cards and same not in seen:
        seen.append(same)
    return seen[-1] if same not in seen else min(seen[seen.index(same) :])
