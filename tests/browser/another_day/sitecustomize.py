"""Python as on another day and another disk: a later clock, and folders read backwards.

Python imports this at its start where the folder stands in `PYTHONPATH`.
"""

import datetime
import os
import time
from collections.abc import Iterator
from typing import Any

AHEAD = 400 * 86400 + 12345
"""Seconds by which this clock is ahead."""

_time, _listdir, _scandir = time.time, os.listdir, os.scandir


class _LaterDate(datetime.date):
    @classmethod
    def today(cls) -> "_LaterDate":
        return cls.fromtimestamp(time.time())


class _Later(datetime.datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> "_Later":
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> "_Later":
        return cls.now(datetime.UTC).replace(tzinfo=None)


class _Backwards:
    """The entries of a folder, last one first."""

    def __init__(self, path: Any) -> None:
        with _scandir(path) as found:
            self._entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> "_Backwards":
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def close(self) -> None:
        """As the real one has it."""


time.time = lambda: _time() + AHEAD
time.time_ns = lambda: int(time.time() * 1e9)
datetime.date, datetime.datetime = _LaterDate, _Later  # type: ignore[misc]
os.listdir = lambda path=".": sorted(_listdir(path), reverse=True)  # type: ignore[assignment]
os.scandir = lambda path=".": _Backwards(path)  # type: ignore[assignment]
