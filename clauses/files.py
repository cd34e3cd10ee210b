"""Reads YAML and keeps the place of every key, so that a fault can name file and line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from clauses.faults import Fault
from clauses.model.sums import SUM_MECHANISMS
from clauses.yaml12 import Lines, load_with_lines
from clauses.yaml_faults import mend

Path_ = Sequence[str | int]

_SHAPES = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list, like [a, b]",
    "dict_type": "keys with their values",
    "model_type": "keys with their values",
    "model_attributes_type": "keys with their values",
    "date_type": "a date, like 2020-03-16",
    "string_pattern_mismatch": "a name of the form that its neighbours have",
}
"""What pydantic asks for, in words that staff know."""


def spell(path: Path_) -> str:
    """Spell a path as staff read it: `awards[0].sum.at_most`."""
    words = ""
    for part in path:
        words += f"[{part}]" if isinstance(part, int) else f".{part}" if words else part
    return words


class YamlFile:
    """One YAML file with the places of its keys."""

    def __init__(self, path: Path, root: Path) -> None:
        self.name = path.relative_to(root).as_posix()
        self.faults: list[Fault] = []
        self.data: Any = None
        self._lines: Lines = {}
        try:
            text = path.read_text(encoding="utf-8")
            self.data, self._lines = load_with_lines(text)
        except UnicodeDecodeError as error:
            self.faults.append(
                Fault(
                    self.name,
                    1,
                    "",
                    f"bytes that are not UTF-8 ({error.reason})",
                    "a text file in UTF-8",
                    "save the file in the encoding UTF-8",
                )
            )
        except OSError as error:
            self.faults.append(
                Fault(
                    self.name,
                    1,
                    "",
                    error.strerror or "unreadable",
                    "a readable file",
                    "restore the file, for example from the history",
                )
            )
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            problem = getattr(error, "problem", None) or getattr(error, "context", None) or error
            told = str(problem).partition("\n")[0]
            line = mark.line if mark else 0
            words = [*text.splitlines(), ""][line].strip()
            self.faults.append(
                Fault(
                    self.name,
                    line + 1,
                    "",
                    f"{told}, at “{words if len(words) <= 60 else words[:59] + '…'}”",
                    "YAML as in the other clause files",
                    mend(told),
                )
            )

    def line(self, path: Path_) -> int:
        """Return the line (from 1) of the deepest existing key on `path`."""
        whole = tuple(path)
        known = (self._lines.get(whole[:end]) for end in range(len(whole), 0, -1))
        return next((line for line in known if line), 1)

    def fault(self, path: Path_, found: str, allowed: str, mend: str) -> None:
        """Note a fault at the place of `path`."""
        self.faults.append(Fault(self.name, self.line(path), spell(path), found, allowed, mend))

    def read[M: BaseModel](self, model: type[M]) -> M | None:
        """Validate the file against `model`; note every fault, or return the object."""
        if self.data is None:
            if not self.faults:
                self.fault((), "nothing", "a filled-in file", "restore the file")
            return None
        value: M | None = None
        try:
            value = model.model_validate(self.data)
        except ValidationError as error:
            for problem in error.errors():
                self._problem(problem)
        self._check_order(self.data, model, ())
        return value if not self.faults else None

    def _problem(self, problem: Any) -> None:
        kind, value = problem["type"], problem["input"]
        path = self._keys(problem["loc"], kind == "missing")
        found = _shown(value)
        allowed, remedy = _SHAPES.get(kind, problem["msg"]), "correct the value"
        if kind == "string_type" and isinstance(value, int | float):
            allowed += ", a figure in the policy’s words, like 最高3000万元"
        if kind == "missing":
            found, allowed = "no such key", "a value for it"
            remedy = "add the key, as its neighbours or the other files have it"
        elif kind == "extra_forbidden":
            allowed, remedy = "no key of this name here", "take it out, or correct its spelling"
        elif kind == "literal_error":
            allowed = "one of " + problem["ctx"]["expected"]
        elif kind in ("value_error", "assertion_error"):
            allowed = str(problem["ctx"]["error"])
        self.fault(path, found, allowed, remedy)

    def _keys(self, location: Path_, missing: bool) -> tuple[str | int, ...]:
        """Keep of a path what staff wrote: pydantic also names the variants of unions in it."""
        node, keys = self.data, list[str | int]()
        for place, part in enumerate(location):
            if place and location[place - 1] == "sum" and part in SUM_MECHANISMS:
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

    def _check_order(self, node: Any, model: type[BaseModel], path: tuple[str | int, ...]) -> None:
        """Keys stand in the order of the model, in every file alike."""
        if not isinstance(node, dict):
            return
        order = [field.alias or name for name, field in model.model_fields.items()]
        keys = [key for key in node if key in order]
        expected = sorted(keys, key=order.index)
        if keys != expected:
            wrong = next(k for k, e in zip(keys, expected, strict=True) if k != e)
            self.fault(
                (*path, wrong),
                "the keys in the order " + ", ".join(keys),
                "the order " + ", ".join(expected),
                "move the key",
            )
        for name, field in model.model_fields.items():
            key = field.alias or name
            inner = _model_in(field.annotation)
            if inner is None or key not in node:
                continue
            child = node[key]
            if isinstance(child, list):
                for index, item in enumerate(child):
                    self._check_order(item, inner, (*path, key, index))
            else:
                self._check_order(child, inner, (*path, key))


def _shown(value: Any) -> str:
    """Return a value as a message quotes it."""
    if isinstance(value, str):
        return f"“{value}”"
    if isinstance(value, dict):
        return "the keys " + ", ".join(map(str, value)) if value else "no keys"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return "nothing" if value is None else f"{value}"


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the one model inside an annotation (`list[Award]`, `Limit | None`), if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = [m for m in map(_model_in, getattr(annotation, "__args__", ())) if m]
    return found[0] if len(found) == 1 else None
