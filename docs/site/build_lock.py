"""One build of a checkout at a time, because builds share a cache.

The operating system holds the lock for the process (`flock` or its equivalent) and releases it when
the process ends, even if it is killed. A file next to the lock says which process holds it.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from clauses.messages import StaffError

WAIT = 300.0
"""Seconds to wait for another build; a build takes about ten."""


class BuildRunningError(StaffError):
    """Another build did not end in time; `holder` says which one."""

    table = "commands"


@contextmanager
def build_lock(
    folder: Path, waiting: Callable[[str], object], seconds: float = WAIT
) -> Iterator[None]:
    """Hold the lock in `folder` for the block; call `waiting` with the holder while waiting.

    Raises `BuildRunningError` if the other build has not ended after so many `seconds`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock, holder = FileLock(folder / "build.lock"), folder / "build.lock.json"
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting(_told(holder))
        try:
            lock.acquire(timeout=seconds)
        except Timeout:
            raise BuildRunningError("other-build", holder=_told(holder)) from None
    try:
        own = {
            "process": os.getpid(),
            "since": time.strftime("%Y-%m-%d %H:%M:%S"),
            "command": " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]),
        }
        holder.write_bytes(json.dumps(own, ensure_ascii=False).encode())
        yield
    finally:
        with suppress(OSError):
            holder.unlink()
        lock.release()


def _told(holder: Path) -> str:
    """Say who holds the lock, as far as that is known."""
    try:
        found = json.loads(holder.read_text(encoding="utf-8"))
        return f"{found['command']} (process {found['process']}, since {found['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
