"""The cases that are opened in a real browser: few, and together they take every way there is."""

import json
from functools import cache

from answers.session import FormSession
from clauses.cases import Case, all_cases
from eligibility import Refused, assess, read_application
from tests.policy import document, policy

Feature = tuple[str, ...]


@cache
def chosen_cases() -> tuple[Case, ...]:
    """Choose cases until each feature that any case has is met; the same ones every time.

    The sweep over all of them runs the same worker in Node (`tests/in_pyodide`); these prove the
    way through the page.
    """
    features = {case.name: _features(case) for case in all_cases()}
    left = set[Feature]().union(*features.values())
    chosen = []
    while left:
        best = max(all_cases(), key=lambda case: len(features[case.name] & left))
        left -= features[best.name]
        chosen.append(best)
    return tuple(chosen)


def _features(case: Case) -> set[Feature]:
    """Name what is particular about a case: mechanism and status, form of the sum, notes, steps."""
    text = json.dumps(case.application)
    try:
        assessment = assess(policy(), read_application(text))
    except Refused as refused:
        return {("refused", refused.place, refused.allowed)}
    opened = json.loads(_session().open(text, "zh"))
    found: set[Feature] = {
        ("lost", str(bool(opened["lost"]))),
        ("paid", str(bool(opened["state"]["paid"]))),
        ("claims", str(min(len(opened["state"]["claims"]), 3))),
    }
    sums = {award["id"]: award["sum"] or {} for award in document()["awards"]}
    for award in assessment["awards"]:
        sum_ = sums.get(award["award"], {})  # the enterprise's lines have none of their own
        found |= {
            ("status", sum_.get("mechanism", ""), award["status"]),
            ("form", *sorted(sum_)),
            ("wording", str(award["wording"])),
            *(("step", step["code"]) for step in award["steps"]),
            *(("note", note["code"]) for note in award["notes"]),
        }
    return found


@cache
def _session() -> FormSession:
    return FormSession(json.dumps(document()))
