"""The same run on a Dask cluster of two workers, one of which is killed in the middle."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from clauses.rosters import spreading
from clauses.rosters.faults import RosterError
from clauses.rosters.run import Run
from clauses.wizard_part import wizard_part
from docs.commands.measuring import measure_under
from tests.rosters.conftest import Json
from tests.rosters.test_runs import arguments, contents

pytestmark = pytest.mark.filterwarnings("default")  # those of the cluster are its own affair


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster


def test_a_cluster_writes_the_same_bytes_also_when_it_loses_a_worker(
    cluster: LocalCluster,
    old: Json,
    new: Json,
    roster: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spreading, "CHUNK", 10)  # so that the run has a middle
    address = cluster.scheduler_address
    measure_under([old, new], arguments(roster), tmp_path / "alone")
    with Client(address) as client:
        (first, _) = client.run(os.getpid).values()

    def kill() -> None:
        time.sleep(0.5)
        os.kill(first, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    measure_under([old, new], arguments(roster, scheduler=address), tmp_path / "cluster")
    killer.join()
    assert contents(tmp_path / "cluster") == contents(tmp_path / "alone")


def test_a_scheduler_that_does_not_answer_is_told(old: Json, roster: Path) -> None:
    run = Run(roster, [wizard_part(old)])
    with pytest.raises(RosterError) as refused:
        next(run.chunks(scheduler="tcp://127.0.0.1:9"))
    assert refused.value.name == "no-scheduler"
