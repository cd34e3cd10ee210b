"""The browser's Python: Pyodide from the npm registry, checked, pruned and tried."""

import importlib.util
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clauses.build_cache import BuildCache
from clauses.messages import StaffError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NODE_MODULES = ROOT / "node_modules"
VERSION = "0.29.5"

SCRIPT, MODULE = "pyodide.asm.js", "pyodide.asm.wasm"
SHIPPED = (SCRIPT, MODULE)
"""The files of Pyodide that a browser loads."""
LOADER = "pyodide.mjs"
"""Bundled into the worker."""
PRUNE, TRY = HERE / "prune_runtime.mjs", HERE / "try_runtime.mjs"


class PackingError(StaffError):
    """The wizard cannot be packed; the text says what is missing and how to fix it."""


@dataclass(frozen=True)
class Runtime:
    """An installed Pyodide of the version that this project ships."""

    folder: Path

    @property
    def lock_info(self) -> dict[str, str]:
        """What the loader checks itself against: versions of Python, platform and ABI."""
        lock: dict[str, Any] = json.loads(
            (self.folder / "pyodide-lock.json").read_text(encoding="utf-8")
        )
        info: dict[str, str] = lock["info"]
        return info

    def standard_library(self) -> dict[str, bytes]:
        """Return the sources of the standard library by their names in its archive."""
        with zipfile.ZipFile(self.folder / "python_stdlib.zip") as archive:
            return {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}


def find_runtime(folder: Path = NODE_MODULES / "pyodide") -> Runtime:
    """Return the installed Pyodide; raises `PackingError` where it is missing or another one."""
    package = folder / "package.json"
    if not package.is_file():
        raise PackingError("tool-missing", name="Pyodide")
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    if version != VERSION:
        raise PackingError("pyodide-version", version=version, wanted=VERSION)
    return Runtime(folder)


def check_python(python: str, magic: str) -> None:
    """Make sure that modules compiled here run in the browser; raises `PackingError` if not."""
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    there = ".".join(python.split(".")[:2])
    if here != there:
        raise PackingError("python-version", here=here, there=there)
    own = importlib.util.MAGIC_NUMBER.hex()
    if own != magic:
        raise PackingError("python-form", here=here, own=own, magic=magic, there=there)


def pruned(runtime: Runtime, cache: Path) -> list[Path]:
    """Return the files `SHIPPED` without what only modules loaded later could call.

    Exports that neither script nor loader names are removed, then whatever nothing refers to any
    more; the module is compiled to prove it sound. Pruned again only when Pyodide, Binaryen or the
    program changes. Raises `PackingError` where the files are not as the program expects them.
    """
    given = [(runtime.folder / name).read_bytes() for name in (*SHIPPED, LOADER)]
    lock = (ROOT / "package-lock.json").read_bytes()

    def make(out: Path) -> None:
        check_pruning(json.loads(node(str(PRUNE), str(runtime.folder), str(out))))
        # Node would take the script for a module, because this project's package.json says so
        (out / "package.json").write_bytes(b'{"type": "commonjs"}')

    folder = BuildCache(cache).folder("pruned", [*given, lock, PRUNE.read_bytes()], make)
    return [folder / name for name in SHIPPED]


def check_pruning(found: dict[str, Any]) -> None:
    """Make sure that the pruning understood the script and the module; raises `PackingError`.

    `found` is what `prune_runtime.mjs` prints.
    """
    if not found["recognised"] or found["recognised"] != found["assignments"]:
        raise PackingError(
            "script-differs", name=SCRIPT, found=found["recognised"], wanted=found["assignments"]
        )
    if missing := [*found["unknown"], *found["lost"]]:
        raise PackingError("export-missing", name=MODULE, names=", ".join(missing))
    if not 0 < found["kept"] < found["exports"]:
        raise PackingError("nothing-pruned", name=MODULE, kept=found["kept"], all=found["exports"])


def try_packed(
    runtime: Runtime, files: list[Path], archives: dict[str, Path], document: str, cache: Path
) -> None:
    """Start the pruned runtime with its archives under Node and compute once.

    Tried again only when one of these files changes. Raises `PackingError` with what was said.
    """
    loader = runtime.folder / LOADER
    started = [*files, archives["archive"], archives["results"]]

    def make(out: Path) -> None:
        given = json.dumps({"document": document, "lock": runtime.lock_info})
        arguments = [loader, files[0].parent, archives["archive"], archives["results"]]
        said = node(str(TRY), *map(str, arguments), text=lambda: given)
        (out / "tried.json").write_bytes(said.encode())

    key = [path.read_bytes() for path in (*started, loader, TRY)]
    BuildCache(cache).folder("tried", key, make)


def node(*arguments: str, text: Callable[[], str] = str) -> str:
    """Run Node and return what it prints; raises `PackingError` with its own words if it fails.

    `text` is asked for what Node reads from its standard input once Node is running.
    """
    program = shutil.which("node")
    if program is None:
        raise PackingError("tool-missing", name="Node")
    with subprocess.Popen(
        [program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    ) as running:
        try:
            out, said = running.communicate(text())
        except BaseException:
            running.kill()
            raise
    if running.returncode:
        raise PackingError(
            "program-failed", name=f"node {Path(arguments[0]).name}", said=said.strip()
        )
    return out
