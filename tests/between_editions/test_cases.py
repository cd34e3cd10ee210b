"""The same answers under two editions: cases as data, and what holds for all answers."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from between_editions import TwoEditions
from between_editions.view import ComparisonRow, ComparisonView
from clauses.yaml12 import load
from eligibility.money import write
from tests.between_editions.made import NEW_AWARD, documents, state

Json = dict[str, Any]
CASES: list[Json] = load(Path(__file__).with_name("cases.yml").read_text("utf-8"))
MIRRORED = {"more": "less", "less": "more", "new": "gone", "gone": "new"}


@pytest.fixture(scope="module")
def editions() -> TwoEditions:
    return TwoEditions(*documents())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_claim_fares_as_the_case_says(editions: TwoEditions, case: Json) -> None:
    view = editions.view(json.dumps(state(case["claims"])), "zh")
    assert [row.key for row in view.rows] == case["kinds"]
    sums = view.sums
    assert [write(fen) for fen in (sums.old, sums.new, sums.difference)] == case["sums"]
    told = "；".join(reason for row in view.rows for reason in row.reasons)
    for words in case.get("says", ()):
        assert words in told
    assert all(row.reasons for row in view.rows if row.key not in ("same", "open", "invalid"))


FACTS: dict[str, dict[str, Any]] = {
    "03-industrial-investment": {"selected": ["yes", "no", ""], "actual_input": "figure"},
    "04-application-scenario": {"listed": ["yes", "no"], "actual_input": "figure"},
    "05-demo-base": {"level": ["national", "provincial", ""]},
    "06-digital-workshop": {"plan_level": ["national", "city"], "actual_input": "figure"},
    "10-service-manufacturing": {
        "level": ["national", ""],
        "listed_as": ["enterprise", "platform"],
    },
    "14-provincial-centre": {"recognised": ["yes", "no"]},
    "22-well-known-trademark": {"recognised": ["yes", "no", ""]},
    "26-china-500": {"first_time": ["yes", "no"]},
    NEW_AWARD: {"recognised": ["yes", "no"]},
}
FIGURES = st.integers(-5, 10**11).map(lambda fen: fen / 100)


@st.composite
def claims(draw: st.DrawFn) -> list[Json]:
    found = []
    for award in draw(st.lists(st.sampled_from([*FACTS]), max_size=5)):
        facts = {
            name: draw(FIGURES if answers == "figure" else st.sampled_from(answers))
            for name, answers in FACTS[award].items()
        }
        date = draw(st.sampled_from(["2021", "2021-06-30", "2023-02-01", ""]))
        found.append({"award": award, "date": date, "facts": facts})
    return found


@settings(max_examples=40, deadline=None)
@given(claims())
def test_a_comparison_mirrors_and_adds_up(given_claims: list[Json]) -> None:
    old, new = documents()
    text = json.dumps(state(given_claims))
    there = TwoEditions(old, new).view(text, "en")
    back = TwoEditions(*dated(old, new)).view(text, "en")
    mirrored = {row.pair.claim.id: MIRRORED.get(row.key, row.key) for row in comparable(there)}
    assert mirrored == {row.pair.claim.id: row.key for row in comparable(back)}
    assert there.sums.difference == -back.sums.difference
    assert there.sums.difference == sum(row.pair.difference for row in there.rows)
    assert there.sums.difference == there.sums.new - there.sums.old
    assert all(row.pair.difference == 0 for row in there.rows if not row.pair.is_comparable)
    alike = TwoEditions(old, old).view(text, "en")
    assert alike.sums.difference == 0
    assert {row.key for row in alike.rows} <= {"same", "open", "invalid"}


def comparable(view: ComparisonView) -> list[ComparisonRow]:
    return [row for row in view.rows if row.pair.is_comparable]


def dated(old: str, new: str) -> tuple[str, str]:
    """Return both documents with their dates exchanged, so that the new one is the older."""
    read = [json.loads(one) for one in (old, new)]
    days = [one["edition"] for one in read]
    for one, day in zip(read, reversed(days), strict=True):
        one["edition"] = day
    return json.dumps(read[0]), json.dumps(read[1])
