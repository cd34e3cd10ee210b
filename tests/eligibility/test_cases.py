"""Every case gives the result worked out by hand from the text."""

import pytest

from clauses.cases import all_cases
from clauses.worked import differences
from eligibility import assess
from eligibility.codes import NOTES, STATUSES, STEPS
from tests.policy import document, policy

OF_PARTS = {"computed", "result", "floor-open", "invalid-day"}
"""What only composed sums and facts of other types reach; this edition has none."""
"""Steps of a composed sum: the edition has none, `tests/sentences` reaches them."""


def test_the_case_comes_to_what_the_text_gives(subtests: pytest.Subtests) -> None:
    for case in all_cases():
        with subtests.test(case.name):
            assert differences(assess(policy(), case.application), case.expected) == []


def test_every_award_has_cases_of_its_own() -> None:
    claimed = [c["award"] for case in all_cases() for c in case.application["claims"]]
    for award in document()["awards"]:
        assert claimed.count(award["id"]) >= 5, award["id"]
    for line in document()["lines"]:
        assert line["id"] in claimed


def test_codes_are_those_of_the_register_and_each_is_reached_by_a_case() -> None:
    notes: set[str] = set()
    steps: set[str] = set()
    statuses: set[str] = set()
    for case in all_cases():
        for award in assess(policy(), case.application)["awards"]:
            statuses.add(award["status"])
            for note in award["notes"]:
                notes.add(note["code"])
                assert tuple(sorted(note["params"])) == tuple(sorted(NOTES[note["code"]]))
            for step in award["steps"]:
                steps.add(step["code"])
                assert tuple(sorted(step["params"])) == tuple(sorted(STEPS[step["code"]]))
                assert step["quote"]["zh"] and step["quote"]["en"]
    assert statuses == set(STATUSES)
    assert steps == set(STEPS) - OF_PARTS
    # a loose bound needs more claims than a readable case has
    assert notes == set(NOTES) - {"range-bound", "choice-bound"} - OF_PARTS
