"""What was described and written last time: most answers change one claim of many.

A page of results is made again at each answer. A claim whose entry, facts, days and neighbours
are the same is described the same, and an item that is the same is written the same; both are
taken from the page before. Only the last page of each language is kept.
"""

from collections.abc import Callable
from typing import Any


class Kept[T]:
    """Results by number, each with all that it was made from."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[Any, T]] = {}
        self._now: dict[int, tuple[Any, T]] = {}

    def begin(self) -> None:
        """Begin another page; what the page before did not use is forgotten."""
        self._last, self._now = self._now, {}

    def get(self, number: int, source: Any, make: Callable[[], T]) -> T:
        """Return what is kept for equal sources, else make it."""
        found = self._last.get(number)
        made = found[1] if found is not None and found[0] == source else make()
        self._now[number] = (source, made)
        return made
