"""The same files make the same site to the byte, on any day, in any place, on any disk."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ANOTHER_DAY = Path(__file__).with_name("another_day")
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".uv", ".*cache*", "__pycache__", "node_modules"
)
BUILT = {"build", "site"}
"""Folders at the top of the project; `docs/site` holds code."""


def not_copied(folder: str, names: list[str]) -> set[str]:
    """Name what stays behind of a folder."""
    return NOT_COPIED(folder, names) | (BUILT if Path(folder) == ROOT else set())


def test_a_build_on_another_day_in_another_place_has_the_same_bytes(
    site: Path, tmp_path: Path
) -> None:
    project = tmp_path / "elsewhere"
    shutil.copytree(ROOT, project, ignore=not_copied)
    (project / "node_modules").symlink_to(ROOT / "node_modules")
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    environment |= {
        "PYTHONPATH": str(ANOTHER_DAY),
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
    }
    command = [sys.executable, "-c", "import datetime as d; print(d.date.today())"]
    later = subprocess.run(command, env=environment, capture_output=True, text=True)
    now = subprocess.run(command, capture_output=True, text=True)
    assert later.stdout > now.stdout, "the clock of the second build is not another one"

    command = [sys.executable, "build.py", "site", "--out", "out"]
    done = subprocess.run(command, env=environment, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    first, second = files(site), files(project / "out")
    assert sorted(first) == sorted(second)
    assert [name for name, content in first.items() if second[name] != content] == []


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a site by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
