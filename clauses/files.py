"""Reads YAML and keeps the place of every key, so that a fault can name file and line."""

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from clauses.faults import Fault, fault
from clauses.key_path import KeyPath
from clauses.messages import Value
from clauses.reading import ReadError, read_text
from clauses.shape_faults import told_shape
from clauses.yaml12 import Lines, load_with_lines
from clauses.yaml_faults import code_of
from clauses.yaml_text import Slip, always, closely
from eligibility.mechanisms import MECHANISMS

_KEYS = ("model_type", "model_attributes_type", "dict_type")

# a command reads an edition several times, and most files stay; nobody changes what was read
_read = lru_cache(512)(load_with_lines)
_slips = lru_cache(512)(lambda text: tuple(always(text)))


def spell(path: KeyPath) -> str:
    """Write a path as staff read it: `awards[0].sum.at_most`."""
    words = ""
    for part in path:
        words += f"[{part}]" if isinstance(part, int) else f".{part}" if words else str(part)
    return words


class YamlFile:
    """One YAML file with the places of its keys."""

    def __init__(self, path: Path, root: Path) -> None:
        self.name = path.relative_to(root).as_posix()
        self.faults: list[Fault] = []
        self.data: Any = None
        self.text = ""
        self._lines: Lines = {}
        try:
            self.text = read_text(path)
        except ReadError as unreadable:
            self._tell(unreadable.line, unreadable.name, unreadable.values)
            return
        self._tell_slips(_slips(self.text))
        if self.faults:
            return  # the rest would not be what the writer meant
        try:
            self.data, self._lines = _read(self.text)
        except yaml.YAMLError as error:
            self._tell_slips(closely(self.text))
            if not self.faults:
                self._tell_yaml(error)

    def _tell(self, line: int, code: str, values: dict[str, Value]) -> None:
        self.faults.append(fault(self.name, line, "", code, **values))

    def _tell_slips(self, slips: Iterable[Slip]) -> None:
        for slip in slips:
            self._tell(slip.line, slip.code, slip.values)

    def _tell_yaml(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "context", None) or error
        told = str(problem).partition("\n")[0]
        line = mark.line if mark else 0
        words = [*self.text.split("\n"), ""][line].strip()
        values = {"told": told, "words": words if len(words) <= 60 else words[:59] + "…"}
        self._tell(line + 1, code_of(told), values)

    def line(self, path: KeyPath) -> int:
        """Return the line (from 1) of the deepest existing key on `path`."""
        whole = tuple(path)
        known = (self._lines.get(whole[:end]) for end in range(len(whole), 0, -1))
        return next((line for line in known if line), 1)

    def fault(self, path: KeyPath, code: str, /, **values: Value) -> None:
        """Add a fault at the place of `path`, with the message of this code."""
        self.faults.append(self.fault_at(path, code, **values))

    def fault_at(self, path: KeyPath, code: str, /, **values: Value) -> Fault:
        """Return the fault at the place of `path`, without adding it."""
        return fault(self.name, self.line(path), spell(path), code, **values)

    def read[M: BaseModel](self, model: type[M]) -> M | None:
        """Validate the file against `model` and return the object, or add every fault."""
        if self.data is None:
            if not self.faults:
                self.fault((), "file-empty")
            return None
        value: M | None = None
        try:
            value = model.model_validate(self.data)
        except ValidationError as error:
            self._tell_slips(closely(self.text))
            slips = {slip.line for slip in self.faults}
            problems = error.errors()
            words = [one["loc"] for one in problems if one["type"] == "literal_error"]
            for problem in problems:
                # one word of several, or keys: who wrote a word meant one of the words
                if problem["type"] not in _KEYS or all(
                    at[:-1] != problem["loc"][:-1] for at in words
                ):
                    self._problem(problem, slips)
        self._check_order(self.data, model, ())
        return value if not self.faults else None

    def _problem(self, problem: Any, slips: set[int]) -> None:
        path = self._keys(problem["loc"], problem["type"] == "missing")
        if self.line(path) not in slips:
            code, values = told_shape(problem)
            self.fault(path, code, **values)

    def _keys(self, location: KeyPath, missing: bool) -> KeyPath:
        """Reduce a path to the keys in the file; pydantic also includes the variants of unions."""
        node, keys = self.data, list[str | int]()
        for place, part in enumerate(location):
            if place and location[place - 1] == "sum" and part in MECHANISMS:
                continue
            inside = (
                part in node
                if isinstance(node, dict)
                else isinstance(node, list) and isinstance(part, int) and part < len(node)
            )
            if inside:
                keys.append(part)
                node = node[part]
            elif missing and place == len(location) - 1:
                keys.append(part)
        return tuple(keys)

    def _check_order(self, node: Any, model: type[BaseModel], path: KeyPath) -> None:
        """Check that the keys are in the order of the model, which is the same in every file."""
        if not isinstance(node, dict):
            return
        models = _keys_of(model)
        keys = [key for key in node if key in models]
        order = list(models)
        expected = sorted(keys, key=order.index)
        if keys != expected:
            wrong = next(k for k, e in zip(keys, expected, strict=True) if k != e)
            self.fault((*path, wrong), "key-order", found=keys, allowed=expected)
        for key, inner in models.items():
            if inner is None or key not in node:
                continue
            child = node[key]
            if isinstance(child, list):
                for index, item in enumerate(child):
                    self._check_order(item, inner, (*path, key, index))
            else:
                self._check_order(child, inner, (*path, key))


def number_of(file: YamlFile) -> int:
    """Return the number of a clause from the name of its file, `2020-03-16/06.yml`.

    The rest of the file is compared with it, so that a wrong `number` is reported once.
    """
    return int(file.name.rpartition("/")[2].removesuffix(".yml"))


@cache
def _keys_of(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """Return the keys of a model in their order, each with the one model inside, if any."""
    fields = model.model_fields.items()
    return {field.alias or name: _model_in(field.annotation) for name, field in fields}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the one model inside an annotation (`list[Award]`, `Limit | None`), if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = [m for m in map(_model_in, getattr(annotation, "__args__", ())) if m]
    return found[0] if len(found) == 1 else None
