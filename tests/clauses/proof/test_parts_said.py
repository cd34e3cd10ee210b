"""A rule of one part that pays otherwise than the text says is refused, and told by its words."""

from pathlib import Path
from typing import Any

import pytest

from clauses.messages import catalogue
from clauses.yaml12 import load
from tests.sentences.encoded import encoded

CASES: list[dict[str, Any]] = load(Path(__file__).with_name("parts_said.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(c, id=c["words"]) for c in CASES])
def test_it_is_refused_by_its_words(case: dict[str, Any], tmp_path: Path) -> None:
    entry = {key: value for key, value in case.items() if key not in ("told", "words")}
    told = encoded(entry, tmp_path).faults
    assert any(one.startswith(f"{case['told']}: ") and case["words"] in one for one in told), told


@pytest.mark.parametrize("case", [pytest.param(c, id=c["words"]) for c in CASES])
def test_nothing_hides_behind_another_key(case: dict[str, Any], tmp_path: Path) -> None:
    entry = {key: value for key, value in case.items() if key not in ("told", "words")}
    codes = {one.partition(":")[0] for one in encoded(entry, tmp_path).faults}
    assert "type-list" not in codes  # a figure is no list that was written wrongly


def test_each_reason_says_what_is_needed_in_both_languages() -> None:
    for language in ("zh", "en"):
        phrases = catalogue(language)["phrases"]
        named = {key.partition("-")[2] for key in phrases if key.startswith("otherwise-")}
        assert named == {key.partition("-")[2] for key in phrases if key.startswith("needed-")}
