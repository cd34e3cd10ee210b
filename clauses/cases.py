"""The worked cases of `tests/cases/`, for the tests and for the pages that show them.

`worked.json` holds cases in the form of the contract; the YAML files, one for each clause or
rule, write the same more briefly, in files that a clerk can read.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from clauses.cache import cached, contents
from clauses.faults import Fault, FaultyPolicy
from clauses.yaml12 import load

FOLDER = Path(__file__).parents[1] / "tests" / "cases"

_FORM = "a list of cases, each with title, working, claims and expected.awards, one for each claim"


@dataclass(frozen=True)
class Case:
    """An application, and what it must come to."""

    name: str
    """Its file and title, for the tests."""
    title: str
    working: str
    """How the figures were worked out by hand."""
    application: dict[str, Any]
    expected: dict[str, Any]

    @cached_property
    def claimed(self) -> set[str]:
        """The awards and lines that the case claims."""
        return {claim["award"] for claim in self.application["claims"]}


@cache
def all_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Read every case file; raises `FaultyPolicy` where one has not the form of a case file."""
    return (*_worked(folder / "worked.json"), *_yaml(folder))


def _worked(path: Path) -> Iterator[Case]:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))["cases"]
    except (OSError, ValueError, KeyError) as error:
        raise _faulty(path, 1, "", str(error)) from None
    for number, case in enumerate(written):
        _look_at(case, path, number, 1)
        name = f"{case['id']} {case['title']}"
        yield Case(name, case["title"], case["working"], case["application"], case["expected"])


def _yaml(folder: Path) -> Iterator[Case]:
    paths = sorted(folder.glob("*.yml"))
    for case in cached("cases", contents([*paths, Path(__file__)]), lambda: list(_read(paths))):
        yield Case(**case)


def _read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Read the cases of each file, as the fields of a `Case`."""
    for path in paths:
        text = path.read_text(encoding="utf-8")
        try:
            written = load(text)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise _faulty(path, line, "", f"no YAML: {error.problem}") from None
        if not isinstance(written, list):
            raise _faulty(path, 1, "", "no list")
        lines = [at for at, line in enumerate(text.splitlines(), 1) if line.startswith("- ")]
        for number, short in enumerate(written):
            line = lines[number] if number < len(lines) else 1
            if not isinstance(short, dict):
                raise _faulty(path, line, f"[{number}]", f"{short!r}")
            application = {"claims": short.get("claims"), "paid": short.get("paid", [])}
            case = {**short, "application": application}
            _look_at(case, path, number, line)
            yield {
                "name": f"{path.stem}: {case['title']}",
                "title": case["title"],
                "working": case["working"],
                "application": application,
                "expected": case["expected"],
            }


def _look_at(case: dict[str, Any], path: Path, number: int, line: int) -> None:
    """Refuse a case that could not be shown or tested; what its facts say is for the engine."""
    try:
        claims, awards = case["application"]["claims"], case["expected"]["awards"]
        named = all(isinstance(claim["award"], str) for claim in claims)
        good = named and len(claims) == len(awards) and case["title"] and case["working"]
    except (KeyError, TypeError) as error:
        raise _faulty(path, line, f"[{number}]", f"a case without {error}") from None
    if not good:
        found = f"{len(claims)} claims, {len(awards)} expected"
        raise _faulty(path, line, f"[{number}]", found)


def _faulty(path: Path, line: int, key: str, found: str) -> FaultyPolicy:
    place = f"tests/cases/{path.name}"
    return FaultyPolicy([Fault(place, line, key, found, _FORM, "write the case as its neighbours")])
