"""How a case is held against what the engine gives; `clauses.cases` reads the cases."""

from typing import Any

from clauses.cases import Case, all_cases

__all__ = ["Case", "all_cases", "differences"]


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
            elif key == "alternatives":
                found += _other_readings(got, value)
            elif key == "unchanged_under":
                found += [
                    f"{got['claim']}: {other['reading']} changes it"
                    for other in got["alternatives"]
                    if other["reading"] in value
                ]
            elif key == "only_notes":
                codes = sorted(note["code"] for note in got["notes"])
                if codes != sorted(value):
                    found.append(f"{got['claim']}: the notes are {codes}, expected {value}")
            elif key in ("told", "worked"):
                found += _unlike(got["claim"], _written(got, key), value)
            elif got[key] != value:
                found.append(f"{got['claim']}: {key} is {got[key]}, expected {value}")
    if "as_if" in expected and assessment["as_if"] != expected["as_if"]:
        found.append(f"as_if is {assessment['as_if']}, expected {expected['as_if']}")
    for key, value in expected.get("totals", {}).items():
        if assessment["totals"][key] != value:
            found.append(f"totals.{key} is {assessment['totals'][key]}, expected {value}")
    return found


def _other_readings(got: dict[str, Any], expected: list[dict[str, Any]]) -> list[str]:
    """Compare what the readings that a case names give; those it does not name are left alone."""
    named = {other["reading"] for other in expected}
    given = [other for other in got["alternatives"] if other["reading"] in named]
    return [] if given == expected else [f"{got['claim']}: other readings {given}"]


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
