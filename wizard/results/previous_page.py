"""Keeps the descriptions and markup of the previous page, since most answers change only one claim.

The page of results is made again at each answer. If the entry, facts and planned days of a claim
and the list of claims are unchanged, its description is reused; if an item is unchanged, its markup
is reused. Only the last page of each language is kept.
"""

from collections.abc import Callable
from typing import Any


class PreviousPage[T]:
    """Results by number, each with the source that it was made from."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[Any, T]] = {}
        self._now: dict[int, tuple[Any, T]] = {}

    def begin(self) -> None:
        """Begin a new page; results that the previous page did not use are dropped."""
        self._last, self._now = self._now, {}

    def get(self, number: int, source: Any, make: Callable[[], T]) -> T:
        """Return the kept result if its source is equal, otherwise make it."""
        found = self._last.get(number)
        made = found[1] if found is not None and found[0] == source else make()
        self._now[number] = (source, made)
        return made
