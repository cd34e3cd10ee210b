"""Lists anew which functions of the browser's Python the wizard calls in its ordinary way.

    .venv/bin/python -m tests.called

Chromium says which functions it compiles when it compiles none before it is called; the wizard's
tests run in it. The site that they run on is built with every function in the first file, so that a
list for another Pyodide can be made.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

from tests.browser.chromium import find_chromium  # noqa: E402
from wizard.runtime import find_runtime  # noqa: E402
from wizard.shipped import CALLED, MODULE, write_called  # noqa: E402

SITE = ROOT / "build" / "site-called"
EVERY = range(100_000)
TESTS = "cases examples functions results share start sums take_away typing way".split()
_SAYING = "--no-wasm-tier-up --wasm-lazy-compilation --trace-wasm-compilation-times"
_COMPILED = re.compile(r"Compiled function \S+#(\d+) using")
_CHROMIUM = """#!/bin/sh
exec stdbuf -oL '{program}' --js-flags='{saying}' "$@" >> '{log}'
"""


def main() -> None:
    """Write `wizard/called.txt`; where anything fails it stays as it was."""
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
    log, program = folder / "log", folder / "chromium"
    script = _CHROMIUM.format(program=find_chromium(), saying=_SAYING, log=log)
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    tests = ROOT / "tests" / "browser"
    files = [path for name in TESTS for path in sorted(tests.glob(f"test_*{name}.py"))]
    environment = {**os.environ, "CHROMIUM": str(program), "SITE": str(SITE)}
    subprocess.run([sys.executable, "build.py", "site", "--out", SITE], cwd=ROOT, check=True)
    pytest = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile"]
    subprocess.run([*pytest, *files], cwd=ROOT, env=environment, check=True)
    return log.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
