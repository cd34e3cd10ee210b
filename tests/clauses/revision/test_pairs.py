"""What changed between sentences and passages is told with its kind and its words, both ways."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clauses.revision.canonical import canonical
from clauses.revision.change import Change
from clauses.revision.changes import sentence_changes
from clauses.revision.clause_changes import clause_changes
from clauses.revision.document import ClauseText
from clauses.yaml12 import load

Pairs = list[dict[str, Any]]
HERE = Path(__file__).parent
PAIRS: Pairs = load((HERE / "pairs.yml").read_text("utf-8"))
PASSAGES: Pairs = load((HERE / "passages.yml").read_text("utf-8"))
BACK = {"text-added": "text-dropped", "text-dropped": "text-added"}


def of_sentences(old: str, new: str) -> list[Change]:
    return sentence_changes(canonical(old), canonical(new))


def of_passages(old: str, new: str) -> list[Change]:
    before, after = (
        [(0, ClauseText(1, tuple(canonical(line) for line in text.splitlines())))]
        for text in (old, new)
    )
    return [one.change for one in clause_changes(before, after)]


def said(changes: list[Change], *, back: bool = False) -> list[str]:
    return [
        f"{BACK.get(one.kind, one.kind)}: {one.new or ''} → {one.old or ''}" if back
        else f"{one.kind}: {one.old or ''} → {one.new or ''}"
        for one in changes if one.substance
    ]  # fmt: skip


def told(pair: dict[str, Any], compared: Callable[[str, str], list[Change]]) -> None:
    assert said(compared(pair["old"], pair["new"])) == pair["changes"]
    assert sorted(said(compared(pair["new"], pair["old"]), back=True)) == sorted(pair["changes"])


def name(pair: dict[str, Any]) -> str:
    return f"{pair['old']}→{pair['new']}"


@pytest.mark.parametrize("pair", PAIRS, ids=name)
def test_what_changed_between_two_sentences(pair: dict[str, Any]) -> None:
    told(pair, of_sentences)


@pytest.mark.parametrize("pair", PASSAGES, ids=name)
def test_what_changed_between_two_passages(pair: dict[str, Any]) -> None:
    told(pair, of_passages)
