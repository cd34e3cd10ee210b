"""What waits after a revision, by the kind of change; the cases are in `revisions.yml`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clauses.folder import CLAUSES
from clauses.preparing.pending import entries_of
from clauses.preparing.revise import Prepared
from clauses.preparing.telling import told_prepared
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import FORMER, changed_source
from tests.policy import clause_numbers

CASES: list[dict[str, Any]] = load(
    Path(__file__).with_name("revisions.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_what_waits_after_a_revision(
    prepared: Callable[[str], Prepared], case: dict[str, Any]
) -> None:
    made = prepared(changed_source([(a, b) for a, b in case["changes"]]))
    found = [f"{one.kind} {one.file} {one.key}" for one in entries_of(made.notes)]
    assert sorted(set(found) - {"proposed policy.yml status"}) == sorted(case["waits"])
    assert made.gone == case.get("gone", [])
    for name, held in made.files.items():
        assert not made.gone or not any(id_ in str(held) for id_ in made.gone), name
    made.pending = entries_of(made.notes)
    told = told_prepared(made, "zh", dry=True)
    for words in case.get("told", ()):
        assert words in told
    for words in case.get("untold", ()):
        assert words not in told
    for name, words in case.get("files", {}).items():
        content = made.files[name]
        assert isinstance(content, str)
        for some in words:
            assert some in content, (name, some)


def test_a_clause_without_a_change_is_carried_over_to_the_byte(
    prepared: Callable[[str], Prepared],
) -> None:
    made = prepared(changed_source([("最高3000万元补助,并按", "最高2000万元补助,并按")]))
    for number in clause_numbers():
        name = f"{number:02d}.yml"
        same = made.files[name] == (CLAUSES / FORMER / name).read_bytes()
        assert same == (number != 3), name
