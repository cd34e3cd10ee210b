"""Lists anew which functions of the browser's Python the wizard calls.

    .venv/bin/python -m tests.called

Chromium and Node say which functions they compile when they compile none before it is called. The
wizard's tests run in the one, what happens rarely in the other: one function that is missed costs
more time than many too many. The site that they run on is built with every function in the first
file, so that a list for another Pyodide can be made.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.chromium import find_chromium
from wizard.packing.compiled import compile_archive
from wizard.packing.import_tracer import RUN
from wizard.packing.runtime import find_runtime
from wizard.packing.runtime_files import CALLED, MODULE, write_called

ROOT = Path(__file__).resolve().parents[2]
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

HERE = Path(__file__).parent
SITE = ROOT / "build" / "site-called"
EVERY = range(100_000)
TESTS = (
    "cases cut examples faults files functions offline results script_in_fields share start sums "
    "take_away typing way"
).split()
_SAYING = "--no-wasm-tier-up --wasm-lazy-compilation --trace-wasm-compilation-times"
"""Switches of V8; others than these two programs need not know them."""
_COMPILED = re.compile(r"Compiled function \S+#(\d+) using")
_CHROMIUM = """#!/bin/sh
exec stdbuf -oL '{program}' --js-flags='{saying}' "$@" >> '{log}'
"""


def main() -> None:
    """Write `wizard/packing/called.txt`; where anything fails it stays as it was."""
    module = (find_runtime().folder / MODULE).read_bytes()
    before = CALLED.read_text(encoding="utf-8")
    CALLED.write_text(write_called(set(EVERY), module), encoding="utf-8")
    try:
        with tempfile.TemporaryDirectory() as folder:
            said = _said(Path(folder))
    except BaseException:
        CALLED.write_text(before, encoding="utf-8")
        raise
    called = {int(number) for number in _COMPILED.findall(said)}
    CALLED.write_text(write_called(called, module), encoding="utf-8")
    print(f"{len(called)} functions are called: {CALLED.relative_to(ROOT)}")


def _said(folder: Path) -> str:
    log = folder / "log"
    _run(sys.executable, "build.py", "site", "--out", SITE)
    _rarely(folder, log)
    _in_chromium(folder, log)
    return log.read_text(encoding="utf-8", errors="replace")


def _rarely(folder: Path, log: Path) -> None:
    files = {path.name: path.read_bytes() for path in (HERE / "rare.py", RUN)}
    compile_archive(files, folder / "rare.zip")
    wizard = SITE / "assets" / "wizard"
    names = ("policy-*.json", "app-*.zip", "results-*.zip", "workbook-*.zip")
    policy, archive, *archives = (next(wizard.glob(name)) for name in names)
    node = [shutil.which("node") or "node", "--expose-gc", *_SAYING.split()]
    given = [find_runtime().folder, policy, archive, folder / "rare.zip", *archives]
    with log.open("a") as out:
        _run(*node, HERE / "rare.mjs", *given, stdout=out)


def _in_chromium(folder: Path, log: Path) -> None:
    program = folder / "chromium"
    script = _CHROMIUM.format(program=find_chromium(), saying=_SAYING, log=log)
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    tests = ROOT / "tests" / "browser"
    files = [path for name in TESTS for path in sorted(tests.glob(f"test_*{name}.py"))]
    environment = {**os.environ, "CHROMIUM": str(program), "SITE": str(SITE)}
    side_by_side = ["-q", "-n", "auto", "--dist", "loadfile"]
    _run(sys.executable, "-m", "pytest", *side_by_side, *files, env=environment)


def _run(*command: str | Path, **options: Any) -> None:
    subprocess.run(command, cwd=ROOT, check=True, **options)


if __name__ == "__main__":
    main()
