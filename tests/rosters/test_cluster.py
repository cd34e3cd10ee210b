"""The same run on a Dask cluster of two workers, one of which is killed in the middle."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from distributed import LocalCluster

from clauses.rosters import spreading
from clauses.rosters.faults import RosterError
from clauses.rosters.run import RosterRun
from clauses.wizard_part import wizard_part
from docs.commands.measuring import measure_under
from tests.rosters.conftest import Json
from tests.rosters.dying import dies
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
    monkeypatch.setattr("clauses.rosters.run.work", partial(dies, tmp_path / "mark"))
    measure_under([old, new], arguments(roster, scheduler=address), tmp_path / "cluster")
    assert (tmp_path / "mark").exists()
    assert contents(tmp_path / "cluster") == contents(tmp_path / "alone")


def test_a_scheduler_that_does_not_answer_is_told(
    old: Json, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "ANSWER", "0.2s")
    run = RosterRun(roster, [wizard_part(old)])
    with pytest.raises(RosterError) as refused:
        next(run.chunks(scheduler="tcp://127.0.0.1:9"))
    assert refused.value.name == "no-scheduler"
