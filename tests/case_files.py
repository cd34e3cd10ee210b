"""The cases in `tests/cases/`: worked by hand from the text, in files that a clerk can read.

`worked.json` holds the worked cases in the form of the contract; the YAML files, one for each
clause or rule, write the same more briefly.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """An application, and what it must come to."""

    name: str
    application: dict[str, Any]
    expected: dict[str, Any]


@cache
def all_cases() -> tuple[Case, ...]:
    """Read every case file."""
    return (*_worked(), *_yaml())


def _worked() -> Iterator[Case]:
    text = (FOLDER / "worked.json").read_text(encoding="utf-8")
    for case in json.loads(text)["cases"]:
        yield Case(f"{case['id']} {case['title']}", case["application"], case["expected"])


def _yaml() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yml")):
        for case in YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")):
            application = {"claims": case["claims"], "paid": case.get("paid", [])}
            yield Case(f"{path.stem}: {case['title']}", application, case["expected"])


def differences(assessment: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """Say in which points an assessment is not what a case expects.

    `notes` names some of the notes, `only_notes` all of them; `told` holds all notes and `worked`
    all steps with their figures; anything else must be equal.
    """
    found: list[str] = []
    if len(assessment["awards"]) != len(expected["awards"]):
        found.append(f"{len(assessment['awards'])} awards, expected {len(expected['awards'])}")
    for got, wanted in zip(assessment["awards"], expected["awards"], strict=False):
        for key, value in wanted.items():
            if key == "notes":
                codes = [note["code"] for note in got["notes"]]
                found += [
                    f"{got['claim']}: no note {code}, only {codes}"
                    for code in value
                    if code not in codes
                ]
            elif key == "only_notes":
                codes = sorted(note["code"] for note in got["notes"])
                if codes != sorted(value):
                    found.append(f"{got['claim']}: the notes are {codes}, expected {value}")
            elif key in ("told", "worked"):
                found += _unlike(got["claim"], _written(got, key), value)
            elif got[key] != value:
                found.append(f"{got['claim']}: {key} is {got[key]}, expected {value}")
    for key, value in expected.get("totals", {}).items():
        if assessment["totals"][key] != value:
            found.append(f"totals.{key} is {assessment['totals'][key]}, expected {value}")
    return found


def _written(got: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Write the notes or the steps of an award as the cases do."""
    if key == "told":
        return [{note["code"]: note["params"]} for note in got["notes"]]
    return [
        {
            step["code"]: step["params"]
            | {"at": f"{step['clause']}.{step['paragraph']}", "words": step["quote"]["zh"]}
        }
        for step in got["steps"]
    ]


def _unlike(claim: str, got: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[str]:
    """Compare notes or steps; of the words of a citation the case gives the beginning."""
    if len(got) != len(wanted):
        return [f"{claim}: {[*map(list, got)]}, expected {[*map(list, wanted)]}"]
    for one, other in zip(got, wanted, strict=True):
        for code, params in other.items():
            words = params.get("words")
            held = dict(one.get(code, {}))
            if isinstance(words, str) and str(held.get("words")).startswith(words):
                held["words"] = words
            if held != params:
                return [f"{claim}: {one}, expected {other}"]
    return []
