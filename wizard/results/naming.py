"""The names of subjects as they are displayed.

The form gives a subject without a name a code (`#project-2`) that is the same in both languages;
here the code is put into words. A name must not reverse the text after it: control characters for
direction are removed, and a right-to-left name is isolated from what follows (Unicode UAX 9).
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from results.words import catalogue

Json = Mapping[str, Any]

_UNNAMED = re.compile(r"#([a-z-]+?)(?:-([1-9][0-9]{0,3}))?( \([0-9]+\))?")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})


def named(application: Any, language: str) -> Any:
    """Return an application with its subjects as displayed."""
    if not isinstance(application, dict):
        return application
    drawn = {**application}
    for part in ("claims", "paid"):
        entries = drawn.get(part)
        if isinstance(entries, list):
            drawn[part] = [_one(entry, language) for entry in entries]
    answers = drawn.get("answers")
    planned = answers.get("planned") if isinstance(answers, dict) else None
    if isinstance(answers, dict) and isinstance(planned, dict):
        days = {subject_name(str(key).strip(), language): day for key, day in planned.items()}
        drawn["answers"] = {**answers, "planned": days}
    return drawn


def named_assessment(assessment: Json, language: str) -> Json:
    """Return an assessment, or the excerpt that a file keeps, with its subjects as displayed."""
    return {**assessment, "awards": [_one(award, language) for award in assessment["awards"]]}


def subject_name(subject: str, language: str) -> str:
    """Return the name of a subject as displayed."""
    words: Mapping[str, str] = catalogue(language)["unnamed"]
    match = _UNNAMED.fullmatch(subject)
    if match and match[1] in words and (match[2] or match[1] == "enterprise"):
        return " ".join(part for part in (words[match[1]], match[2]) if part) + (match[3] or "")
    plain = _CONTROLS.sub("", subject)
    if plain.isascii() or not any(unicodedata.bidirectional(c) in _FROM_THE_RIGHT for c in plain):
        return plain
    return f"\u2068{plain}\u2069"


def _one(entry: Any, language: str) -> Any:
    if not isinstance(entry, dict) or not isinstance(entry.get("subject"), str):
        return entry
    return {**entry, "subject": subject_name(entry["subject"].strip(), language)}
