"""The browser's Python: Pyodide from the npm registry, checked."""

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

from clauses.messages import Failure

ROOT = Path(__file__).resolve().parents[2]
NODE_MODULES = ROOT / "node_modules"
VERSION = "0.29.5"


class CannotPack(Failure):
    """The wizard cannot be packed; the text says what is missing and how to mend it."""


@dataclass(frozen=True)
class Runtime:
    """An installed Pyodide of the version that this project ships."""

    folder: Path

    @property
    def lock_info(self) -> dict[str, str]:
        """What the loader checks itself against: versions of Python, platform and ABI."""
        lock: dict[str, Any] = json.loads((self.folder / "pyodide-lock.json").read_text())
        info: dict[str, str] = lock["info"]
        return info

    def standard_library(self) -> dict[str, bytes]:
        """Return the sources of the standard library by their names in its archive."""
        with zipfile.ZipFile(self.folder / "python_stdlib.zip") as archive:
            return {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}


def find_runtime(folder: Path = NODE_MODULES / "pyodide") -> Runtime:
    """Return the installed Pyodide; raises `CannotPack` where it is missing or another one."""
    package = folder / "package.json"
    if not package.is_file():
        raise CannotPack("tool-missing", name="Pyodide")
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    if version != VERSION:
        raise CannotPack("pyodide-version", version=version, wanted=VERSION)
    return Runtime(folder)


def check_python(python: str, magic: str) -> None:
    """Make sure that modules compiled here run in the browser; raises `CannotPack` if not."""
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    there = ".".join(python.split(".")[:2])
    if here != there:
        raise CannotPack("python-version", here=here, there=there)
    own = importlib.util.MAGIC_NUMBER.hex()
    if own != magic:
        raise CannotPack("python-form", here=here, own=own, magic=magic, there=there)


def node(*arguments: str, text: Callable[[], str] = str) -> str:
    """Run Node and return what it prints; raises `CannotPack` with its own words if it fails.

    `text` is asked for what Node reads from its standard input once Node is running.
    """
    program = shutil.which("node")
    if program is None:
        raise CannotPack("tool-missing", name="Node")
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
        raise CannotPack(
            "program-failed", name=f"node {Path(arguments[0]).name}", said=said.strip()
        )
    return out
