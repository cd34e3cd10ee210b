"""Runs `build.py` as a user does, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
Done = subprocess.CompletedProcess[str]


def run(
    *args: str, stdin: str | bytes = "", root: Path = ROOT, locale: str = "C.UTF-8"
) -> "subprocess.CompletedProcess[str]":
    """Run `build.py` as a user does."""
    done = subprocess.run(
        [sys.executable, str(root / "build.py"), *args],
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        cwd=root,
        env={**os.environ, "LC_ALL": locale},
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err, err
    return Done(done.args, done.returncode, out, err)
