"""Reads YAML 1.2 with libyaml, for speed: every build and every test run reads all files.

PyYAML follows YAML 1.1, in which `no` is false and `010` is eight; here plain values follow the
core schema of YAML 1.2. Every key and item keeps its line, so that a fault can name it. Features
that the policy does not need and that can make a file expand without limit are refused: anchors and
aliases, tags, deep nesting, very long numbers.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Any, NoReturn

import yaml
from yaml.constructor import ConstructorError

from clauses.key_path import KeyPath

_TEXT = "tag:yaml.org,2002:str"
_MAPPING = "tag:yaml.org,2002:map"
_SEQUENCE = "tag:yaml.org,2002:seq"
Lines = dict[KeyPath, int]
"""The line (from 1) of each key and item, by its path."""

DEEPEST = 24
"""The deepest nesting of lists and mappings; the policy has ten levels."""
LONGEST_NUMBER = 18
"""In digits: more than a trillion yuan in fen, and within a 64-bit integer."""
LONGEST_TEXT = 20_000
"""In characters; the longest paragraph of the policy has 3,000."""

ANCHOR = "found an anchor or alias"
DEEP = "found values too deeply nested"
LONG_NUMBER = "found a number that is too long"
LONG_TEXT = "found a text that is too long"
NO_DATE = "found a day that is not in the calendar"
NO_PLAIN_KEY = "found a key that is no plain word"
TAG = "found a tag"
"""The text of the error; `yaml_faults` translates it for staff."""


class CoreLoader(yaml.CSafeLoader):
    """Reads plain values as in the core schema: `yes`, `010` and `2020-03-16` are strings."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    _depth = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:
        """Count the depth while libyaml’s tree is built, before it is too deep for the C stack."""
        self._depth += 1
        if self._depth > DEEPEST:
            mark = current_node.start_mark if current_node else None
            raise ConstructorError(None, None, DEEP, mark)

    def ascend_resolver(self) -> None:
        """Leave a value."""
        self._depth -= 1


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
    "tag:yaml.org,2002:timestamp", re.compile(r"^\d{4}-\d\d-\d\d$", re.ASCII), list("0123456789")
)


def load(text: str) -> Any:
    """Return the data of a YAML text; raises `yaml.YAMLError`, also for a duplicate key."""
    return _NodeReader(CoreLoader(text), text).whole()


@lru_cache(256)  # an edition has about sixty files, and most are those of the former one
def load_shared(text: str) -> Any:
    """Return the data as `load` does, for all who only read it: nobody may change it."""
    return load(text)


def load_with_nodes(text: str) -> tuple[Any, yaml.Node | None]:
    """Return the data of a YAML text and its tree, of which each node knows its place."""
    reader = _NodeReader(CoreLoader(text), text)
    return reader.whole(), reader.root


def load_with_lines(text: str) -> tuple[Any, Lines]:
    """Return the data of a YAML text with dates, and its lines; raises as `load` does."""
    reader = _NodeReader(DatedLoader(text), text)
    return reader.whole(), reader.lines


class _NodeReader:
    """Converts nodes to values and records their lines.

    PyYAML’s own construction takes twice the time and accepts duplicate keys.
    """

    def __init__(self, loader: CoreLoader, text: str) -> None:
        self.lines: Lines = {}
        self._loader = loader
        self._text = text
        self._seen: set[int] = set()
        self.root: yaml.Node | None = None

    def whole(self) -> Any:
        try:
            self.root = self._loader.get_single_node()
            return None if self.root is None else self._value(self.root, ())
        finally:
            self._loader.dispose()

    def _value(self, node: yaml.Node, path: KeyPath) -> Any:
        if id(node) in self._seen:  # an alias returns the node of its anchor again
            self._refuse_alias(node)
        self._seen.add(id(node))
        if node.tag == _TEXT:
            if len(node.value) > LONGEST_TEXT:
                _refuse(LONG_TEXT, node.start_mark)
            return node.value
        if node.tag == _MAPPING and isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if node.tag == _SEQUENCE and isinstance(node, yaml.SequenceNode):
            return [self._placed(item, item, (*path, i)) for i, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            return self._plain(node)
        return _refuse(TAG, node.start_mark)

    def _plain(self, node: yaml.ScalarNode) -> Any:
        """Return a plain value; a tag may name a type that its text does not have."""
        words, kind = node.value, node.tag.rpartition(":")[2]
        if node.tag not in self._loader.yaml_constructors:
            return _refuse(TAG, node.start_mark)
        try:
            if kind in ("int", "float") and len(words) > LONGEST_NUMBER:
                return _refuse(LONG_NUMBER, node.start_mark)
            if kind == "timestamp":
                return date.fromisoformat(words)
            if kind in ("int", "float", "bool", "null"):
                return self._loader.construct_object(node)
        except (ValueError, KeyError, OverflowError):
            return _refuse(NO_DATE if kind == "timestamp" else TAG, node.start_mark)
        return _refuse(TAG, node.start_mark)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                _refuse(NO_PLAIN_KEY, key_node.start_mark)
            key = self._value(key_node, path)
            if type(key) not in (str, int):
                _refuse(NO_PLAIN_KEY, key_node.start_mark)
            if key in found:
                _refuse(f'found duplicate key "{key}"', key_node.start_mark)
            found[key] = self._placed(key_node, value_node, (*path, key))
        return found

    def _placed(self, at: yaml.Node, node: yaml.Node, path: KeyPath) -> Any:
        self.lines[path] = at.start_mark.line + 1
        return self._value(node, path)

    def _refuse_alias(self, node: yaml.Node) -> NoReturn:
        """Raise the error for an alias, with its place, which the tree does not contain."""
        for event in yaml.parse(self._text, yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent):
                _refuse(ANCHOR, event.start_mark)
        _refuse(ANCHOR, node.start_mark)


def _refuse(problem: str, mark: Any) -> NoReturn:
    raise ConstructorError(None, None, problem, mark)
