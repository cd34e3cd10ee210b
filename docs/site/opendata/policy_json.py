"""The policy as its files state it: texts, rules, readings and terms as one JSON document.

Figures are in the policy's own notation (`最高3000万元`). The compiled document keeps them beside
the figures that it computes with.
"""

from collections.abc import Mapping
from typing import Any

from clauses.document import Json, PolicyDocument

_WRITTEN = ("when", "review", "sum", "stages", "limit")
"""What a clause file states of an award in figures and words of the text."""
_AWARD = (
    "id",
    "paragraph",
    "name",
    "kind",
    "wording",
    "subject",
    "payee",
    "quote",
    "facts",
    "when",
    "review",
    "sum",
    "stages",
    "adds_to",
    "title_by",
    "excludes",
    "further",
    "limit",
    "frequency",
    "frequency_stated",
    "readings",
)
_LINE = ("id", "paragraph", "kind", "name", "subject", "payee", "quote", "note", "readings")


def policy_json(policy: PolicyDocument) -> dict[str, Any]:
    """Return the policy as plain data; `policy.schema.json` describes it."""
    data = policy.data
    return {
        "edition": data["edition"],
        "clauses": [_clause(clause, data) for clause in data["clauses"]],
        "readings": {"readings": [_without(reading, "show") for reading in data["readings"]]},
        "glossary": {"terms": data["glossary"]},
    }


def _clause(clause: Json, data: Json) -> dict[str, Any]:
    number = clause["number"]
    awards = [_award(entry) for entry in data["awards"] if entry["clause"] == number]
    lines = [_line(entry) for entry in data["lines"] if entry["clause"] == number]
    made: dict[str, Any] = {}
    for key, value in clause.items():
        made[key] = value
        if key == "paragraphs":
            made |= {"awards": awards, "lines": lines}
    return made


def _award(entry: Json) -> dict[str, Any]:
    written = {key: entry["written"][key] for key in _WRITTEN}
    stated = {**entry, **written, "subject": _subject(entry["subject"])}
    return {key: stated[key] for key in _AWARD}


def _line(entry: Json) -> dict[str, Any]:
    stated = {**entry, "subject": _subject(entry["subject"])}
    return {key: stated[key] for key in _LINE}


def _subject(subject: Json) -> Any:
    """One kind is stated by its name alone."""
    return subject if subject["by"] else subject["otherwise"]


def _without(entry: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name != key}
