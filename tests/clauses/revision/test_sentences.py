"""Each small revision is found once, as a change of its kind."""

from pathlib import Path
from typing import Any

import pytest

from clauses.revision.canonical import canonical
from clauses.revision.change import Change
from clauses.revision.comparison import compare
from clauses.revision.document import ClauseText, WholeText
from clauses.yaml12 import load

CASES: list[dict[str, Any]] = load(Path(__file__).with_name("sentences.yml").read_text("utf-8"))


def changes(old: str, new: str) -> list[Change]:
    texts = [WholeText(clauses=(ClauseText(1, (canonical(text),)),)) for text in (old, new)]
    return [placed.change for placed in compare(*texts).changes]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['old']}→{case['new']}")
def test_a_revision_is_a_change_of_its_kind(case: dict[str, Any]) -> None:
    text = case["text"]
    assert text.count(case["old"]) >= 1
    revised = text.replace(case["old"], case["new"], 1)
    assert [change.kind for change in changes(text, revised)] == case["kinds"]
    assert changes(text, text) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['old']}→{case['new']}")
def test_there_and_back_are_each_other_s_mirror(case: dict[str, Any]) -> None:
    text = case["text"]
    revised = text.replace(case["old"], case["new"], 1)
    there, back = changes(text, revised), changes(revised, text)
    figures = {(one.old_value, one.new_value) for one in there if one.figure}
    assert figures == {(one.new_value, one.old_value) for one in back if one.figure}
    assert any(one.substance for one in there) == any(one.substance for one in back)
