"""Renders the form from the policy document: every award, every fact, in one language."""

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from answers.questions import money_unit, options, unit
from jinja2 import Environment, FileSystemLoader, StrictUndefined

PAGE = Path(__file__).resolve().parent / "page"
LANGUAGES = ("zh", "en")
UP = {"zh": "../", "en": "../../"}
"""From the page of a language to the root of the site."""

Json = dict[str, Any]


def words(language: str) -> dict[str, str]:
    """Return the words of the form in one language."""
    found: dict[str, str] = json.loads(
        (PAGE / f"words.{language}.json").read_text(encoding="utf-8")
    )
    return found


def render(document: Mapping[str, Any], language: str, files: Mapping[str, str]) -> str:
    """Return the wizard's page as an HTML fragment; `files` are names under `assets/wizard/`."""
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    w = words(language)
    entries = [
        _entry(document, entry, language, w) for entry in [*document["awards"], *document["lines"]]
    ]
    entries.sort(key=lambda entry: (entry["number"], entry["paragraph"]))
    environment.globals["w"] = w
    return environment.get_template("wizard.html.j2").render(
        language=language,
        edition=document["edition"],
        status=document["status"]["long"][language],
        assets=f"{UP[language]}assets/wizard/",
        awards_url=f"../{document['edition']}/awards/",
        files=files,
        count=w["filter_count"].format(count=len(entries)),
        clauses=_by_clause(document, entries, language, w),
        entries=entries,
        payable=[entry for entry in entries if entry["paid"]],
        money_unit=money_unit(language),
        spoken=list(w.items()),
    )


def _entry(document: Mapping[str, Any], entry: Json, language: str, w: Mapping[str, str]) -> Json:
    clause = _clause(document, entry["clause"])
    departments = [document["departments"][code] for code in entry["departments"]]
    lines = "sum" not in entry
    floor = entry["kind"] == "price-floor"
    place = w["clause_paragraph"].format(number=entry["clause"], paragraph=entry["paragraph"])
    edition = document["edition"]
    return {
        "id": entry["id"],
        "number": entry["clause"],
        "paragraph": entry["paragraph"],
        "name": entry["name"][language],
        "quote": entry["quote"][language],
        "clause": w["clause"].format(number=entry["clause"]),
        "place": place,
        "url": f"../{edition}/{entry['clause']:02d}/#p{entry['paragraph']}",
        "note": w["no_sum"] if lines else w["price_floor"] if floor else "",
        "departments": w["departments"].format(
            names=w["department_joint"].join(name[language] for name in departments)
        ),
        "subject": "any" if entry["subject"]["by"] else entry["subject"]["otherwise"],
        "dated": not lines,
        "paid": not lines and not floor,
        "facts": [_fact(entry, fact, language, w) for fact in entry.get("facts", [])],
        "text": _searchable(
            *entry["name"].values(),
            *clause["title"].values(),
            *(name for department in departments for name in department.values()),
            f"第{entry['clause']}条 clause {entry['clause']} {entry['id']}",
        ),
    }


def _fact(entry: Json, fact: Json, language: str, w: Mapping[str, str]) -> Json:
    kind = fact["type"]
    named = fact["options"] or {}
    codes = [] if kind == "yes-no" else options(fact)
    return {
        "name": fact["name"],
        "type": kind,
        "ask": fact["ask"][language],
        "hint": fact["hint"][language] if fact["hint"] else "",
        "only_with": fact["only_with"],
        "unit": unit(entry, fact, language),
        "options": [
            (code, named[code][language] if code in named else w[f"{kind}_{code}"])
            for code in codes
        ],
    }


def _by_clause(
    document: Mapping[str, Any], entries: list[Json], language: str, w: Mapping[str, str]
) -> list[Json]:
    return [
        {
            "heading": w["clause_heading"].format(
                number=clause["number"], title=clause["title"][language]
            ),
            "entries": own,
        }
        for clause in document["clauses"]
        if (own := [entry for entry in entries if entry["number"] == clause["number"]])
    ]


def _clause(document: Mapping[str, Any], number: int) -> Json:
    found: Json = next(c for c in document["clauses"] if c["number"] == number)
    return found


def _searchable(*texts: str) -> str:
    """Bring texts into the form in which the filter compares them."""
    return unicodedata.normalize("NFKC", " ".join(texts)).lower()
