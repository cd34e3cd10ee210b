"""What each module of the project imports, read from its source: late and typing imports too."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENGINE = ("amounts", "answers", "between_editions", "eligibility", "nearness", "results")
"""Packages of `wizard/` that are imported by their own name."""

Graph = Mapping[str, set[str]]


def modules() -> dict[str, Path]:
    """Return the files of the project's modules by name, without those of the tests."""
    found = {"build": ROOT / "build.py"}
    for top in ("clauses", "docs", "wizard"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if "stubs" in path.parts:  # they stand for modules of others
                continue
            parts = list(path.relative_to(ROOT).with_suffix("").parts)
            if parts[-1] == "__init__":
                parts.pop()
            if parts[0] == "wizard" and parts[1:2] and parts[1] in ENGINE:
                parts.pop(0)
            found[".".join(parts)] = path
    return found


def imports(path: Path, known: Mapping[str, Path]) -> Iterator[tuple[str, bool]]:
    """Yield each module that a file imports, and whether it does so only inside a function."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: {node.lineno}: a relative import"
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in known else str(node.module) for name in whole]
        else:
            continue
        for name in names:
            if name in known and known[name] != path:
                yield name, id(node) in inside


@cache
def graph() -> dict[str, set[str]]:
    """Return what each module imports."""
    known = modules()
    return {name: {other for other, _ in imports(path, known)} for name, path in known.items()}


def circles(edges: Graph) -> list[list[str]]:
    """Return each set of modules that import one another, directly or through others."""
    reached = {name: _reached(name, edges) for name in edges}
    found = {
        frozenset({name, *(other for other in reached[name] if name in reached[other])})
        for name in edges
        if name in reached[name]
    }
    return sorted(map(sorted, found))


def _reached(name: str, edges: Graph) -> set[str]:
    found: set[str] = set()
    waiting = [*edges.get(name, ())]
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting += edges.get(other, ())
    return found
