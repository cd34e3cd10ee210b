"""Which part of the project may use which: what is published rests on nothing in `tests/`."""

import ast
import re
from pathlib import Path

from tests.test_project import project_files

ROOT = Path(__file__).parents[1]


def production(*suffixes: str) -> list[Path]:
    """Return the files outside `tests/` with one of these endings."""
    return [
        path
        for path in project_files()
        if path.suffix in suffixes and path.relative_to(ROOT).parts[0] != "tests"
    ]


def test_nothing_that_is_published_reads_or_imports_from_the_tests() -> None:
    found = []
    for path in production(".py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names = [node.value.replace("/", ".")]
            else:
                continue
            if any(re.match(r"tests(\.|$)", name) for name in names):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    for path in production(".js", ".mjs", ".j2", ".html"):
        if re.search(r"""["'`/]tests/""", path.read_text("utf-8")):
            found.append(str(path.relative_to(ROOT)))
    assert found == []
