"""What several processes of one run need is made by the first of them that asks for it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(
    tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]
) -> Path:
    """Return a folder that `make` fills, or that another process of this run has filled.

    Nobody may change it. `MADE=folder` in the environment keeps it there for the next part of the
    tests, as `make test` does.
    """
    base = tmp_path_factory.getbasetemp()
    # side by side, each process has a folder of its own in that of the run
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    if kept := os.environ.get("MADE"):
        root = Path(kept).resolve()
        root.mkdir(parents=True, exist_ok=True)
    folder, unfinished = root / name, root / f"{name}.unfinished"
    with FileLock(root / f"{name}.lock"):
        if not folder.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder
