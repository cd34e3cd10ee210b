"""The worked cases of an edition, for the tests and for the pages that show them.

`worked.json` has cases in the form of the contract. The YAML files, one for each clause or rule,
have a shorter form that policy staff can read.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from clauses.build_cache import BuildCache, contents
from clauses.editions import front_edition
from clauses.faults import PolicyFilesError, fault
from clauses.folder import CLAUSES, named_paths, stray_beside
from clauses.messages import Value
from clauses.reading import ReadError, read_text
from clauses.shape_faults import shown
from clauses.yaml12 import load
from clauses.yaml_faults import code_of
from clauses.yaml_text import Slip, always

_WORKED = "worked.json"


@dataclass(frozen=True)
class Case:
    """An application with its expected result."""

    name: str
    """The file and title, for the tests."""
    title: str
    working: str
    """How the figures were worked out by hand."""
    application: dict[str, Any]
    expected: dict[str, Any]
    file: str
    """The file, for a message: `2020-03-16/cases/03.yml`; `line` and `key` say where in it."""
    line: int
    key: str

    @cached_property
    def claimed(self) -> set[str]:
        """The awards and lines that the case claims."""
        return {claim["award"] for claim in self.application["claims"]}


def cases_folder(edition: str | None = None, root: Path = CLAUSES) -> Path:
    """Return the folder of the worked cases of an edition, the one in front without a name."""
    return root / (edition or front_edition(root)) / "cases"


@cache
def all_cases(folder: Path | None = None) -> tuple[Case, ...]:
    """Read every case file of a folder, of the edition in front without one.

    Raises `PolicyFilesError` if one has not the form of a case file.
    """
    folder = folder or cases_folder()
    if strays := list(stray_beside(folder, folder, (_WORKED,))):
        raise PolicyFilesError(replace(stray, file=_shown(folder / stray.file)) for stray in strays)
    worked = folder / _WORKED
    return (*(_worked(worked) if worked.exists() else ()), *_yaml(folder))


def _worked(path: Path) -> Iterator[Case]:
    text = _text(path)
    try:
        written = json.loads(text)["cases"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _faulty(path, getattr(error, "lineno", 1), "", "cases-json") from None
    if not isinstance(written, list):
        raise _faulty(path, 1, "cases", "cases-no-list")
    for number, case in enumerate(written):
        _look_at(case, path, number, 1)
        name = f"{case.get('id')} {case['title']}"
        line = text.count("\n", 0, max(0, text.find(f'"id": "{case.get("id")}"'))) + 1
        yield Case(**_fields(case, name, _shown(path), line, f"cases[{number}]"))


def _yaml(folder: Path) -> Iterator[Case]:
    paths = named_paths(folder)
    key = contents([*paths, Path(__file__)])
    for case in BuildCache().value("cases", key, lambda: list(_read(paths))):
        # a copy of an edition has the same files in another folder, and is kept under the same key
        yield Case(**case | {"file": _shown(folder / case["file"])})


@lru_cache(256)  # most files of an edition in preparation stay as they are
def _loaded(text: str) -> tuple[Slip | None, Any]:
    slip = next(always(text), None)
    return slip, None if slip else load(text)


def _read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Read the cases of each file, as the fields of a `Case`; its file without the folder."""
    for path in paths:
        text = _text(path)
        try:
            slip, written = _loaded(text)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            told = str(error.problem)
            raise _faulty(path, line, "", code_of(told), told=told, words="") from None
        if slip:
            raise _faulty(path, slip.line, "", slip.code, **slip.values)
        if not isinstance(written, list):
            raise _faulty(path, 1, "", "cases-no-list")
        lines = [at for at, line in enumerate(text.split("\n"), 1) if line.startswith("- ")]
        for number, short in enumerate(written):
            line = lines[number] if number < len(lines) else 1
            if not isinstance(short, dict):
                raise _faulty(path, line, f"[{number}]", "case-no-case", found=shown(short))
            application = {"claims": short.get("claims"), "paid": short.get("paid", [])}
            case = {**short, "application": application}
            _look_at(case, path, number, line)
            yield _fields(case, f"{path.stem}: {case['title']}", path.name, line, f"[{number}]")


def _fields(case: Any, name: str, file: str, line: int, key: str) -> dict[str, Any]:
    """Return the fields of a `Case` that can be shown and tested."""
    said = {part: case[part] for part in ("title", "working", "application", "expected")}
    return {"name": name, **said, "file": file, "line": line, "key": key}


def _look_at(case: Any, path: Path, number: int, line: int) -> None:
    """Refuse a case that could not be shown or tested; the engine checks its facts."""
    at = f"[{number}]"
    if not isinstance(case, dict):
        raise _faulty(path, line, at, "case-no-case", found=shown(case))
    for key in ("title", "working"):
        if not (isinstance(case.get(key), str) and case[key].strip()):
            raise _faulty(path, line, at, "case-without", key=key)
    application, expected = case.get("application"), case.get("expected")
    claims = application.get("claims") if isinstance(application, dict) else None
    awards = expected.get("awards") if isinstance(expected, dict) else None
    if not isinstance(claims, list):
        raise _faulty(path, line, at, "case-without", key="claims")
    if not isinstance(awards, list) or not all(isinstance(award, dict) for award in awards):
        raise _faulty(path, line, at, "case-without", key="expected.awards")
    if not all(isinstance(c, dict) and isinstance(c.get("award"), str) for c in claims):
        raise _faulty(path, line, at, "case-without", key="claims[].award")
    if len(claims) != len(awards):
        raise _faulty(path, line, at, "case-counts", claims=len(claims), expected=len(awards))


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except ReadError as told:
        raise _faulty(path, told.line, "", told.name, **told.values) from None


def _faulty(path: Path, line: int, key: str, code: str, /, **values: Value) -> PolicyFilesError:
    return PolicyFilesError([fault(_shown(path), line, key, code, **values)])


def _shown(path: Path) -> str:
    return "/".join(path.parts[-3:])
