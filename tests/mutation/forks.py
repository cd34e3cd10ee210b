"""Runs one piece of work for each item, each in a process of its own, two at a time.

A child starts as a copy of this process, with the policy and the cases read; what it does to the
engine it takes with it when it ends. A child that computes without end is ended.
"""

import gc
import json
import os
import resource
import select
from collections.abc import Callable, Iterator, Sequence
from typing import Any

AT_ONCE = 2
SECONDS = 30
"""Of computing, not of waiting. All cases need three; what needs more than this never ends."""
MEMORY = 3 << 30

TOO_LONG = "(it does not end)"


def each_in_a_fork[T](
    items: Sequence[T], work: Callable[[T], Any], seconds: int = SECONDS
) -> Iterator[tuple[T, Any]]:
    """Yield each item with what the work returned for it (as JSON), in the order of the ends."""
    gc.collect()
    gc.freeze()
    waiting = list(reversed(items))
    running: dict[int, tuple[T, int, list[bytes]]] = {}
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            item = waiting.pop()
            read, process = _start(lambda item=item: work(item), seconds)  # type: ignore[misc]
            running[read] = (item, process, [])
        for read in select.select(list(running), [], [])[0]:
            item, process, parts = running[read]
            part = os.read(read, 65536)
            if part:
                parts.append(part)
                continue
            os.close(read)
            os.waitpid(process, 0)
            del running[read]
            yield item, json.loads(b"".join(parts)) if parts else TOO_LONG
    gc.unfreeze()


def _start(work: Callable[[], Any], seconds: int) -> tuple[int, int]:
    read, write = os.pipe()
    process = os.fork()
    if process:
        os.close(write)
        return read, process
    try:
        os.close(read)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        os.write(write, json.dumps(work()).encode())
    finally:
        os._exit(0)
