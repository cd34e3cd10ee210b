"""The editor's schemas accept the present files and underline mistakes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from clauses.editor_schema import SCHEMAS, editor_schema, write_schemas
from clauses.folder import CLAUSES
from clauses.yaml12 import load
from tests.policy import EDITION, clause_numbers

FILES = {
    **{f"{EDITION}/{number:02d}.yml": "clause" for number in clause_numbers()},
    f"{EDITION}/policy.yml": "edition",
    f"{EDITION}/readings.yml": "readings",
    "editions.yml": "editions",
    "glossary.yml": "glossary",
    f"{EDITION}/normalisations.yml": "normalisations",
    f"{EDITION}/unclaimed.yml": "unclaimed",
    "deviations.yml": "deviations",
    f"{EDITION}/topics.yml": "topics",
    **{
        path.relative_to(CLAUSES).as_posix(): "example"
        for path in (CLAUSES / EDITION / "examples").glob("*.yml")
    },
}


def as_json(file: Path) -> Any:
    """Read a file as an editor does: names as text, dates as text."""
    return json.loads(json.dumps(load(file.read_text("utf-8"))))


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_editor_finds_no_fault_in_the_files_as_they_stand(name: str) -> None:
    editor = Draft202012Validator(editor_schema(name))
    for file, kind in FILES.items():
        if kind == name:
            editor.validate(as_json(CLAUSES / file))


@pytest.mark.parametrize(
    ("where", "wrong"),
    [("wording", "maximum"), ("kind", "gift"), ("frequncy", "once"), ("paragraph", "one")],
)
def test_an_editor_underlines_a_wrong_word(where: str, wrong: str) -> None:
    clause = as_json(CLAUSES / EDITION / "03.yml")
    clause["awards"][0][where] = wrong
    assert not Draft202012Validator(editor_schema("clause")).is_valid(clause)


def test_each_schema_becomes_a_file(tmp_path: Path) -> None:
    files = write_schemas(tmp_path / "schema")
    assert [file.name for file in files] == [f"{name}.schema.json" for name in SCHEMAS]
    assert all(json.loads(file.read_text("utf-8"))["$schema"] for file in files)
