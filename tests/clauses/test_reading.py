"""The files become a policy, and the policy becomes the compiled document."""

import json
from pathlib import Path

from clauses.export import policy_document
from clauses.loading import read_policy
from clauses.wizard_part import policy_bytes, policy_hash
from tests.clauses.edits import another_ceiling


def test_the_edition_as_published_has_no_fault() -> None:
    policy = read_policy()
    assert [clause.number for clause in policy.clauses] == list(range(1, len(policy.clauses) + 1))
    assert policy.readings.readings


def test_awards_and_lines_come_in_the_order_of_the_text(small: Path) -> None:
    policy = read_policy(small)
    assert [award.id for _, award in policy.awards] == ["01-machine", "02-title"]
    assert [line.id for _, line in policy.lines] == ["02-export"]


def test_figures_leave_the_policys_notation_in_the_document(small: Path) -> None:
    document = policy_document(read_policy(small))
    machine, title = document["awards"]
    assert machine["sum"] == {
        "mechanism": "rate",
        "rate": "0.2",
        "of": "actual_input",
        "at_most": "30000000",
    }
    assert [stage["share"] for stage in machine["stages"]] == ["0.3", "0.7"]
    assert machine["conditions"][1]["test"] == {
        "compare": ">",
        "figure": "2000000",
        "of": None,
        "written": "超过200万元",
    }
    assert title["sum"]["tiers"] == [["national", "500000"], ["provincial", "250000"]]
    assert document["limits"][0]["count"] == 5


def test_the_same_files_give_the_same_bytes(small: Path) -> None:
    first, second = (policy_document(read_policy(small)) for _ in range(2))
    assert policy_bytes(first) == policy_bytes(second)
    assert policy_hash(first) == policy_hash(second)
    assert policy_hash(first).startswith("sha256:")
    assert json.loads(policy_bytes(first)) == first


def test_another_figure_gives_another_hash(small: Path) -> None:
    before = policy_hash(policy_document(read_policy(small)))
    another_ceiling(small)
    assert policy_hash(policy_document(read_policy(small))) != before


def test_the_document_holds_no_float() -> None:
    def floats(node: object) -> list[float]:
        if isinstance(node, dict):
            return [found for value in node.values() for found in floats(value)]
        if isinstance(node, list):
            return [found for value in node for found in floats(value)]
        return [node] if isinstance(node, float) else []

    assert floats(policy_document(read_policy())) == []
