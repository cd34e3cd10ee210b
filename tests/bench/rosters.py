"""Prints how long a run over many applications takes under two editions, and its memory.

`python -m tests.bench.rosters [APPLICATIONS]`: three claims each, on the average. The reference is
a plain loop of whole assessments in one process, of a twentieth of the applications; beside it run
one worker, two, and a Dask cluster of two, each on a tenth and on all. Memory is the most that all
processes of a run hold at once; of what they share, each page counts once.
"""

import contextlib
import io
import sys
import tempfile
import threading
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
from distributed import LocalCluster

from clauses.export import compile_edition
from clauses.rosters.applications import application_of
from clauses.rosters.columns import Columns
from clauses.rosters.run import Run
from clauses.wizard_part import wizard_part
from docs.commands.measuring import measure_under
from eligibility import Policy, assess
from tests.rosters.conftest import changed
from tests.rosters.made import write

APPLICATIONS = 100_000


class Memory(threading.Thread):
    """Looks at the memory of some processes and their children, until it is asked."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most, self.over = 0, False

    def run(self) -> None:
        own = psutil.Process()
        while not self.over:
            held = 0
            for process in (own, *own.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    held += process.memory_full_info().pss
            self.most = max(self.most, held)
            time.sleep(0.5)

    def stop(self) -> int:
        self.over = True
        self.join()
        return self.most


def measured(name: str, claims: int, work: Callable[[], object]) -> float:
    memory, started = Memory(), time.monotonic()
    memory.start()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        work()
    seconds = time.monotonic() - started
    most = memory.stop() / 1e6
    speed = claims / seconds
    print(f"{name:34} {seconds:8.1f} s {speed:10,.0f} claims a second {most:8.0f} MB", flush=True)
    return speed


def plain_loop(path: Path, documents: list[Any]) -> None:
    """Assess each application wholly under both editions, one after another."""
    parts = [wizard_part(document) for document in documents]
    policies, run, columns = [*map(Policy.from_document, parts)], Run(path, parts), Columns(parts)
    for case in run.source.cases:
        application = application_of(case, run.job.columns, columns).application
        if application is None:
            continue
        for policy in policies:
            known = [one for one in application["claims"] if one["award"] in policy.awards]
            assess(policy, application | {"claims": known})


def main(applications: int) -> None:
    """Measure the loop, one worker, two, and a cluster of two."""
    old = compile_edition()
    documents = [old, changed(old)]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        sizes = {"a twentieth": 20, "a tenth": 10, "all": 1}
        rosters, claims = {}, {}
        for size, part in sizes.items():
            rosters[size] = folder / f"{part}.csv"
            write(rosters[size], applications // part)
            with rosters[size].open("rb") as file:
                claims[size] = sum(1 for _ in file) - 1

        def run(size: str, **more: Any) -> Callable[[], object]:
            given = {"workers": 1, "scheduler": None, "language": "en", "command": "compare"}
            args = Namespace(applications=rosters[size], **{**given, **more})
            return lambda: measure_under(documents, args, folder / "out")

        print(f"{applications:,} applications, {claims['all']:,} claims, two editions")
        alone = measured(
            "plain loop, a twentieth", claims["a twentieth"],
            lambda: plain_loop(rosters["a twentieth"], documents),
        )  # fmt: skip
        for workers in (1, 2):
            for size in ("a tenth", "all"):
                name = f"{workers} worker(s), {size}"
                speed = measured(name, claims[size], run(size, workers=workers))
            print(f"{'':34} × {speed / alone:.2f} of the plain loop")
        with LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster:
            work = {"scheduler": cluster.scheduler_address}
            for size in ("a tenth", "all"):
                speed = measured(f"Dask, 2 workers, {size}", claims[size], run(size, **work))
            print(f"{'':34} × {speed / alone:.2f} of the plain loop")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else APPLICATIONS)
