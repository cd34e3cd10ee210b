"""Finds the Python that the project needs on this machine, or lets uv bring it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from project_setup.messages import Messages, SetUpError
from project_setup.programs import (
    WINDOWS,
    answer,
    environment_program,
    environment_python,
    json_answer,
    run,
)

PROBE = """
import importlib.util as u, json, struct, sys
venv = bool(u.find_spec("venv") and u.find_spec("ensurepip"))
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps([base, "%d.%d" % sys.version_info[:2], struct.calcsize("P") * 8, venv]))
"""


class Python(NamedTuple):
    """An interpreter, as it describes itself."""

    program: str
    version: str
    bits: int
    makes_environments: bool
    """It has `venv` and `ensurepip`, which Debian keeps in a package of their own."""


def find_python(version: str, root: Path, messages: Messages) -> Python:
    """Return a 64-bit Python of this version that can make an environment.

    Raises `SetUpError` that says what was found instead.
    """
    unfit: list[Python] = []
    for command in candidates(version, root):
        python = probe(command)
        if python is None or python.version != version:
            continue
        if python.bits == 64 and python.makes_environments:
            return python
        unfit.append(python)
    if unfit:
        reason = "python-without-venv" if unfit[0].bits == 64 else "python-32-bit"
        raise SetUpError(reason, version=version, program=unfit[0].program)
    return _brought_by_uv(version, root, messages)


def candidates(version: str, root: Path) -> Iterator[list[str]]:
    """Yield the commands that may start it: this one, those on the path, those of launchers."""
    yield [sys.executable]
    for name in ("python" + version, "python3", "python"):
        program = shutil.which(name)
        if program:
            yield [program]
    if shutil.which("py"):
        yield ["py", "-" + version]
    uv = _uv(root)
    if uv:
        found = answer([uv, "python", "find", "--quiet", "--system", version])
        if found:
            yield [found]


def probe(command: Sequence[str]) -> Python | None:
    """Return what an interpreter says of itself, None where there is none.

    On Windows `python` may be a stub that only opens the shop.
    """
    found = json_answer([*command, "-I", "-c", PROBE])
    return Python(*found) if isinstance(found, list) and len(found) == 4 else None


def _brought_by_uv(version: str, root: Path, messages: Messages) -> Python:
    uv = _uv(root) or _private_uv(root, messages)
    if uv:
        messages.say("bringing-python", version=version)
        run([uv, "python", "install", "--quiet", version])
        found = answer([uv, "python", "find", "--quiet", "--system", version])
        python = probe([found]) if found else None
        if python:
            return python
    raise SetUpError("no-python", version=version, here="{}.{}.{}".format(*sys.version_info))


def _uv(root: Path) -> str | None:
    own = environment_program(root / ".uv", "uv")
    return next((uv for uv in (shutil.which("uv"), str(own)) if uv and answer([uv, "-V"])), None)


def _private_uv(root: Path, messages: Messages) -> str | None:
    """Install uv into the folder .uv, which only this project uses; None where that fails."""
    folder = root / ".uv"
    messages.say("installing-uv")
    made = run([sys.executable, "-m", "venv", "--clear", str(folder)])
    pip = [str(environment_python(folder, WINDOWS)), "-m", "pip", "install", "--quiet"]
    pip += ["--disable-pip-version-check", "--require-hashes"]
    made = made and run([*pip, "-r", str(root / "requirements-uv.txt")])
    return _uv(root) if made else None
