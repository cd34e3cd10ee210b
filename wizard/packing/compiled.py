"""Compiles modules for the browser, in an interpreter of its own (`compiling.py`)."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from wizard.packing.runtime import CannotPack

COMPILER = Path(__file__).resolve().with_name("compiling.py")


def compile_archive(files: Mapping[str, bytes], archive: Path) -> None:
    """Write files by their names into an archive, modules compiled; the same bytes each time."""
    with tempfile.TemporaryDirectory() as staged:
        for file, content in files.items():
            path = Path(staged) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = subprocess.run(
            [sys.executable, "-P", "-s", "-S", "-B", "-X", "no_debug_ranges",
             str(COMPILER), staged, str(archive)],
            env={**environment, "PYTHONHASHSEED": "0"},
            capture_output=True,
            encoding="utf-8",
        )  # fmt: skip
    if done.returncode:
        raise CannotPack("compiling-failed", said=done.stderr.strip())
