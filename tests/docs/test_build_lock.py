"""One build of a checkout at a time; a waiting build names the other; a kill leaves no lock."""

import multiprocessing
import os
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from docs.site.build_lock import BuildRunningError, build_lock

FORK = multiprocessing.get_context("fork")


def hold(folder: Path, here: Connection) -> None:
    with build_lock(folder, lambda holder: None):
        here.send("held")
        here.recv()


def test_who_waits_is_told_who_holds_it_and_a_kill_frees_it(tmp_path: Path) -> None:
    here, there = FORK.Pipe()
    holder = FORK.Process(target=hold, args=(tmp_path, there))
    holder.start()
    assert here.recv() == "held"
    told: list[str] = []
    with pytest.raises(BuildRunningError) as refused, build_lock(tmp_path, told.append, 0.05):
        raise AssertionError("two hold one lock")
    assert f"process {holder.pid}, since 20" in told[0]
    assert refused.value.values == {"holder": told[0]}
    holder.kill()
    holder.join()
    with build_lock(tmp_path, told.append, 0.05):
        assert f'"process": {os.getpid()}' in (tmp_path / "build.lock.json").read_text("utf-8")
    assert len(told) == 1
    assert not (tmp_path / "build.lock.json").exists()


def test_a_record_of_the_holder_that_cannot_be_read_hinders_nothing(tmp_path: Path) -> None:
    record = tmp_path / "build.lock.json"
    record.write_text("[]", "utf-8")
    with build_lock(tmp_path, lambda holder: None, 0.05):
        assert record.read_text("utf-8") != "[]"
