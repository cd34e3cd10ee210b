"""What the browser runs: locked npm packages in node_modules, installed by Node.

Node is that of the machine, or else a Python package brings it into .venv. No package may run a
script while it is installed.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

from project_setup.environment import Environment
from project_setup.messages import Messages, SetUpError
from project_setup.programs import answer, run

OLDEST = 18
"""The oldest Node that runs the parts."""
NPM = ("ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund")
QUIET = ("--no-update-notifier", "--loglevel=error")


class BrowserParts:
    """The folder node_modules of one checkout."""

    def __init__(self, root: Path, messages: Messages) -> None:
        version = (root / ".python-version").read_text(encoding="utf-8").strip()
        self._root = root
        self._messages = messages
        self._environment = Environment(root, version, messages)
        # Node may stand in .venv, where it goes before one that is too old
        own = str(self._environment.python.parent)
        self._path = os.pathsep.join([own, os.environ.get("PATH", os.defpath)])

    def install(self) -> None:
        """Install Node and the parts, each only where it is missing or has changed."""
        started = time.monotonic()
        if not self._has_node():
            self._messages.say("node-missing", oldest=OLDEST)
            self._environment.install_list("node", ["requirements-node.txt"])
            if not self._has_node():
                raise SetUpError("no-node", oldest=OLDEST)
        if not is_installed(self._root):
            self._messages.say("installing-browser-parts")
            if not run([self._program("npm"), *NPM, *QUIET], **self._options()):
                raise SetUpError("browser-parts-failed")
        self._messages.say("compressing")
        module = [str(self._environment.python), "-m", "wizard.packing.gzipped"]
        if not run(module, **self._options()):
            raise SetUpError("compressing-failed")
        (self._root / "node_modules" / ".installed").touch()  # make looks at its time
        seconds = f"{time.monotonic() - started:.0f}"
        self._messages.say("browser-parts-ready", seconds=seconds)

    def _program(self, name: str) -> str:
        """Return a program with its ending, such as `npm.cmd`: no shell has to find it."""
        return shutil.which(name, path=self._path) or name

    def _has_node(self) -> bool:
        version = answer([self._program("node"), "--version"]) or ""
        number = version.lstrip("v").split(".")[0]
        if not number.isdigit() or int(number) < OLDEST:
            return False
        return answer([self._program("npm"), "--version"]) is not None

    def _options(self) -> dict[str, object]:
        environment = {**os.environ, "PATH": self._path, "PYTHONUTF8": "1"}
        return {"cwd": str(self._root), "env": environment}


def is_installed(root: Path) -> bool:
    """Return whether node_modules holds what package-lock.json locks, by npm's own list of it."""
    try:
        wanted = _packages(root / "package-lock.json")
        found = _packages(root / "node_modules" / ".package-lock.json")
    except (OSError, ValueError, AttributeError, KeyError):
        return False
    for name, package in wanted.items():
        there = found.get(name)
        if there is None and not package.get("optional"):
            return False
        if there is not None and there.get("integrity") != package.get("integrity"):
            return False
    return set(found) <= set(wanted) and all((root / name).is_dir() for name in found)


def _packages(file: Path) -> dict[str, dict[str, object]]:
    packages = json.loads(file.read_text(encoding="utf-8"))["packages"]
    return {name: package for name, package in packages.items() if name}
