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
            elif got[key] != value:
                found.append(f"{got['claim']}: {key} is {got[key]}, expected {value}")
    for key, value in expected.get("totals", {}).items():
        if assessment["totals"][key] != value:
            found.append(f"totals.{key} is {assessment['totals'][key]}, expected {value}")
    return found
