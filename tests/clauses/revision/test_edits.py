"""A single edit of the whole text is found once, with its kind and value, at its place."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clauses.revision.change import Placed
from clauses.revision.comparison import compare
from clauses.revision.document import WholeText
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.sentences import parts
from clauses.revision.texts import read_whole_text
from clauses.yaml12 import load

HERE = Path(__file__).parent
EDITS: list[dict[str, Any]] = load((HERE / "edits.yml").read_text(encoding="utf-8"))
Spot = tuple[int, int, int, int]
"""The clause and the paragraph, each from 0, and where the words begin and end."""


@cache
def old_text() -> WholeText:
    return read_whole_text(HERE / "made" / "old.txt").text


def edited(clause: int, paragraph: int, begin: int, end: int, words: str) -> WholeText:
    old = old_text()
    texts = list(old.clauses[clause].paragraphs)
    texts[paragraph] = texts[paragraph][:begin] + words + texts[paragraph][end:]
    clauses = list(old.clauses)
    clauses[clause] = replace(clauses[clause], paragraphs=tuple(texts))
    return replace(old, clauses=tuple(clauses))


def revised(case: dict[str, Any]) -> WholeText:
    clause, paragraph = case["clause"] - 1, case["paragraph"] - 1
    begin = old_text().clauses[clause].paragraphs[paragraph].index(case["old"])
    return edited(clause, paragraph, begin, begin + len(case["old"]), case["new"])


def places(changes: list[Placed]) -> set[tuple[int, int] | None]:
    return {(one.old.clause, one.old.paragraph) if one.old else None for one in changes}


def name(case: dict[str, Any]) -> str:
    return f"{case['clause']}: {case['old']}→{case['new']}"


@pytest.mark.parametrize("case", EDITS, ids=name)
def test_an_edit_is_found_once_and_mirrored(case: dict[str, Any]) -> None:
    new = revised(case)
    there, back = compare(old_text(), new).changes, compare(new, old_text()).changes
    assert [one.change.kind for one in there] == case["kinds"]
    assert not there or places(there) == {(case["clause"] - 1, case["paragraph"])}
    turned = {"text-added": "text-dropped", "text-dropped": "text-added"}
    assert [(one.change.old_value, one.change.new_value) for one in there] == [
        (one.change.new_value, one.change.old_value) for one in back
    ]
    assert [one.change.kind for one in there] == [
        turned.get(one.change.kind, one.change.kind) for one in back
    ]


def spots(pattern: str) -> list[Spot]:
    return [
        (n, k, *match.span())
        for n, clause in enumerate(old_text().clauses)
        for k, words in enumerate(clause.paragraphs)
        for match in re.finditer(pattern, words)
    ]


FIGURES = [
    (n, k, one)
    for n, clause in enumerate(old_text().clauses)
    for k, words in enumerate(clause.paragraphs)
    for one in figures(words)
]
WRITTEN = {
    "money": "{}万元", "share": "{}%", "multiple": "{}倍", "years": "{}年", "rank": "{}强",
    "count": "{}个",
}  # fmt: skip


@settings(max_examples=60)
@given(st.sampled_from(FIGURES), st.integers(11, 97))
def test_any_figure_that_is_changed_is_one_change_with_its_values(
    spot: tuple[int, int, PlacedFigure], number: int
) -> None:
    clause, paragraph, figure = spot
    unit = figure.words[-1] if figure.measure == "count" else ""
    words = f"{number}{unit}" if unit else WRITTEN[figure.measure].format(number)
    (value,) = [one.value for one in figures(words)]
    if figure.words == "减半":
        words = f"按{words}"
    new = edited(clause, paragraph, figure.start, figure.end, words)
    found = [one for one in compare(old_text(), new).changes if one.change.substance]
    if value == figure.value:
        assert found == []
        return
    (placed,) = found
    assert (placed.change.old_value, placed.change.new_value) == (figure.value, value)
    assert places(found) == {(clause, paragraph + 1)}


LEVELS = spots("国家级|省级|市级(?!财政|政府)")
OTHER_LEVEL = {"国家级": "国际级", "省级": "县级", "市级": "区级"}


@settings(max_examples=30)
@given(st.sampled_from(LEVELS))
def test_any_level_that_is_changed_is_one_change_of_a_tier(spot: Spot) -> None:
    clause, paragraph, begin, end = spot
    level = old_text().clauses[clause].paragraphs[paragraph][begin:end]
    found = compare(old_text(), edited(*spot, OTHER_LEVEL[level])).changes
    assert [(one.change.kind, one.change.old, one.change.new) for one in found] == [
        ("tier", level, OTHER_LEVEL[level])
    ]
    assert places(found) == {(clause, paragraph + 1)}


DEPARTMENTS = [
    (clause, paragraph, at, at + len(department))
    for clause, one in enumerate(old_text().clauses)
    for paragraph, words in enumerate(one.paragraphs)
    for department in parts(words).departments
    for at in [words.rindex(department)]
]


@settings(max_examples=30)
@given(st.sampled_from(DEPARTMENTS), st.sampled_from(["市应急局", ""]))
def test_any_department_that_is_changed_is_one_change(spot: Spot, other: str) -> None:
    clause, paragraph, begin, end = spot
    words = old_text().clauses[clause].paragraphs[paragraph]
    department = words[begin:end]
    if not other and words[begin - 1] == "、":
        begin -= 1
    elif not other:  # the first of several, or the only one with the brackets around it
        end += words[end] == "、"
    found = compare(old_text(), edited(clause, paragraph, begin, end, other)).changes
    assert [(one.change.kind, one.change.old, one.change.new) for one in found] == [
        ("department", department, other or None)
    ]
    assert places(found) == {(clause, paragraph + 1)}


def test_a_text_is_the_same_as_itself() -> None:
    compared = compare(old_text(), old_text())
    assert compared.changes == []
    assert {one.fate for one in compared.clauses} == {"same"}
