"""How a case is held against what the engine gives; `clauses.cases` reads the cases."""

from typing import Any

from clauses.cases import Case, all_cases

__all__ = ["Case", "all_cases", "differences"]


def differences(assessment: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """Say in which points an assessment is not what a case expects."""
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
