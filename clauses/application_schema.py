"""The JSON Schema of applications under one edition: its awards, and the facts of each.

The general schema of the contract accepts whatever is assessed. This one also refuses what makes
a claim `invalid`: a fact of the wrong kind, an unlisted code, facts that contradict each other, a
malformed date.
"""

from collections.abc import Mapping
from typing import Any

from eligibility.rules import CODES

Json = dict[str, Any]

_NOTHING = {
    "description": "Zero, or unknown.",
    "anyOf": [{"type": "string", "pattern": "^0+(\\.0+)?$"}, {"enum": [0, None]}],
}


def application_schema(document: Mapping[str, Any], general: Json) -> Json:
    """Return the schema; `general` is `application.schema.json`, which it completes."""
    lines = [*document["awards"], *document["lines"]]
    definitions: Json = {**general["$defs"], "nothing": _NOTHING}
    definitions["award"] = {**definitions["award"], "enum": [line["id"] for line in lines]}
    claim = definitions["claim"]
    definitions["claim"] = {
        **claim,
        "properties": claim["properties"]
        | {"date": {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]}},
        "allOf": [
            {
                "if": {"properties": {"award": {"const": award["id"]}}},
                "then": {"properties": {"facts": _facts(award["facts"])}},
            }
            for award in document["awards"]
        ],
    }
    edition = {"enum": [document["edition"], None]}
    return {
        "$schema": general["$schema"],
        "title": f"Application, edition {document['edition']}",
        "description": "An application of which no claim is invalid: as application.schema.json, "
        "with the awards of this edition and the facts of each.",
        "type": "object",
        "required": general["required"],
        "properties": {**general["properties"], "edition": edition},
        "$defs": definitions,
    }


def _facts(facts: list[Json]) -> Json:
    schema: Json = {
        "type": ["object", "null"],
        "properties": {fact["name"]: _fact(fact) for fact in facts},
    }
    only_with = [
        {
            "if": {
                "type": "object",
                "required": [fact["only_with"]],
                "properties": {fact["only_with"]: {"const": False}},
            },
            "then": {"properties": {fact["name"]: {"$ref": "#/$defs/nothing"}}},
        }
        for fact in facts
        if fact["only_with"]
    ]
    return schema | ({"allOf": only_with} if only_with else {})


def _fact(fact: Json) -> Json:
    """Return what a fact may be; null is unknown."""
    asked = {"description": fact["label"]["en"]}
    if fact["type"] == "date":
        return {**asked, "anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]}
    if fact["type"] in ("money", "area", "count", "percentage", "years", "quantity"):
        return {**asked, "anyOf": [{"$ref": "#/$defs/figure"}, {"type": "null"}]}
    if fact["type"] == "yes-no":
        return {**asked, "type": ["boolean", "null"]}
    codes = fact["options"] if fact["type"] == "code" else CODES[fact["type"]]
    return {**asked, "enum": [*codes, None]}
