"""Writes the new result of a worked case that was confirmed into its file."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from clauses.cases import Case
from clauses.messages import Language, catalogue
from clauses.preparing.words import words
from clauses.preparing.writing import replace_file
from clauses.preparing.yaml_edit import YamlEdit
from clauses.reading import read_text
from clauses.worked import Contradicted, written_like

Json = dict[str, Any]


def confirm_cases(folder: Path, edition: str, found: Iterable[Contradicted]) -> None:
    """Write the results of the engine as the expected ones of these cases below `folder`."""
    by_file: dict[str, list[Contradicted]] = {}
    for one in found:
        by_file.setdefault(one.case.file.rpartition("/")[2], []).append(one)
    for name, cases in by_file.items():
        path = folder / name
        if path.suffix == ".json":
            _write_json(path, edition, cases)
        else:
            _write_yaml(path, edition, cases)


def _write_yaml(path: Path, edition: str, cases: Iterable[Contradicted]) -> None:
    edit = YamlEdit(read_text(path))
    for one in cases:
        at = (place_of(one.case),)
        expected = new_expectation(one)
        for n, award in enumerate(expected["awards"]):
            edit.replace_each((*at, "expected", "awards", n), award)
        for key in ("totals", "as_if"):
            if key in expected:
                edit.replace((*at, "expected", key), expected[key])
        edit.replace((*at, "working"), new_working(one, edition))
    replace_file(path, edit.written())


def _write_json(path: Path, edition: str, cases: Iterable[Contradicted]) -> None:
    whole = json.loads(read_text(path))
    for one in cases:
        case = whole["cases"][place_of(one.case)]
        case["expected"] = new_expectation(one)
        case["working"] = new_working(one, edition)
    replace_file(path, json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


def place_of(case: Case) -> int:
    """Return the place of a case in its file: its key is `[3]` or `cases[3]`."""
    return int("".join(c for c in case.key if c.isdigit()))


def new_working(one: Contradicted, edition: str) -> str:
    """Say that a case was computed again and what came out otherwise, in the language it has."""
    language: Language = "zh" if _is_chinese(one.case.working) else "en"
    names = catalogue(language)["preparing"]["parts"] if language == "zh" else {}
    changes = ("；" if language == "zh" else "; ").join(
        f"{part_named(found.key, names)} {_plain(found.expected)} → {_plain(found.computed)}"
        for found in one.differences
        if not isinstance(found.computed, list) and len(str(found.computed)) < 60
    )
    said = words()["cases"][language]
    told: str = said["working"].format(edition=edition, changes=changes or said["steps"])
    return told


def is_computed(case: Case) -> bool:
    """Whether the results that a case expects were written by a confirmation, for any edition."""
    begins = (said["working"].partition("{") for said in words()["cases"].values())
    ends = {before: rest.partition("}")[2].partition("{")[0] for before, _, rest in begins}
    return any(
        case.working.startswith(before) and after in case.working for before, after in ends.items()
    )


def _is_chinese(working: str) -> bool:
    """Whether the working of a case is in Chinese: 1600万 + 200万 alone is in no language."""
    return bool(re.search("[\u4e00-\u9fff]{2}", working)) and not re.search("[a-z]{3}", working)


def part_named(key: str, names: Mapping[str, str]) -> str:
    """Return the key of a difference, `claim: amount`, with the name of its part."""
    claim, colon, part = key.rpartition(": ")
    return f"{claim}{colon}{names.get(part, part)}"


def _plain(value: Any) -> str:
    return "—" if value is None else str(value)


def new_expectation(one: Contradicted) -> Json:
    """Return what a case expects, with the results of the engine in the places it names."""
    expected, assessment = one.case.expected, one.assessment
    assert assessment is not None
    made: Json = dict(expected)
    made["awards"] = [
        {key: _value(key, value, got) for key, value in wanted.items()}
        for got, wanted in zip(assessment["awards"], expected["awards"], strict=True)
    ]
    if "as_if" in expected:
        made["as_if"] = assessment["as_if"]
    if "totals" in expected:
        made["totals"] = {key: assessment["totals"].get(key) for key in expected["totals"]}
    return made


def _value(key: str, value: Any, got: Mapping[str, Any]) -> Any:
    codes = [note["code"] for note in got["notes"]]
    match key:
        case "notes":
            return value if all(code in codes for code in value) else codes
        case "only_notes":
            return value if sorted(value) == sorted(codes) else sorted(codes)
        case "alternatives":
            named = {other["reading"] for other in value}
            return [other for other in got["alternatives"] if other["reading"] in named]
        case "unchanged_under":
            changed = {other["reading"] for other in got["alternatives"]}
            return [reading for reading in value if reading not in changed]
        case "told" | "worked":
            return written_like(got, key, value)
        case _:
            return got.get(key)
