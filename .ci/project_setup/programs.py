"""Runs other programs, and knows where each system keeps them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

WINDOWS = os.name == "nt"
_PATIENCE = 60
"""Seconds that a program may take to say which version it is."""


def environment_python(folder: Path, windows: bool = WINDOWS) -> Path:
    """Return where a virtual environment has its Python."""
    return folder / ("Scripts/python.exe" if windows else "bin/python")


def environment_program(folder: Path, name: str, windows: bool = WINDOWS) -> Path:
    """Return where a virtual environment has a program that a package brought."""
    return environment_python(folder, windows).with_name(name + (".exe" if windows else ""))


def run(command: Sequence[str], **options: Any) -> bool:
    """Run a program, which prints for itself; return whether it succeeded."""
    try:
        return subprocess.run(list(command), **options).returncode == 0
    except OSError:
        return False


def answer(command: Sequence[str]) -> str | None:
    """Return what a program prints, or None where it is missing, fails or does not end."""
    try:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


def json_answer(command: Sequence[str]) -> Any:
    """Return the JSON that a program prints, or None."""
    try:
        return json.loads(answer(command) or "null")
    except ValueError:
        return None


def command_for_staff() -> str:
    """Return how this machine runs a Python program: Windows has `py`, or else `python`."""
    name = "py" if WINDOWS and shutil.which("py") else "python" if WINDOWS else "python3"
    return name + " build.py"
