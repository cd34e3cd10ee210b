"""What was changed by hand at a proposed place stays known, also where it is written again."""

from typing import Any

import pytest

from clauses.loading import read_policy
from clauses.preparing.by_hand import HandChange, hand_changes, sealed, sealed_again
from clauses.preparing.pending import PendingEntry
from tests.made_editions import SMALL

WAITS = PendingEntry(id="01-1", file="01.yml", key="awards[0]", kind="proposed")
MADE = {"quote": {"zh": "最高1元"}, "payee": "企业", "stages": [{"share": "30%"}]}


@pytest.fixture(scope="module")
def entry() -> PendingEntry:
    """A proposal of which the former edition has the payee, but none of the figures."""
    policy = read_policy(SMALL)
    texts = {"payee": policy.clauses[0].title.zh, "quote": {"zh": "最高1元"}}
    (made,) = sealed([WAITS], [texts], policy)
    assert made.made == {"quote.zh": "最高1元"}
    (made,) = sealed([WAITS], [MADE], policy)
    return made


@pytest.mark.parametrize(
    ("now", "changes"),
    [
        (MADE, []),
        (MADE | {"quote": {"zh": "最高2元"}}, [HandChange("quote.zh", "最高1元", "最高2元")]),
        (MADE | {"quote": {}}, [HandChange("quote.zh", "最高1元")]),
        (MADE | {"note": "a"}, [HandChange("")]),
        (None, [HandChange("quote.zh", "最高1元"), HandChange("")]),
    ],
)
def test_each_change_is_told(entry: PendingEntry, now: Any, changes: Any) -> None:
    assert hand_changes(entry, now) == changes


def test_a_place_that_was_not_proposed_has_no_changes(entry: PendingEntry) -> None:
    assert hand_changes(entry.model_copy(update={"kind": "stale"}), None) == []
    assert hand_changes(WAITS, MADE) == []


def test_what_is_written_anew_is_no_hand_work(entry: PendingEntry) -> None:
    moved = MADE | {"payee": "第5条"}
    again = sealed_again(WAITS, moved, entry, MADE)
    assert hand_changes(again, moved) == []


def test_hand_work_stays_known_where_its_place_is_written_anew(entry: PendingEntry) -> None:
    was = {"quote": {"zh": "最高2元"}, "payee": "个人", "stages": [{"share": "30%"}]}
    now = was | {"stages": [{"share": "40%"}]}
    again = sealed_again(WAITS, now, entry, was)
    assert hand_changes(again, now)[0] == HandChange("quote.zh", "最高1元", "最高2元")
