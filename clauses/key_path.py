"""Where a value is in a YAML file."""

from collections.abc import Iterator
from typing import Any

KeyPath = tuple[str | int, ...]
"""The keys, and the indices of lists, that lead to it from the top of the file."""


def scalars(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield every text, number and day inside a value with its path; nothing for null."""
    left = [(path, value)]
    while left:
        path, value = left.pop()
        if isinstance(value, dict):
            left += [((*path, key), held) for key, held in reversed(value.items())]
        elif isinstance(value, list | tuple):
            left += [((*path, i), value[i]) for i in range(len(value) - 1, -1, -1)]
        elif value is not None:
            yield path, value
