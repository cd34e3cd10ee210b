"""Measures a run over many applications under two editions: seconds, claims a second, memory.

`python -m tests.bench.rosters [APPLICATIONS]` prints it: three claims each, on the average. The
reference is a plain loop of whole assessments in one process, of a twentieth of the applications;
beside it run one worker, two, four, and a Dask cluster of two, each on a tenth and on all. Memory
is the most that the process of the command holds, and the most that all its workers hold
together; of what processes share, each page counts once. One worker is the command itself; with
Dask, the scheduler is in the process of the command.
"""

import contextlib
import io
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
from clauses.rosters.run import RosterRun
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
        self.own, self.workers, self.over = 0, 0, False

    def run(self) -> None:
        own = psutil.Process()
        while not self.over:
            self.own = max(self.own, _held(own))
            self.workers = max(self.workers, sum(map(_held, own.children(recursive=True))))
            time.sleep(0.5)

    def stop(self) -> None:
        self.over = True
        self.join()


def _held(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.Error):
        pss: int = process.memory_full_info().pss
        return pss
    return 0


def measured(name: str, claims: int, work: Callable[[], object]) -> float:
    memory, started = Memory(), time.monotonic()
    memory.start()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        work()
    seconds = time.monotonic() - started
    memory.stop()
    speed = claims / seconds if claims else 0
    held = f"{memory.own / 1e6:6.0f} MB + workers {memory.workers / 1e6:6.0f} MB"
    print(f"{name:28} {seconds:7.1f} s {speed:8,.0f} claims a second {held}", flush=True)
    return speed


def plain_loop(path: Path, documents: list[Any]) -> None:
    """Assess each application wholly under both editions, one after another."""
    parts = [wizard_part(document) for document in documents]
    policies, run, columns = (
        [*map(Policy.from_document, parts)],
        RosterRun(path, parts),
        Columns(parts),
    )
    for case in run.source.cases:
        application = application_of(case, run.job.columns, columns).application
        if application is None:
            continue
        for policy in policies:
            known = {
                kind: [one for one in entries if one["award"] in policy.awards]
                for kind, entries in application.items()
            }
            assess(policy, known)


def main(applications: int = APPLICATIONS) -> None:
    """Measure the loop, one worker, two, four, and a cluster of two."""
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
        for workers in (1, 2, 4):
            for size in ("a tenth", "all"):
                name = f"{workers} worker(s), {size}"
                speed = measured(name, claims[size], run(size, workers=workers))
            print(f"{'':28} × {speed / alone:.2f} of the plain loop")
        with LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster:
            measured("Dask, 2 workers, no work", 0, lambda: time.sleep(2))
            work = {"scheduler": cluster.scheduler_address}
            for size in ("a tenth", "all"):
                speed = measured(f"Dask, 2 workers, {size}", claims[size], run(size, **work))
            print(f"{'':28} × {speed / alone:.2f} of the plain loop")
