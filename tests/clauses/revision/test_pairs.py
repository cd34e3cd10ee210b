"""What changed between two sentences is told with its kind and its words, both ways."""

from pathlib import Path
from typing import Any

import pytest

from clauses.revision.canonical import canonical
from clauses.revision.change import Change
from clauses.revision.changes import sentence_changes
from clauses.yaml12 import load

PAIRS: list[dict[str, Any]] = load(Path(__file__).with_name("pairs.yml").read_text("utf-8"))


def substance(old: str, new: str) -> list[Change]:
    return [one for one in sentence_changes(canonical(old), canonical(new)) if one.substance]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['old']}→{pair['new']}")
def test_what_changed_between_two_sentences(pair: dict[str, Any]) -> None:
    there, back = substance(pair["old"], pair["new"]), substance(pair["new"], pair["old"])
    said = [f"{one.kind}: {one.old or ''} → {one.new or ''}" for one in there]
    assert said == pair["changes"]
    assert sorted((one.new or "", one.old or "") for one in back) == sorted(
        (one.old or "", one.new or "") for one in there
    )
