"""Revisions of a whole text as a clerk makes them, each with a list of the true changes.

`issued`: the text as it is issued, with some ninety changes. `third-draft`: articles with items,
figures in other writing, GB18030. `layout`: nothing but layout. `rewritten`: chapters in another
order, clauses in other words, new clauses that sound like old ones. The other six were written
blind, before the comparison was tried on them: with traps of writing, in another hand, with merged
and parted sentences, tersely, in articles with items and closing articles, and by an
office that left most sentences as they were.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clauses.revision.comparison import Comparison, compare
from clauses.revision.report import report
from clauses.revision.texts import read_whole_text
from clauses.yaml12 import load

MADE = Path(__file__).with_name("made")
BLIND = ("redraft", "another-hand", "merged-sentences", "terse", "articles", "office")
REVISIONS = ("issued", "third-draft", "layout", "rewritten", *BLIND)
Json = dict[str, Any]


@cache
def compared(name: str) -> Comparison:
    return compare(*(read_whole_text(MADE / f"{one}.txt").text for one in ("old", name)))


@cache
def reported(name: str) -> Json:
    return report(compared(name), "old", name, {})


@cache
def true(name: str) -> Json:
    found: Json = load((MADE / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def bare(words: str | None) -> str:
    return "".join((words or "").split())


def in_one_place(truth: Json, change: Json) -> bool:
    if "part" in truth:
        return bool(change["key"] == truth["part"])
    old, new = truth["clause"]
    return (old is not None and change["old_clause"] == old) or (
        new is not None and change["new_clause"] == new
    )


def shares_words(truth: Json, change: Json) -> bool:
    """Return whether one of the two names words of the other."""
    return any(
        a and b and (a in b or b in a)
        for a, b in ((bare(truth.get(side)), bare(change[side])) for side in ("old", "new"))
    )


@pytest.mark.parametrize("name", REVISIONS)
def test_every_change_of_substance_is_found(name: str) -> None:
    changes = [one for one in reported(name)["changes"] if one["substance"]]
    missed = [
        truth
        for truth in true(name)["changes"]
        if truth["substance"]
        and not truth.get("lenient")
        and not any(in_one_place(truth, one) and shares_words(truth, one) for one in changes)
        and not is_asked(name, truth)
    ]
    assert missed == []


def is_asked(name: str, truth: Json) -> bool:
    """Return whether the report asks which clause a new or dropped one is."""
    places = truth.get("clause", ())
    return None in places and any(
        not one["sure"] and (one["old"], one["new"]) != (None, None)
        for one in reported(name)["clauses"]
        if one["old"] in places or one["new"] in places
    )


@pytest.mark.parametrize("name", ["issued", "third-draft", "layout", *BLIND])
def test_nothing_is_invented(name: str) -> None:
    invented = [
        one
        for one in reported(name)["changes"]
        if one["substance"]
        and not any(
            in_one_place(truth, one) and shares_words(truth, one) for truth in true(name)["changes"]
        )
    ]
    assert invented == []


@pytest.mark.parametrize("name", ["issued", "third-draft", "layout", *BLIND])
def test_kinds_and_values_are_right(name: str) -> None:
    changes = reported(name)["changes"]
    wrong = []
    for truth in true(name)["changes"]:
        beside = [one for one in changes if in_one_place(truth, one) and shares_words(truth, one)]
        kinds = {one["kind"] for one in beside}
        if truth["substance"] and not truth.get("lenient") and not kinds & set(truth["kinds"]):
            wrong.append((truth, kinds))
    assert wrong == []


@pytest.mark.parametrize("name", ["issued", "third-draft", "layout", *BLIND])
def test_clauses_keep_their_identity(name: str) -> None:
    found = {(one["old"], one["new"]): one["fate"] for one in reported(name)["clauses"]}
    told = {(one["old"], one["new"]): one["fate"] for one in true(name)["clauses"]}
    plain = ("same", "wording", "changed")
    assert {pair: fate for pair, fate in found.items() if fate not in plain} == {
        pair: fate for pair, fate in told.items() if fate not in plain
    }
    assert set(told) <= set(found)


def test_a_new_clause_that_sounds_like_a_dropped_one_is_asked_about() -> None:
    unsure = [one for one in reported("rewritten")["clauses"] if not one["sure"]]
    assert [(one["old"], one["new"]) for one in unsure] == [(10, 20)]
    assert reported("rewritten")["totals"]["asked"] == 1


def test_only_layout_is_no_change_at_all() -> None:
    assert reported("layout")["changes"] == []
    assert {one["fate"] for one in reported("layout")["clauses"]} == {"same"}
    assert read_whole_text(MADE / "layout.txt").healed.look_alikes
