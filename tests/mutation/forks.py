"""Runs a function for each item, each in its own process, two at a time.

A child starts as a copy of this process, with the policy and the cases loaded; its changes to the
engine end with it. A child that never ends is killed.
"""

import gc
import json
import os
import resource
import select
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any

AT_ONCE = 2
SECONDS = 12
"""Processor time for one item where nothing else is said."""
MEMORY = 3 << 30

TOO_LONG = "(it does not end)"


def each_in_a_fork[T](
    items: Sequence[T], work: Callable[[T], Any], seconds: int = SECONDS
) -> Iterator[tuple[T, Any]]:
    """Yield each item with its result (as JSON), in order of completion.

    Work killed for its time or memory yields `TOO_LONG`; raises `RuntimeError` if the work raises.
    """
    gc.collect()
    gc.freeze()
    waiting = list(reversed(items))
    running: dict[int, tuple[T, int, list[bytes]]] = {}
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            item = waiting.pop()
            read, process = _start(work, item, seconds)
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
            answer = json.loads(b"".join(parts)) if parts else {"done": TOO_LONG}
            if "raised" in answer:
                raise RuntimeError(f"{item}: {answer['raised']}")
            yield item, answer["done"]
    gc.unfreeze()


def _start[T](work: Callable[[T], Any], item: T, seconds: int) -> tuple[int, int]:
    """Start the work on an item; return the pipe of its result, and its process."""
    read, write = os.pipe()
    with warnings.catch_warnings():
        # a server of another test may have threads; the child computes and touches none of them
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process:
        os.close(write)
        return read, process
    try:
        os.close(read)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            answer = {"done": work(item)}
        except Exception as error:
            answer = {"raised": repr(error)}
        os.write(write, json.dumps(answer).encode())
    finally:
        os._exit(0)
