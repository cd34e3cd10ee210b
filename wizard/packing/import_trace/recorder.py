"""Runs through everything that the browser does, and records which modules Python loads for it.

Runs inside Pyodide at packing (see `trace.mjs`). Every award is claimed with every fact, with
figures in both languages, then some with unknown facts; good and bad files are opened.
"""

import dataclasses
import importlib.util
import json
import sys
from typing import Any

_FIGURES = {"money": "1.2亿", "area": "50000", "yes-no": "yes", "level": "national",
            "star": "5", "scope": "domestic",
            "count": "12", "percentage": "20%", "years": "3", "quantity": "2.5",
            "date": "2021-06-30"}  # fmt: skip


FIGURES = ("money", "area", "count", "percentage", "years", "quantity", "date")


def record(policy: str) -> str:
    """Return, as JSON, the version of Python, its compiled form, and what each part of the run
    needed: the modules loaded and the source of dataclasses."""
    texts = _record_dataclasses()
    parts: dict[str, dict[str, set[str]]] = {}

    def ends(part: str) -> None:
        found = {
            "standard_library": _loaded("/lib/python{}{}.zip/".format(*sys.version_info)),
            "packages": _loaded("/packages.zip/"),
            "dataclasses": set(texts),
        }
        for before in parts.values():
            found = {kind: names - before[kind] for kind, names in found.items()}
        parts[part] = found

    from answers.session import FormSession

    session = FormSession(policy)
    document = json.loads(policy)
    ways = [(json.dumps(_state(document, sure)), language)
            for language, sure in (("zh", True), ("en", True), ("zh", False))]  # fmt: skip
    for state, language in ways:
        session.read(state, language)
    ends("start")
    for state, language in ways:
        figures = json.loads(session.read(state, language))
        session.results(language)
        if language == "en":  # the same modules as in Chinese, with other words
            continue
        session.look()
        session.near(language)
        session.compare(state, language)
        session.open(json.dumps(figures["application"]), language)
        session.open("[", language)
        session.open('{"claims": [], "claims": []}', language)
        session.open('{"form": 1, "claims": [{"award": "none", "date": "2021"}]}', language)
        session.open('{"claims": [{"id": 1}]}', language)
        session.listing(state, language, "https://www.example.org/")
    ends("results")
    session.workbook(state, "zh", "https://www.example.org/", "2021-06-30")
    ends("workbook")
    return json.dumps(
        {
            "python": sys.version.split()[0],
            "magic": importlib.util.MAGIC_NUMBER.hex(),
            **{
                part: {kind: sorted(names) for kind, names in found.items()}
                for part, found in parts.items()
            },
        }
    )


def _record_dataclasses() -> set[str]:
    """Collect the source that `dataclasses` writes for the methods of each class."""
    texts: set[str] = set()

    def run(text: str, *where: Any) -> None:
        texts.add(text)
        exec(text, *where)

    dataclasses.__dict__["exec"] = run
    return texts


def _state(document: dict[str, Any], sure: bool) -> dict[str, Any]:
    claims = [
        {
            "id": f"c{number}",
            "award": award["id"],
            "subject": f"s{number % 3}",
            "date": "2021年6月" if sure else "2021年6月31日",
            "facts": {f["name"]: _answer(f) for f in award["facts"]} if sure else {},
        }
        for number, award in enumerate(
            (document["awards"] + [{**line, "facts": []} for line in document["lines"]])[
                :: 1 if sure else 6
            ]
        )
    ]
    planned = {"start": "2021-03", "completion": "2022-06-30"}
    subjects = [{"id": f"s{number}", "kind": "project", "name": f"项目{number}", "same": "",
                 "planned": planned} for number in range(3)]  # fmt: skip
    paid = [{"id": "p1", "award": claims[0]["award"], "subject": "s0",
             "date": "2020-09-01", "amount": {"text": "100", "unit": "wan"}}]  # fmt: skip
    return {"form": 3, "subjects": subjects, "claims": claims, "paid": paid}


def _answer(fact: dict[str, Any]) -> Any:
    if fact["options"]:
        return next(iter(fact["options"]))
    text = _FIGURES[fact["type"]]
    return {"text": text, "unit": "wan"} if fact["type"] in FIGURES else text


def _loaded(place: str) -> set[str]:
    files = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
    return {file.removeprefix(place) for file in files if file.startswith(place)}
