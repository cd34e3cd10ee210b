"""The policy as its files state it: texts, rules, readings and terms as one JSON document.

Figures are in the policy's own notation (`最高3000万元`). The compiled document keeps them next to
the figures that it computes with.
"""

from typing import Any

from clauses.document import Json, PolicyDocument

_WRITTEN = ("when", "review", "sum", "stages", "limit")
"""What a clause file states of an award in figures and words of the text."""
_AWARD = (
    "id", "paragraph", "name", "kind", "wording", "subject", "payee", "quote", "facts",
    "when", "review", "sum", "stages", "adds_to", "title_by", "excludes", "further",
    "limit", "frequency", "frequency_stated", "readings",
)  # fmt: skip
_LINE = ("id", "paragraph", "kind", "name", "subject", "payee", "quote", "note", "readings")


def policy_json(policy: PolicyDocument) -> dict[str, Any]:
    """Return the policy as plain data; `policy.schema.json` describes it."""
    data = policy.data
    readings = [{key: of[key] for key in of if key != "show"} for of in data["readings"]]
    return {
        "edition": data["edition"],
        "clauses": [_clause(clause, data) for clause in data["clauses"]],
        "readings": {"readings": readings},
        "glossary": {"terms": data["glossary"]},
    }


def _clause(clause: Json, data: Json) -> dict[str, Any]:
    number = clause["number"]
    awards = [_award(entry) for entry in data["awards"] if entry["clause"] == number]
    lines = [_stated(entry, _LINE) for entry in data["lines"] if entry["clause"] == number]
    made: dict[str, Any] = {}
    for key, value in clause.items():
        made[key] = value
        if key == "paragraphs":
            made |= {"awards": awards, "lines": lines}
    return made


def _award(entry: Json) -> dict[str, Any]:
    written = {key: entry["written"][key] for key in _WRITTEN}
    return _stated({**entry, **written}, _AWARD)


def _stated(entry: Json, keys: tuple[str, ...]) -> dict[str, Any]:
    """Return what a clause file states; a single kind of subject is stated by its name alone."""
    subject = entry["subject"]
    if not subject["by"]:
        entry = {**entry, "subject": subject["otherwise"]}
    return {key: entry[key] for key in keys}
