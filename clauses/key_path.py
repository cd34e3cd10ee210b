"""Where a value is in a YAML file."""

from collections.abc import Iterator
from typing import Any

KeyPath = tuple[str | int, ...]
"""The keys, and the indices of lists, that lead to it from the top of the file."""


def scalars(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield every text, number and day inside a value with its path; nothing for null."""
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list | tuple):
        items = list(enumerate(value))
    else:
        if value is not None:
            yield path, value
        return
    for key, held in items:
        yield from scalars(held, (*path, key))
