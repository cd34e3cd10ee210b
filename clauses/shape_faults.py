"""Turns pydantic's errors about the shape of a file into messages for staff."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from clauses.messages import Value, phrase

_TYPES = {
    "string_type": "type-text",
    "int_type": "type-number",
    "int_from_float": "type-number",
    "bool_type": "type-yes-no",
    "list_type": "type-list",
    "dict_type": "type-keys",
    "model_type": "type-keys",
    "model_attributes_type": "type-keys",
    "date_type": "type-date",
    "sum": "sum-unknown",
    "part": "part-unknown",
}
_PATTERNS = {
    r"^[0-9]{2,3}-[a-z0-9]+(-[a-z0-9]+)*$": "06-digital-workshop",
    r"^A[0-9]{2}$": "A01",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "small-firm",
    r"^[a-z][a-z0-9_]*$": "actual_input",
    r"^[a-z_]+$": "actual_input",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "2020-03-16",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "2020, 2020-03, 2020-03-16",
}
_DAY = re.compile(
    r"(?P<year>[0-9]{4})[-年/.](?P<month>[0-9]{1,2})[-月/.](?P<day>[0-9]{1,2})日?", re.ASCII
)
_SHOWN = 60
_MISREAD = ("string_pattern_mismatch", "literal_error", "date_type", "date_from_datetime_parsing")
"""Errors of a value that would be right without the quotation marks of a text around it."""


def told_shape(problem: Mapping[str, Any]) -> tuple[str, dict[str, Value]]:
    """Return the code and the values of the message for an error of pydantic."""
    kind, given, context = problem["type"], problem["input"], problem.get("ctx", {})
    found = shown(given)
    quoted = re.fullmatch("[“”‘’「＂](.*)[“”‘’」＂]", given) if isinstance(given, str) else None
    if quoted and kind in _MISREAD:
        return "quotes-of-text", {"found": found, "bare": quoted[1]}
    match kind:
        case "string_type" if isinstance(given, date):
            return "type-text-date", {"found": found}
        case "string_type" if isinstance(given, int | float) and not isinstance(given, bool):
            return "type-text-figure", {"found": found}
        case "date_type":
            return "type-date", {"found": found, "as_date": _as_date(given)}
        case "missing":
            return "key-missing", {}
        case "extra_forbidden":
            return "key-unknown", {"found": found}
        case "literal_error":
            return "one-of", {
                "found": found,
                "allowed": re.findall("'([^']*)'", context["expected"]),
            }
        case "string_pattern_mismatch":
            like = _PATTERNS.get(context["pattern"], context["pattern"])
            return "name-form", {"found": found, "like": like}
        case "greater_than_equal":
            return "at-least", {"found": found, "least": context["ge"]}
        case "too_short":
            return "too-few", {"found": found, "least": context["min_length"]}
        case _ if kind in _TYPES:
            return _TYPES[kind], {"found": found}
        case _ if context.get("own"):
            return kind, {"found": found, "words": str(given)[:_SHOWN]}
    return "shape-other", {"found": found, "told": problem["msg"]}


def shown(value: Any) -> Value:
    """Return a value for a message, shortened if it is long."""
    if isinstance(value, str):
        return f"“{value if len(value) <= _SHOWN else value[:_SHOWN] + '…'}”"
    if isinstance(value, dict):
        keys = [str(key)[:_SHOWN] for key in list(value)[:12]]
        return phrase("keys", keys=keys) if value else phrase("no-keys")
    if isinstance(value, list):
        return phrase("list-of", count=len(value))
    if value is None:
        return phrase("nothing")
    return str(value).lower() if isinstance(value, bool) else str(value)


def _as_date(given: Any) -> Value:
    """Return the correct form of a day written in another way, or how days are written."""
    if isinstance(given, str) and (day := _DAY.fullmatch(given.strip())):
        try:
            meant = date(int(day["year"]), int(day["month"]), int(day["day"]))
        except ValueError:
            return phrase("a-day-of-the-calendar")
        return phrase("this-day", day=meant.isoformat())
    return phrase("a-whole-day")
