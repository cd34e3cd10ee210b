"""Content of stores, files and links that no page of this release wrote, shared by tests."""

import json
from typing import Any

from tests.policy import document

Json = dict[str, Any]

INVESTMENT = "03-industrial-investment"
KEYS = ("constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "wizard", "enterprise")
"""Names that every JavaScript object already has, and ids of the page itself."""


def card(id_: str = "c1", subject: str = "s1", **changes: Any) -> Json:
    """A card of clause 3, which pays 20 million yuan."""
    facts = {"selected": "yes", "actual_input": {"text": "1亿", "unit": "wan"}}
    return {"id": id_, "award": INVESTMENT, "subject": subject, "date": "2021-06-30",
            "facts": facts, **changes}  # fmt: skip


def project(id_: str = "s1", name: str = "四号线", **changes: Any) -> Json:
    """An entry of the form."""
    return {"id": id_, "kind": "project", "name": name, "same": "", "planned": {}, **changes}


def state(*claims: Json, form: int = 3, **changes: Any) -> Json:
    """A state of the form; by default with one project."""
    return {"form": form, "roles": [], "topics": [], "subjects": [project()],
            "claims": list(claims or [card()]), "paid": [], "step": "lists", **changes}  # fmt: skip


def _first() -> Json:
    typed = {**card(), "subject": {"name": "四号线"}}
    return {"form": 1, "claims": [typed], "paid": [], "step": "lists"}


def _without(name: str, found: Json) -> Json:
    return {key: value for key, value in found.items() if key != name}


EARLIER: dict[str, Json] = {
    "form 1": _first(),
    "form 2, with the names that it gave": state(
        form=2,
        subjects=[project("enterprise", "本企业", kind="enterprise"), project("s1", "项目 1")],
    ),
    "form 2 without payments": _without("paid", state(form=2)),
    "form 2 of English pages": state(form=2, subjects=[project("s1", "Project 1")]),
}  # fmt: skip
"""Shapes that earlier releases stored; none of their content may be lost."""

BROKEN: dict[str, str] = {
    "a later form": json.dumps({**state(), "form": 4, "colours": ["red"]}),
    "an award that is no more": json.dumps(state(card(), card("c2", award="99-of-old"))),
    "a fact that was renamed": json.dumps(
        state(card(facts={**card()["facts"], "old_name": "yes"}))
    ),
    "a choice that is no more": json.dumps(
        state(card(facts={**card()["facts"], "selected": "perhaps"}))
    ),
    "about something that is not there": json.dumps(state(card(subject="s9"))),
    "one id twice": json.dumps(state(card(), card("c1", award="14-little-giant"))),
    "a list that is none": json.dumps(state(paid="none")),
    "cut off": json.dumps(state())[:-40],
    "no JSON": "undefined",
    "another thing": "[1, 2, 3]",
    "a figure in the place of a choice": json.dumps(
        state(card(facts={**card()["facts"], "selected": {"text": "no", "unit": "wan"}}))
    ),
}  # fmt: skip
"""Stored texts that no form can show unchanged."""


ODD_IDS = state(*(card(key) for key in KEYS), subjects=[project(), *map(project, KEYS)])
"""Ids that no page generates: no content is lost, and the ids are replaced."""


def many(claims: int, subjects: int, *, same: bool = False) -> Json:
    """A state of many claims about many projects; with `same`, all are one, in a cycle."""
    ids = [f"s{number}" for number in range(1, subjects + 1)]
    awards = [award["id"] for award in document()["awards"]]
    return {
        "form": 3, "roles": [], "topics": [],
        "subjects": [project(id_, f"项目{id_}", same=ids[n - 1] if same else "")
                     for n, id_ in enumerate(ids)],
        "claims": [{"id": f"c{n + 1}", "award": awards[n % len(awards)],
                    "subject": ids[n % subjects], "date": "2021-06-30", "facts": {}}
                   for n in range(claims)],
        "paid": [],
    }  # fmt: skip
