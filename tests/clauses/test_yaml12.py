"""YAML is read as in version 1.2, and every key and item keeps its line."""

from datetime import date

import pytest
import yaml

from clauses.yaml12 import load, load_with_lines

TEXT = """\
number: 6
title: {zh: 标题, en: Title}
awards:
  - id: a
    paid: yes
  - id: b
    note: >-
      two
      lines

from: 2020-03-16
"""


def test_plain_values_are_those_of_the_core_schema() -> None:
    text = "[yes, off, 010, 1_000, 0x1F, 2020-03-16, 1:30, true, ~, null, 7, -2, 0.5, '7']"
    assert load(text) == [
        "yes", "off", "010", "1_000", "0x1F", "2020-03-16", "1:30",
        True, None, None, 7, -2, 0.5, "7",
    ]  # fmt: skip


def test_a_file_of_the_policy_may_hold_dates() -> None:
    data, _ = load_with_lines(TEXT)
    assert data["from"] == date(2020, 3, 16)
    assert data["awards"][0]["paid"] == "yes"
    assert data["awards"][1]["note"] == "two lines"


def test_every_key_and_item_has_its_line() -> None:
    _, lines = load_with_lines(TEXT)
    assert lines[("title", "en")] == 2
    assert lines[("awards", 0)] == lines[("awards", 0, "id")] == 4
    assert lines[("awards", 1, "note")] == 7
    assert lines[("from",)] == 11


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", 'found duplicate key "a"', 3),
        ("a: 1\n[b]: 2\n", "found a key that is no plain word", 2),
        ("a: [1, 2\nb: 3\n", "expected ',' or ']'", 2),
        ("a: 1\nb: *gone\n", "found undefined alias", 2),
        ("a: !award 3\n", "found a tag", 1),
    ],
)
def test_what_is_no_such_file_is_told_by_line(text: str, problem: str, line: int) -> None:
    with pytest.raises(yaml.MarkedYAMLError, match=problem.replace("[", r"\[")) as told:
        load_with_lines(text)
    assert told.value.problem_mark.line + 1 == line


def test_an_empty_file_says_nothing() -> None:
    assert load_with_lines("# nothing yet\n") == (None, {})
