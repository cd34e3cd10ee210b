"""No test ends early, or passes over a failure, without having asserted anything."""

import ast
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
CHECKS = ("assert", "assume", "expect", "raises", "hold", "fail", "check", "is_sound",
          "validate", "wait_for", "test_")  # fmt: skip
"""Beginnings of the names of functions that assert for a test, of libraries too."""


def _checks(nodes: list[ast.stmt]) -> bool:
    """Return whether some statement asserts, or calls something that does."""
    for node in (inner for statement in nodes for inner in ast.walk(statement)):
        if isinstance(node, ast.Assert | ast.Raise):
            return True
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name.lstrip("_").startswith(CHECKS):
                return True
    return False


def _asserting(source: str) -> Iterator[str]:
    """Yield the names of the functions of a file that assert for others."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and _checks(node.body):
            yield node.name


def _calls(test: ast.FunctionDef) -> set[str]:
    called = (node.func for node in ast.walk(test) if isinstance(node, ast.Call))
    return {getattr(func, "attr", getattr(func, "id", "")) for func in called}


def _own(test: ast.AST) -> Iterator[ast.AST]:
    """Yield every node of a test, without the functions that are defined in it."""
    for child in ast.iter_child_nodes(test):
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield child
            yield from _own(child)


def _blocks(test: ast.FunctionDef) -> Iterator[tuple[int, str, list[ast.stmt]]]:
    """Yield every block that ends a test early, or that swallows an exception.

    `continue` is let pass: a loop may choose what it looks at. That it looks at something is for
    the test itself to assert.
    """
    for node in _own(test):
        if isinstance(node, ast.If):
            for block in (node.body, node.orelse):
                if block and isinstance(block[-1], ast.Return):
                    yield block[-1].lineno, "ends before anything is asserted", block
        elif isinstance(node, ast.Try) and not _checks(node.orelse):
            for handler in node.handlers:
                if not isinstance(handler.body[-1], ast.Continue):
                    yield handler.lineno, "swallows an exception", handler.body


def _always_true(test: ast.FunctionDef) -> Iterator[int]:
    """Yield the lines of assertions that a constant makes true whatever the rest is."""
    for node in _own(test):
        if isinstance(node, ast.Assert):
            parts = node.test.values if isinstance(node.test, ast.BoolOp) else [node.test]
            any_of = not (isinstance(node.test, ast.BoolOp) and isinstance(node.test.op, ast.And))
            if any_of and any(isinstance(part, ast.Constant | ast.Tuple) for part in parts):
                yield node.lineno


def weaknesses(source: str, helpers: Collection[str] = ()) -> list[tuple[int, str]]:
    """Return the line of each place where a test can pass without proving anything, and why.

    `helpers` are the functions of other files that assert for a test.
    """
    found = []
    for test in ast.walk(ast.parse(source)):
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
            found += [(line, what) for line, what, block in _blocks(test) if not _checks(block)]
            found += [(line, "is always true") for line in _always_true(test)]
            if not (_checks(test.body) or _calls(test) & {*helpers, *_asserting(source)}):
                found.append((test.lineno, "asserts nothing"))
    return sorted(found)


FILES = sorted(TESTS.rglob("test_*.py"))


def test_no_test_can_pass_without_having_asserted(subtests: pytest.Subtests) -> None:
    assert len(FILES) > 100
    helpers = {name for path in TESTS.rglob("*.py") for name in _asserting(path.read_text("utf-8"))}
    for path in FILES:
        with subtests.test(str(path.relative_to(TESTS))):
            assert weaknesses(path.read_text("utf-8"), helpers) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("if x:\n  return\n assert x", [(3, "ends before anything is asserted")]),
        ("if x:\n  assert y\n  return\n assert x", []),
        ("try:\n  f()\n except ValueError:\n  pass\n assert x", [(4, "swallows an exception")]),
        ("try:\n  f()\n except ValueError as e:\n  assert e", []),
        ("assert x or 'y'", [(2, "is always true")]),
        ("assert x or y", []),
        ("f(x)", [(1, "asserts nothing")]),
        ("page.wait_for_url(x)", []),
    ],
)
def test_a_weak_test_is_found(body: str, found: list[tuple[int, str]]) -> None:
    assert weaknesses(f"def test_a():\n {body}\n") == found
