"""A browser on a machine that is several times slower, its workers too.

The browser’s own way (`Emulation.setCPUThrottlingRate`) slows a page but none of its workers, and
Python runs in one. So the processes of the pages are stopped for most of the time, many times a
second.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

_PERIOD = 0.04
"""Seconds from one stop to the next."""


def cpu_times(browser: Browser) -> dict[int, float]:
    """Return the seconds that each process of pages has computed, by its number."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return {one["id"]: one["cpuTime"] for one in found if one["type"] == "renderer"}


@contextmanager
def slowed(browser: Browser, factor: int) -> Iterator[None]:
    """Slow the pages that are open now, and whatever they load later from the same address."""
    before = cpu_times(browser)
    over = threading.Event()

    def beat() -> None:
        while not over.is_set():
            _send(list(before), signal.SIGSTOP)
            time.sleep(_PERIOD * (factor - 1) / factor)
            _send(list(before), signal.SIGCONT)
            time.sleep(_PERIOD / factor)

    thread = threading.Thread(target=beat)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        _send(list(before), signal.SIGCONT)
    worked = {pid: spent - before.get(pid, 0) for pid, spent in cpu_times(browser).items()}
    assert max(worked, key=lambda pid: worked[pid]) in before, "the pages moved to another process"


def _send(processes: list[int], what: signal.Signals) -> None:
    for process in processes:
        try:
            os.kill(process, what)
        except ProcessLookupError:
            continue  # its page was closed
