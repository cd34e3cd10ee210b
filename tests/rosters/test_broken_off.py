"""Runs that do not come to their end: broken off, on a full disk. The former result stays whole."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from clauses.rosters.applications import application_of
from clauses.rosters.run import RosterRun
from docs.commands.measuring import measure_under
from tests.policy import document
from tests.rosters.conftest import Json
from tests.rosters.made import write
from tests.rosters.test_runs import arguments, contents

ROOT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def full_after(largest: int) -> Iterator[None]:
    """Let no file become larger than so many bytes, as on a disk that is full then."""
    import resource  # not on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "roster.csv"
    write(path, 100)
    return path


@pytest.fixture(scope="module")
def lines(large: Path) -> Path:
    """The same as lines of JSON, which need no database on the way."""
    run = RosterRun(large, [document()])
    cases = [
        application_of(case, run.job.columns, run.columns).application for case in run.source.cases
    ]
    path = large.with_suffix(".jsonl")
    path.write_text("\n".join(map(json.dumps, filter(None, cases))), "utf-8")
    return path


@pytest.fixture(scope="module")
def finished(old: Json, new: Json, large: Path) -> Path:
    """The folder of a run that came to its end."""
    measure_under([old, new], arguments(large), large.parent / "finished")
    return large.parent / "finished"


@pytest.mark.parametrize(("kind", "part"), [("large", 0.5), *(("lines", n / 4) for n in range(4))])
def test_a_full_disk_is_told_and_leaves_the_former_result(
    old: Json,
    new: Json,
    request: pytest.FixtureRequest,
    finished: Path,
    tmp_path: Path,
    kind: str,
    part: float,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, path = tmp_path / "out", request.getfixturevalue(kind)
    shutil.copytree(finished, out)
    before = contents(out)
    with full_after(int(part * max(map(len, before.values())))):
        status = measure_under([old, new], arguments(path, language="en"), out)
    assert status == 1
    assert "the result was not written" in capsys.readouterr().err
    assert contents(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_ctrl_c_ends_the_run_with_its_workers_and_leaves_nothing(
    large: Path, tmp_path: Path
) -> None:
    command = ["build.py", "exposure", "--applications", str(large), "--workers", "2",
               "--out", str(tmp_path / "out")]  # fmt: skip
    run = subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8",
        start_new_session=True,
    )  # fmt: skip
    own = psutil.Process(run.pid)
    while not own.children() and run.poll() is None:
        time.sleep(0.02)
    workers = own.children(recursive=True)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does
    _, told = run.communicate(timeout=60)
    assert run.returncode not in (0, 3)
    assert "Traceback" not in told
    assert psutil.wait_procs(workers, timeout=60)[1] == []
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_broken_off_leaves_the_former_result(
    old: Json, finished: Path, large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    shutil.copytree(finished, out)
    before = contents(out)

    def stops(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("clauses.rosters.run.work", stops)
    with pytest.raises(KeyboardInterrupt):
        measure_under([old], arguments(large), out)
    assert contents(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
