"""What changed in the closing rules is told with its kind and its words; the cases are data."""

from pathlib import Path
from typing import Any

import pytest

from clauses.revision.canonical import canonical
from clauses.revision.document import WholeText
from clauses.revision.outside import outside_changes
from clauses.yaml12 import load

PAIRS: list[dict[str, Any]] = load(Path(__file__).with_name("closing.yml").read_text("utf-8"))
NAMED = frozenset({"市经信局", "市财政局"})


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['old']}→{pair['new']}")
def test_what_changed_in_the_closing_rules(pair: dict[str, Any]) -> None:
    before, after = (
        WholeText(closing=(canonical(pair[side]),), named=NAMED) for side in ("old", "new")
    )
    told = [one for _, one in outside_changes(before, after, NAMED) if one.substance]
    said = [f"{one.kind}: {one.old or ''} → {one.new or ''}" for one in told]
    assert said == pair["changes"]
