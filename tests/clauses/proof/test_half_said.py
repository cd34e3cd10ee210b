"""A word of the text that bears on the sum is claimed, or the rule is refused."""

from pathlib import Path
from typing import Any

import pytest

from clauses.messages import catalogue
from clauses.proof.sum_words import KINDS
from clauses.yaml12 import load
from tests.sentences.encoded import encoded

CASES: list[dict[str, Any]] = [
    case
    for name in ("half_said.yml", "half_said_common.yml")
    for case in load(Path(__file__).with_name(name).read_text("utf-8"))
]
OWN = ("word", "right")
TOLD = ("word-half-said", "sum-otherwise", "floor-not-said")


@pytest.mark.parametrize("case", [pytest.param(c, id=c["word"]) for c in CASES])
def test_a_half_said_rule_is_refused_and_the_whole_one_is_not(
    case: dict[str, Any], tmp_path: Path
) -> None:
    entry = {key: value for key, value in case.items() if key not in OWN}
    told = [fault for fault in encoded(entry, tmp_path).faults if fault.startswith(TOLD)]
    assert any(f"“{case['word']}”" in fault for fault in told), told
    if right := case.get("right"):
        whole = encoded({"zh": case["zh"], **right}, tmp_path)
        assert whole.faults == []
        assert whole.unclaimed == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_word_says_what_to_write(language: Any) -> None:
    phrases = catalogue(language)["phrases"]
    assert {f"use-{kind.name}" for kind in KINDS} == {
        name for name in phrases if name[:4] == "use-"
    }
