"""No one-step change of the rules in the clause files goes unnoticed by the cases."""

import json
import sys
from collections import Counter

import pytest

import tests.invented_policy
from clauses.cases import all_cases
from tests.mutation import data_run
from tests.mutation.__main__ import CODE
from tests.mutation.change import changed_document
from tests.mutation.data_mutants import data_mutants, near_figures
from tests.mutation.engine_mutants import code_mutants, modules
from tests.mutation.engine_run import Tried, noticed_by
from tests.mutation.equivalents import equivalents, survivors
from tests.mutation.forks import TOO_LONG, each_in_a_fork
from tests.mutation.scores import RECORD, scores_of
from tests.policy import document

KINDS_OF_RULES = {
    "adds-to", "ceiling gone", "comparison", "condition", "condition gone", "fact", "fact named",
    "figure", "frequency", "limit", "limit gone", "line", "review", "review gone", "stage",
    "step", "subject", "tier", "title", "validity", "wording",
}  # fmt: skip
KINDS_OF_PARTS = {
    "bracket gone", "case", "exchanged", "floor gone", "one gone", "option gone",
}  # fmt: skip
KINDS_OF_CODE = {
    "and, or", "argument", "arithmetic", "comparison", "condition", "constant", "function",
    "operator gone", "return", "statement",
}  # fmt: skip

pytestmark = pytest.mark.no_cover  # what the tests notice is measured here, not what they run


@pytest.mark.parametrize(("part", "least"), [("data", 800), ("invented", 650)])
def test_every_change_of_a_rule_is_noticed_by_a_case(part: str, least: int) -> None:
    explained = equivalents(part)
    changes = [change for change in data_mutants(part) if change.name not in explained]
    assert len(changes) > least
    assert [c.name for c, noticed in data_run.judged(changes) if noticed is None] == []


def test_every_kind_of_rule_is_changed_and_each_change_makes_another_policy() -> None:
    assert {change.kind for change in data_mutants()} == KINDS_OF_RULES
    assert {change.kind for change in data_mutants("invented")} > KINDS_OF_PARTS
    # whatever a case notices is another policy; what none can notice must be one too
    unnoticed = [change for change in data_mutants() if change.name in equivalents("data")]
    assert [c.name for c in unnoticed if changed_document(c) == document()] == []


def test_every_award_and_every_line_without_a_sum_is_changed() -> None:
    touched = {name for change in data_mutants() for name in change.awards}
    assert touched == {entry["id"] for entry in (*document()["awards"], *document()["lines"])}


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("最高3000万元", ["最高29999999.99元", "最高30000000.01元"]),
        ("200万元（含）以上", ["1999999.99元（含）以上", "2000000.01元（含）以上"]),
        ("50万元/个", ["499999.99元/个", "500000.01元/个"]),
        ("不超过20%", ["不超过19.99%", "不超过20.01%"]),
        ("不超过5个", ["不超过4个", "不超过6个"]),
        ("1个百分点", ["0.99个百分点", "1.01个百分点"]),
        ("2025年12月31日前", ["2025年12月30日前", "2026年1月1日前"]),
        (
            "20-30万元",
            [
                "199999.99元-30万元",
                "200000.01元-30万元",
                "20万元-299999.99元",
                "20万元-300000.01元",
            ],
        ),
    ],
)
def test_a_figure_moves_by_the_least_that_can_matter(words: str, near: list[str]) -> None:
    assert near_figures(words) == near


def test_every_kind_of_code_is_changed_in_every_module() -> None:
    changes = [change for module in modules() for change in code_mutants(module)]
    assert {change.kind for change in changes} == KINDS_OF_CODE
    assert {change.module for change in changes} == set(modules())
    assert all(change.was != change.became for change in changes)


def test_a_change_of_the_engine_is_noticed_and_stays_in_its_process() -> None:
    wrong = next(c for c in code_mutants("review_figure") if c.became == "figure + received")
    engine = sys.modules["eligibility.review_figure"]
    order = [Tried(case, invented=False) for case in all_cases()]
    noticed = next(each_in_a_fork([wrong], lambda change: noticed_by(change, order)))[1]
    assert noticed in {case.name for case in all_cases()}
    assert sys.modules["eligibility.review_figure"] is engine
    assert engine.review_figure(5, 1, 3) == 2


def test_what_the_published_policy_never_meets_is_tried_on_the_invented_one() -> None:
    (wrong,) = [
        c for c in code_mutants("judgement") if c.name.endswith("_conditions: break → pass")
    ]
    order = [Tried(case, invented=True) for case in tests.invented_policy.cases()]
    noticed = next(each_in_a_fork([wrong], lambda change: noticed_by(change, order)))[1]
    assert noticed in {one.case.name for one in order}


def test_what_never_ends_is_ended_and_what_fails_is_told() -> None:
    def endless(_: int) -> None:
        while True:
            pass

    assert list(each_in_a_fork([1], endless, seconds=1)) == [(1, TOO_LONG)]
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        list(each_in_a_fork([0], lambda number: 1 // number))


@pytest.mark.parametrize("part", ["data", "invented", "engine", "parts"])
def test_every_change_that_is_listed_as_equivalent_exists(part: str) -> None:
    names = Counter(
        change.name
        for change in (
            [change for module in modules(part) for change in code_mutants(module)]
            if part in CODE
            else data_mutants(part)
        )
    )
    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name in equivalents(part) if name not in names] == []
    if part == "engine":
        assert [name for name in survivors() if name not in names] == []
        assert survivors().keys() & equivalents("engine").keys() == set()


def test_a_survivor_counts_against_the_score_and_an_equivalent_does_not() -> None:
    score = scores_of([("03", True, False), ("03", False, False), ("03", False, True)])["03"]
    assert (score.mutants, score.killed, score.equivalent, score.survivors) == (3, 1, 1, 1)
    assert score.share == "50.0 %"


def test_the_record_holds_every_clause_with_a_rule_and_every_module_that_computes() -> None:
    record = json.loads(RECORD.read_text("utf-8"))
    assert record["policy"].startswith("sha256:")
    assert set(record["data"]) == {change.clause for change in data_mutants()}
    assert set(record["engine"]) == set(modules())
    for score in (*record["data"].values(), *record["engine"].values()):
        assert score["killed"] + score["equivalent"] <= score["mutants"]


def test_cases_have_names_of_their_own() -> None:
    names = Counter(case.name for case in all_cases())
    assert [name for name, times in names.items() if times > 1] == []
