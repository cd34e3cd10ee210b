"""YAML 1.2 read by libyaml, for its speed: every file is read for each build and each test run.

PyYAML follows YAML 1.1, where `no` is false and `010` is eight; here plain values are read as the
core schema of YAML 1.2 has them. Every key and item keeps its line, so that a fault can name it.
"""

import re
from typing import Any

import yaml
from yaml.constructor import ConstructorError

_TEXT = "tag:yaml.org,2002:str"
Lines = dict[tuple[str | int, ...], int]
"""The line (from 1) of each key and item, by its path."""


class CoreLoader(yaml.CSafeLoader):
    """Reads plain values as the core schema does: `yes`, `010` and `2020-03-16` are words."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|\.inf)|\.nan",
        "-+.0123456789",
    ),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )


class DatedLoader(CoreLoader):
    """Reads a plain `2020-03-16` as a date too."""


DatedLoader.add_implicit_resolver(
    "tag:yaml.org,2002:timestamp", re.compile(r"^\d{4}-\d\d-\d\d$"), list("0123456789")
)


def load(text: str) -> Any:
    """Return what a YAML text says; raises `yaml.YAMLError`, also for a key that stands twice."""
    return _Reader(CoreLoader(text)).whole()


def load_with_lines(text: str) -> tuple[Any, Lines]:
    """Return what a YAML text says, with its dates, and the lines; raises as `load` does."""
    reader = _Reader(DatedLoader(text))
    return reader.whole(), reader.lines


class _Reader:
    """Turns nodes into values and notes their lines.

    PyYAML’s own construction would take twice the time, and let a key stand twice.
    """

    def __init__(self, loader: CoreLoader) -> None:
        self.lines: Lines = {}
        self._loader = loader

    def whole(self) -> Any:
        try:
            root = self._loader.get_single_node()
            return None if root is None else self._value(root, ())
        finally:
            self._loader.dispose()

    def _value(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        if node.tag == _TEXT:
            return node.value
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._placed(item, item, (*path, i)) for i, item in enumerate(node.value)]
        return self._loader.construct_object(node)

    def _mapping(self, node: yaml.MappingNode, path: tuple[str | int, ...]) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise ConstructorError(
                    None, None, "found a key that is no plain word", key_node.start_mark
                )
            key = self._value(key_node, path)
            if key in found:
                raise ConstructorError(
                    None, None, f'found duplicate key "{key}"', key_node.start_mark
                )
            found[key] = self._placed(key_node, value_node, (*path, key))
        return found

    def _placed(self, at: yaml.Node, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        self.lines[path] = at.start_mark.line + 1
        return self._value(node, path)
