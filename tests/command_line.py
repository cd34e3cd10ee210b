"""Runs `build.py` as a user does, in this process or in one of its own."""

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

import build

ROOT = Path(__file__).parents[1]
Done = subprocess.CompletedProcess[str]


def run(*args: str, stdin: str | bytes = "", locale: str = "C.UTF-8") -> Done:
    """Run a command in this process, which saves starting Python and reading the policy."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(_bytes(stdin)), "utf-8")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setenv("LC_ALL", locale)
        patch.setenv("PATH", os.environ["PATH"])  # which the command changes
        patch.setattr("sys.stdin", given)
        with chdir(ROOT):
            try:
                status = build.main([*args])
            except SystemExit as ended:
                status = int(ended.code or 0)
    told = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        told.append(stream.read())
    return Done([*args], status, *told)


def start(*args: str, stdin: str | bytes = "", root: Path = ROOT, locale: str = "C.UTF-8") -> Done:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(root / "build.py"), *args],
        input=_bytes(stdin),
        capture_output=True,
        cwd=root,
        env={**os.environ, "LC_ALL": locale},
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err, err
    return Done(done.args, done.returncode, out, err)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
