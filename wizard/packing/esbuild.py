"""Runs esbuild, which bundles the scripts and styles of the site and of the form."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from clauses.messages import StaffError

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / "node_modules" / "@esbuild"
"""Where npm puts the program for this system; what is in `.bin` a shell would have to start."""
TARGET = "es2020"
"""The oldest browsers whose users should still be able to search: Chrome 86 and its like."""


class EsbuildError(StaffError):
    """esbuild, which `npm ci` brings, is not there or refused the scripts."""


def esbuild(entries: Iterable[tuple[str, Path]], out: Path, *options: str) -> None:
    """Bundle each source into a file of the given name, without its suffix, below `out`.

    Raises `EsbuildError` with esbuild’s own words.
    """
    command = [
        str(_program()),
        *(f"{name}={source}" for name, source in entries),
        f"--outdir={out}",
    ]
    command += ["--bundle", "--minify", "--charset=utf8", f"--target={TARGET}"]
    command += ["--log-level=warning", *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT)
    if done.returncode:
        raise EsbuildError("program-failed", name="esbuild", said=done.stderr.strip())


def _program() -> Path:
    for name in ("bin/esbuild", "esbuild.exe"):
        for program in PROGRAMS.glob(f"*/{name}"):
            return program
    raise EsbuildError("tool-missing", name="esbuild")
