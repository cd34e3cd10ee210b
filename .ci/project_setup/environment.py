"""The virtual environment .venv: made once, and filled with the locked packages."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from project_setup.interpreters import Python, probe
from project_setup.messages import Messages, SetUpError
from project_setup.programs import answer, environment_python, run

RECORD = "set-up.json"
"""Below .venv: what was installed, by the hash of what it was installed from."""
FOR_MAKE = ".installed"
"""Below .venv; make compares its time with those of the lists of packages."""


class Environment:
    """The environment of one checkout."""

    def __init__(self, root: Path, version: str, messages: Messages) -> None:
        self.root = root
        self.version = version
        self.folder = root / ".venv"
        self.python = environment_python(self.folder)
        self._messages = messages

    def is_sound(self) -> bool:
        """Return whether it runs the right Python, and is where it was made."""
        python = probe([str(self.python)]) if self.python.is_file() else None
        if python is None or python.version != self.version:
            return False
        # its programs name the folder in which it was made
        return self._record().get("root", str(self.root)) == str(self.root)

    def make(self, python: Python) -> None:
        """Make it again; raises `SetUpError` where something else is there, or in use."""
        self._messages.say("making-environment", version=self.version)
        if self.folder.exists() or self.folder.is_symlink():
            self._remove()
        if not run([python.program, "-m", "venv", str(self.folder)]):
            raise SetUpError("environment-failed", program=python.program)

    def install(self, tests: bool) -> None:
        """Install the locked packages and the project, each where it has changed."""
        self.install_list("packages", ["requirements.txt"])
        if tests:
            # both lists at once: the second is locked to agree with the first; most of what the
            # tests need is never imported
            lists = ["requirements.txt", "requirements-dev.txt"]
            self.install_list("test-packages", lists, "--no-compile")
        self._install_project()
        if tests:
            (self.folder / FOR_MAKE).touch()

    def install_list(self, name: str, lists: Sequence[str], *options: str) -> None:
        """Install what lists of packages lock, by their hashes."""
        key = _hash((self.root / file).read_bytes() for file in lists)
        if self._record().get(name) == key:
            return
        self._messages.say("installing-" + name)
        files = [word for file in lists for word in ("-r", str(self.root / file))]
        if not self._pip("--require-hashes", *options, *files):
            raise SetUpError("packages-failed", lists=", ".join(lists))
        self._remember(name, key)

    def _install_project(self) -> None:
        key = _hash([(self.root / "pyproject.toml").read_bytes()])
        if self._record().get("project") == key:
            return
        options = ("--no-deps", "--no-build-isolation", "--editable")
        if not self._pip(*options, str(self.root)):
            raise SetUpError("project-failed")
        self._remember("project", key)

    def _pip(self, *arguments: str) -> bool:
        python = str(self.python)
        if answer([python, "-m", "pip", "--version"]) is None:  # as in those that uv makes
            run([python, "-m", "ensurepip"], stdout=subprocess.DEVNULL)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        return run([*pip, *arguments], cwd=str(self.root))

    def _remove(self) -> None:
        """Remove a former environment, and nothing that is not one."""
        is_folder = self.folder.is_dir() and not self.folder.is_symlink()
        is_ours = is_folder and (
            (self.folder / "pyvenv.cfg").is_file() or not any(self.folder.iterdir())
        )
        if not is_ours:
            raise SetUpError("not-an-environment", folder=self.folder)
        try:
            shutil.rmtree(str(self.folder))
        except OSError as error:
            reason = error.strerror or str(error)
            raise SetUpError("environment-in-use", folder=self.folder, reason=reason) from None

    def _record(self) -> dict[str, str]:
        try:
            found = json.loads((self.folder / RECORD).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _remember(self, name: str, key: str) -> None:
        record = {**self._record(), "root": str(self.root), name: key}
        fresh = self.folder / (RECORD + ".new")
        fresh.write_bytes(json.dumps(record, indent=1).encode("utf-8"))
        fresh.replace(self.folder / RECORD)


def _hash(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()
