"""The part of the compiled document that the wizard uses.

It ships to every reader who opens the wizard, so it contains only what the engine, the form and the
results need. The hash of its canonical bytes identifies the policy of an assessment.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from clauses.draft_names import CONSULTATION, name_of_draft

Json = Mapping[str, Any]

_STATUS = ("short", "long", "prevails")
_AWARD = (
    "id",
    "clause",
    "paragraph",
    "name",
    "kind",
    "wording",
    "subject",
    "payee",
    "quote",
    "departments",
    "facts",
    "conditions",
    "review",
    "sum",
    "stages",
    "adds_to",
    "title_by",
    "excludes",
    "further",
    "frequency",
    "frequency_stated",
    "readings",
)
LINE = (
    "id",
    "clause",
    "paragraph",
    "kind",
    "pending",
    "name",
    "subject",
    "payee",
    "quote",
    "departments",
    "readings",
)
OPEN_END = "9999-12-31"
"""The last day of a term whose end the text does not name: every later day is within it."""
_READING = ("point", "options", "recommended", "confidence", "show", "moves_money")


def wizard_part(document: Json) -> dict[str, Any]:
    """Return the wizard's part of a compiled document; the order of its keys affects the hash."""
    edition = document["edition"]
    chapters = {number: c["number"] for c in edition["chapters"] for number in c["clauses"]}
    return {
        "edition": edition["edition"],
        "title": edition["title"],
        "status": _status(edition),
        "validity": edition["validity"] | {"to": edition["validity"]["to"] or OPEN_END},
        "closing": edition["closing"],
        "departments": {
            code: _pick(department, ("zh", "en"))
            for code, department in edition["departments"].items()
        },
        "clauses": [
            {
                "number": clause["number"],
                "key": clause["key"],
                "chapter": chapters[clause["number"]],
                "title": clause["title"],
                "departments": [p["departments"] for p in clause["paragraphs"]],
                "pending": [p["status"] == "pending" for p in clause["paragraphs"]],
            }
            for clause in document["clauses"]
        ],
        "awards": [_pick(award, _AWARD) for award in document["awards"]],
        "limits": [award["limit"] for award in document["awards"] if award["limit"]],
        "lines": [_pick(line, LINE) for line in document["lines"]],
        "alternatives": document["alternatives"],
        "readings": {reading["id"]: _pick(reading, _READING) for reading in document["readings"]},
    }


def _status(edition: Json) -> dict[str, Any]:
    """Return the status; a draft for comment names no state, as before documents knew states."""
    status, below = edition["status"], edition["subtitle"]
    said = _pick(status, _STATUS)
    if status["state"] != "draft":
        return {"state": status["state"], **said}
    name = name_of_draft(edition["title"]["zh"], below and below["zh"])
    return said if name == CONSULTATION else {"draft": name._asdict(), **said}


def policy_bytes(part: Json) -> bytes:
    """Serialise canonically, so that equal policies have equal bytes and one hash."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()


def policy_hash(part: Json) -> str:
    """Return the hash that identifies the policy of an assessment."""
    return "sha256:" + hashlib.sha256(policy_bytes(part)).hexdigest()


def _pick(entry: Json, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: entry[key] for key in keys}
