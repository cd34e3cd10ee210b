"""Many sentences in other words at once, as in a text that was polished: nothing of substance."""

from dataclasses import replace
from pathlib import Path

import pytest

from clauses.revision.comparison import compare
from clauses.yaml12 import load
from tests.clauses.revision.test_edits import old_text

LISTS: dict[str, list[dict[str, str]]] = load(
    Path(__file__).with_name("rewordings.yml").read_text("utf-8")
)


@pytest.mark.parametrize("name", LISTS)
def test_other_words_alone_change_nothing(name: str) -> None:
    texts = {n: "\n".join(one.paragraphs) for n, one in enumerate(old_text().clauses, 1)}
    for edit in LISTS[name]:
        before = texts[int(edit["clause"])]
        texts[int(edit["clause"])] = before.replace(edit["old"], edit["new"], 1)
        assert texts[int(edit["clause"])] != before, edit
    clauses = tuple(
        replace(one, paragraphs=tuple(texts[n].split("\n")))
        for n, one in enumerate(old_text().clauses, 1)
    )
    found = compare(old_text(), replace(old_text(), clauses=clauses)).changes
    assert [one.change for one in found if one.change.substance] == []
    assert {one.change.kind for one in found} >= {"wording"}
