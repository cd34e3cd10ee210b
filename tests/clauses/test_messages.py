"""Both catalogues have every message that the code uses, and no others."""

import argparse
import ast
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from clauses import messages
from clauses.faults import PolicyFilesError, fault
from clauses.messages import Language, catalogue, phrase, preferred_language, say
from clauses.revision.change import ChangeKind
from clauses.revision.pairing import Fate

ROOT = Path(__file__).parents[2]
HAN = [chr(code) for code in range(0x4E00, 0x9FFF)]


def flat(node: dict[str, Any], name: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from flat(value, (*name, key))
        else:
            yield (*name, key), value


ZH, EN = (dict(flat(catalogue(language))) for language in ("zh", "en"))


def fields(text: object) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(str(text)) if name is not None}


def test_both_languages_have_the_same_messages_with_the_same_values() -> None:
    assert [key for key in ZH if key[0] != "argparse"] == list(EN)
    source = Path(argparse.__file__).read_text("utf-8")
    own = [key[1] for key in ZH if key[0] == "argparse"]
    assert [words for words in own if repr(words)[1:-1] not in source] == []
    chinese = {key: text for key, text in ZH.items() if key[0] != "argparse"}
    one, other = (_given(messages) for messages in (chinese, EN))
    assert {name for name in one if one[name] != other[name]} == set()


def _given(messages: dict[tuple[str, ...], Any]) -> dict[tuple[str, ...], set[str]]:
    """The names of the values in any line of a message."""
    given: dict[tuple[str, ...], set[str]] = {}
    for key, text in messages.items():
        given.setdefault(key[:2], set()).update(fields(text))
    return given


def test_each_message_is_in_its_language() -> None:
    plain = {
        ("commands", "refused"),
        ("phrases", "list"),
        ("revision", "colon"),
        ("phrases", "named"),
        ("faults", "fact-value", "allowed"),
        ("faults", "fact-value", "found"),
        ("faults", "wording", "allowed"),
    }
    for key, text in ZH.items():
        bare = "".join(part for part, _, _, _ in string.Formatter().parse(str(text)))
        if key[0] == "argparse":
            continue
        if key[-1] != "cause" and key not in plain and bare.strip():
            assert any(sign in HAN for sign in bare), (key, text)


def sources() -> Iterator[tuple[Path, ast.AST]]:
    for folder in ("clauses", "docs", "wizard"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text("utf-8"))
    yield ROOT / "build.py", ast.parse((ROOT / "build.py").read_text("utf-8"))


