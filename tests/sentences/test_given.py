"""Real award sentences are written as data, pass the check and give the sums worked by hand."""

from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from clauses.yaml12 import load
from eligibility.mechanisms import sum_of
from tests.sentences.encoded import amount, encoded, result

GIVEN: list[dict[str, Any]] = load(Path(__file__).with_name("given.yml").read_text("utf-8"))
WRITTEN = [entry for entry in GIVEN if "sum" in entry]


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["id"]) for entry in WRITTEN])
def test_a_sentence_passes_the_check_and_gives_its_sums(
    entry: dict[str, Any], tmp_path: Path
) -> None:
    found = encoded(entry, tmp_path)
    assert found.faults == []
    assert found.unclaimed == entry.get("left_over", [])
    assert found.award is not None
    assert len(entry["examples"]) >= 3
    for facts, due in entry["examples"]:
        judged = result(found.award, facts)
        rule = sum_of(found.award["sum"])
        given = amount(judged)
        if rule.by_steps and judged.status == "payable":
            values = {name: Fraction(value) for name, value in facts.items()}
            given = rule.evaluate(values, lambda *_, **__: None)
        assert given == Fraction(str(due)), facts


def test_every_sentence_is_written_or_its_reason_is_given() -> None:
    kinds = Counter(
        next(key for key in ("sum", "undecided", "left") if key in entry) for entry in GIVEN
    )
    assert len({entry["id"] for entry in GIVEN}) == len(GIVEN)
    assert kinds["left"] <= 1, "a sentence that was written must stay so"
    assert kinds["sum"] >= 88
