"""A build of a small site in a process of its own, slow enough to be killed."""

import multiprocessing
import os
import time
from pathlib import Path

from clauses import folder_exchange
from docs.site import target

FILES = 12
Process = multiprocessing.process.BaseProcess


def build(out: Path, word: str, milliseconds: int = 0) -> None:
    """Build `FILES` pages that all say one word."""
    with target.staged(out) as fresh:
        for number in range(FILES):
            page = fresh / f"{number:02d}" / "index.html"
            page.parent.mkdir()
            page.write_text(word, "utf-8")
            time.sleep(milliseconds / 1000 / FILES)


def start(
    out: Path, word: str, milliseconds: int = 0, *, exchange: bool = True, dies: bool = False
) -> Process:
    """Start a build; without an exchange of folders, or dying between the two renames."""
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_run, args=(out, word, milliseconds, exchange, dies))
    process.start()
    return process


def _run(out: Path, word: str, milliseconds: int, exchange: bool, dies: bool) -> None:
    if not exchange or dies:
        folder_exchange.exchange = lambda one, other: False
    if dies:
        replace = Path.replace

        def die_between(old: Path, new: Path) -> None:
            replace(old, new)
            if new.name == "old":
                os._exit(9)

        Path.replace = die_between  # type: ignore[assignment, method-assign]
    build(out, word, milliseconds)