def words_in_the_code() -> set[str]:
    return {
        node.value
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


PARTS_OF_NAMES = (
    "says-", "as-", "write-", "unclaimed-", "value-of-",
    "use-", "otherwise-", "needed-", "figure-", "part-pages-", "target-", "cell-",
)  # fmt: skip
"""Names that the code composes, such as `says-` and a meaning."""


def test_no_message_is_left_that_nobody_tells() -> None:
    known = words_in_the_code()
    for table in ("faults", "phrases", "commands", "help"):
        for name in catalogue("en")[table]:
            assert name in known or name.startswith(PARTS_OF_NAMES), name


def test_every_kind_and_fate_of_a_comparison_has_its_name() -> None:
    for said in (ZH, EN):
        named = {key[2] for key in said if key[:2] == ("revision", "kinds")}
        assert named == set(get_args(ChangeKind))
        assert {key[2] for key in said if key[:2] == ("revision", "fates")} == set(get_args(Fate))


_PACKING = ("PackingError", "EsbuildError", "ExampleError")
"""Errors of `wizard/` that staff are told in these catalogues; its users are told in others."""


def calls() -> Iterator[tuple[str, str, str, set[str] | None]]:
    """Each call that tells a message: the file with the line, table, name, and the values given.

    The values are None where they are handed on as a whole.
    """
    for path, tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            function = node.func
            called = function.attr if isinstance(function, ast.Attribute) else None
            called = function.id if isinstance(function, ast.Name) else called
            place = {
                "phrase": ("phrases", 0), "refused": ("faults", 0), "ReadError": ("faults", 0),
                "_Found": ("faults", 0), "Slip": ("faults", 1), "finding": ("faults", 3),
                "_faulty": ("faults", 3), "_tell": ("faults", 1), "PackingError": ("phrases", 0),
                "EsbuildError": ("phrases", 0), "SearchEvaluationError": ("phrases", 0),
                "ThemeChangedError": ("phrases", 0), "ExampleError": ("phrases", 0),
                "SiteBuildError": ("phrases", 0),
                "UsageError": ("commands", 0), "_said": ("commands", 1),
                "PreparingError": ("preparing", 0), "_tells": ("preparing", 1),
            }.get(called or "")  # fmt: skip
            if called == "fault" and not path.is_relative_to(ROOT / "wizard"):
                place = ("faults", 1 if isinstance(function, ast.Attribute) else 3)
            if path.is_relative_to(ROOT / "wizard") and called not in _PACKING:
                continue
            if place is None or len(node.args) <= place[1]:
                continue
            name = node.args[place[1]]
            if isinstance(name, ast.Constant):
                given = {keyword.arg for keyword in node.keywords}
                at = f"{path.relative_to(ROOT)}:{node.lineno}"
                whole = None in given or called in ("Slip", "_tell", "refused")
                names = None if whole else {str(value) for value in given}
                yield at, place[0], str(name.value), names


def test_every_message_that_the_code_names_is_in_the_catalogues() -> None:
    told = list(calls())
    assert len(told) > 100
    missing = [call for call in told if call[2] not in catalogue("en")[call[1]]]
    assert missing == []
    needed = _given(EN)
    without = [call for call in told if call[3] is not None and needed[call[1:3]] - call[3]]
    assert without == []


def test_no_check_tells_a_text_of_its_own() -> None:
    """A message in the code would exist in one language only."""
    inline = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in sources()
        if path.is_relative_to(ROOT / "clauses")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "fault"
        and len(node.args) > 2
    ]
    assert inline == []
    model = [path for path, _ in sources() if path.is_relative_to(ROOT / "clauses" / "model")]
    assert [p.name for p in model if "raise ValueError" in p.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ],
)
def test_the_language_is_that_of_the_machine(
    environment: dict[str, str], language: Language
) -> None:
    assert preferred_language(environment) == language


def test_lists_phrases_and_long_values_are_said_in_each_language() -> None:
    values = {"figure": "10%", "whole": ["“20%”", "“30%”"]}
    assert "“20%”、“30%”" in say(("faults", "figure-not-quoted", "allowed"), "zh", values)
    assert "“20%”, “30%”" in say(("faults", "figure-not-quoted", "allowed"), "en", values)
    assert say(("faults", "chapter-order", "found"), "zh", {"numbers": []}).endswith("无")
    assert phrase("says-at-most").said("zh") == "不超过"
    long = say(("faults", "one-of", "found"), "en", {"found": "x" * 10_000})
    assert len(long) < 300


def test_a_value_in_braces_stays_as_it_is() -> None:
    told = fault("a.yml", 1, "k", "one-of", found="{x} {", allowed=["{}"])
    assert "{x} {" in told.told("zh") and "{}" in told.told("en")


def test_causes_are_told_before_what_may_follow_from_them() -> None:
    faulty = PolicyFilesError(
        [
            fault("a.yml", 3, "k", "award-unknown", name="01-a"),
            fault("b.yml", 9, "", "quote-open", words='"a', mark='"'),
        ]
    )
    lines = faulty.told("zh").splitlines()
    assert lines[0] == "请先改下面这些，其他问题可能由此引起。"
    assert lines[1] == "b.yml:9  （整个文件）"
    assert lines[5] == "其他问题："
    assert lines[6] == "a.yml:3  k"
    assert lines[-1] == "共 2 处问题，没有生成任何文件。"


def test_the_catalogues_are_plain_toml() -> None:
    folder = Path(messages.__file__).parent
    for path in folder.glob("*.toml"):
        assert tomllib.loads(path.read_text("utf-8"))
