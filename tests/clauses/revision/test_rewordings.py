"""Many sentences in other words at once, and many conditions in plain words at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clauses.revision.change import Placed
from clauses.revision.comparison import compare
from clauses.yaml12 import load
from tests.clauses.revision.test_edits import old_text

HERE = Path(__file__).parent
LISTS: dict[str, list[dict[str, Any]]] = load((HERE / "rewordings.yml").read_text("utf-8"))
CONDITIONS: dict[str, list[dict[str, Any]]] = load((HERE / "conditions.yml").read_text("utf-8"))


def changes(edits: Sequence[dict[str, Any]]) -> list[Placed]:
    """Return what is found where all of these edits are made in the text."""
    texts = {n: "\n".join(one.paragraphs) for n, one in enumerate(old_text().clauses, 1)}
    for edit in edits:
        before = texts[int(edit["clause"])]
        texts[int(edit["clause"])] = before.replace(edit["old"], edit["new"], 1)
        assert texts[int(edit["clause"])] != before, edit
    clauses = tuple(
        replace(one, paragraphs=tuple(texts[n].split("\n")))
        for n, one in enumerate(old_text().clauses, 1)
    )
    return compare(old_text(), replace(old_text(), clauses=clauses)).changes


@pytest.mark.parametrize("name", LISTS)
def test_other_words_alone_change_nothing(name: str) -> None:
    found = changes(LISTS[name])
    assert [one.change for one in found if one.change.substance] == []
    assert {one.change.kind for one in found} >= {"wording"}


@pytest.mark.parametrize("name", CONDITIONS)
def test_each_condition_in_plain_words_is_found(name: str) -> None:
    found = [one for one in changes(CONDITIONS[name]) if one.change.substance]
    places = Counter(one.old.clause + 1 for one in found if one.old)
    assert places == Counter(edit["clause"] for edit in CONDITIONS[name])
