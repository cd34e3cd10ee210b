"""A folder is written in one step: never over another, never half, whatever happens."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clauses.preparing import writing
from clauses.preparing.errors import PreparingError
from clauses.preparing.writing import (
    preparing_lock,
    publish,
    replace_file,
    staged_edition,
    write_files,
)

NAME = "2021-01-01"
FILES = {f"{n:02d}.yml": f"number: {n}\n" * 200 for n in range(1, 60)}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_edition_appears_whole(tmp_path: Path) -> None:
    with staged_edition(tmp_path, NAME) as aside:
        write_files(aside / NAME, FILES | {"cases/03.yml": "[]\n"})
        assert not (tmp_path / NAME).exists()
        publish(aside, tmp_path, NAME)
    assert names(tmp_path) == [NAME]
    assert names(tmp_path / NAME) == sorted([*FILES, "cases"])


def test_without_being_published_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), staged_edition(tmp_path, NAME) as aside:
        write_files(aside / NAME, FILES)
        raise RuntimeError
    assert names(tmp_path) == []


def test_an_edition_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "mine.yml").write_text("a: 1\n")
    with pytest.raises(PreparingError), staged_edition(tmp_path, NAME) as aside:
        write_files(aside / NAME, FILES)
        publish(aside, tmp_path, NAME)
    assert names(tmp_path / NAME) == ["mine.yml"]


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing, "_to_disk", full)
    with pytest.raises(OSError, match="No space"), staged_edition(tmp_path, NAME) as aside:
        write_files(aside / NAME, FILES)
        publish(aside, tmp_path, NAME)
    assert names(tmp_path) == []


def test_a_list_on_a_full_disk_keeps_its_old_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pending.yml"
    path.write_text("pending: []\n")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, "pending: [x]\n")
    assert path.read_text() == "pending: []\n"
    assert names(tmp_path) == ["pending.yml"]


WRITER = """
import sys
from pathlib import Path
from clauses.preparing.writing import *
root = Path(sys.argv[1])
files = {f"{n:02d}.yml": f"number: {n}\\n" * 200 for n in range(1, 60)}
with staged_edition(root, "2021-01-01") as aside:
    print("begun", flush=True)
    write_files(aside / "2021-01-01", files)
    publish(aside, root, "2021-01-01")
"""


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.2, 0.4])
def test_a_killed_run_leaves_an_edition_that_is_whole_or_not_there(
    tmp_path: Path, after: float
) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(after)
    run.kill()
    run.wait()
    run.stdout.close()
    if (tmp_path / NAME).exists():
        assert len(names(tmp_path / NAME)) == len(FILES)
    with staged_edition(tmp_path, NAME):  # the next run takes away what was left
        left = [name for name in names(tmp_path) if name.startswith(".")]
        assert len(left) == 1
    assert names(tmp_path) in ([], [NAME])


def test_one_run_at_a_time_prepares(tmp_path: Path) -> None:
    holder = (
        "import sys; from pathlib import Path; from clauses.preparing.writing import *\n"
        "with preparing_lock(Path(sys.argv[1])):\n print('held', flush=True); sys.stdin.read()"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert run.stdout is not None
    run.stdout.readline()
    with pytest.raises(PreparingError) as told, preparing_lock(tmp_path, seconds=0.2):
        pass
    assert told.value.name == "prepare-other-run"
    run.communicate()
    with preparing_lock(tmp_path, seconds=5):
        pass
