"""Fills dataclasses from JSON data that has the same keys.

The compiler wrote the data from a checked policy, so nothing is checked a second time. A key that
is missing raises `KeyError`.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]


def read[T](kind: type[T], data: Mapping[str, Any]) -> T:
    """Return an instance of the dataclass `kind`; keys that it has no field for are left out.

    A field whose name is reserved in Python ends in an underscore, and its key does not: `from_`.
    """
    made: T = _reader(kind)(data)
    return made


def _reader(hint: Any) -> Reader:
    """Return the function that turns JSON data into a value of this type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint)
    if hint is date:
        return date.fromisoformat
    if origin is UnionType and NoneType in arguments and len(arguments) == 2:
        inner = _reader(next(kind for kind in arguments if kind is not NoneType))
        return lambda data: None if data is None else inner(data)
    if origin is list:
        item = _reader(arguments[0])
        return lambda data: [item(entry) for entry in data]
    if origin is dict:
        value = _reader(arguments[1])
        return lambda data: {key: value(entry) for key, entry in data.items()}
    return lambda data: data


@cache
def _record_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    parts = [
        (field.name.removesuffix("_"), _reader(hints[field.name]), field.default)
        for field in fields(kind)
    ]  # one reader for each dataclass: to look at its types takes longer than to fill it
    return lambda data: kind(
        *(
            default if default is not MISSING and key not in data else reader(data[key])
            for key, reader, default in parts
        )
    )
