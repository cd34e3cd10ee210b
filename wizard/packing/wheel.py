"""Builds the engine as two wheels for use elsewhere: a plain one and a compiled one.

hatchling builds the plain wheel from pyproject.toml. `pyodide py-compile` of pyodide-build compiles
it for the Python of the browser. `settle` then removes what depends on the time and the machine, so
that the same sources give the same bytes (decision 24).
"""

import base64
import csv
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from clauses.build_cache import BuildCache, files_in
from wizard.packing.runtime import ROOT, PackingError

SOURCES = ("pyproject.toml", "LICENSE")
PACKAGES = ("amounts", "answers", "eligibility", "nearness", "results")
"""As in pyproject.toml. The wheels are built again when one of their files changes."""
TOOLS = ("hatchling", "pyodide-build")

EPOCH = "1584316800"
"""Any fixed day, 16 March 2020: hatchling dates the files of a wheel with it."""
_DATE = (2020, 3, 16, 0, 0, 0)


@dataclass(frozen=True)
class Wheels:
    """Both wheels, in one folder."""

    plain: Path
    """For any Python 3.13 or later: `…-py3-none-any.whl`."""
    compiled: Path
    """For the Python that compiled it, that of Pyodide: `…-cp313-none-any.whl`."""

    def __iter__(self) -> Iterator[Path]:
        return iter((self.plain, self.compiled))


def wheels(cache: Path) -> Wheels:
    """Build both wheels, once for the same sources, and keep them below the folder `cache`.

    Raises `PackingError` with the output of the tool that failed, or `OSError` if the disk did.
    """
    folders = [(name, ROOT / "wizard" / name) for name in PACKAGES]
    files = [(f"{top}/{name}", content) for top, at in folders for name, content in files_in(at)]
    parts: list[bytes | str] = [
        *(part for file in files for part in file),
        *((ROOT / name).read_bytes() for name in SOURCES),
        *(version(tool) for tool in TOOLS),
        sys.version,
        Path(__file__).read_bytes(),
    ]
    folder = BuildCache(cache).folder("wheels", parts, _build)
    (plain,) = folder.glob("*-py3-none-any.whl")
    (compiled,) = set(folder.glob("*.whl")) - {plain}
    return Wheels(plain, compiled)


def _build(out: Path) -> None:
    _run("hatchling", "build", "-t", "wheel", "-d", str(out))
    (plain,) = out.glob("*.whl")
    _run("pyodide_cli", "py-compile", "--keep", "--silent", str(plain))
    (compiled,) = set(out.glob("*.whl")) - {plain}
    settle(compiled)


def _run(module: str, *arguments: str) -> None:
    """Run a tool in a fresh interpreter that compiles the same each time.

    The reference marks in a compiled module depend on the order of hashes. With the epoch set,
    Python writes the hash of the source into it instead of the time.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        # -P: pyodide-build imports a package named `build`, which the project’s build.py would hide
        [sys.executable, "-P", "-X", "utf8", "-X", "no_debug_ranges", "-m", module, *arguments],
        cwd=ROOT,
        env={**environment, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        name = f"{module} {arguments[0]}"
        said = (done.stderr or done.stdout).strip()
        # the tool's disk is ours: a full one is reported like any other failure to write
        if trouble := re.search(r"^(?:OS|Permission)Error: \[Errno (\d+)\] ([^:\n]*)", said, re.M):
            raise OSError(int(trouble[1]), trouble[2])
        raise PackingError("program-failed", name=name, said=said)


def settle(wheel: Path) -> None:
    """Give a compiled wheel a true record, its own tag and fixed dates.

    `pyodide py-compile` copies the record of the plain wheel, which lists modules that are no
    longer there, and its tag; it dates every file with the current time.
    """
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    (info,) = {name.partition("/")[0] for name in files if ".dist-info/" in name}
    tag = "-".join(wheel.stem.split("-")[-3:])
    lines = files[f"{info}/WHEEL"].decode().splitlines()
    lines = [f"Tag: {tag}" if line.startswith("Tag: ") else line for line in lines]
    files[f"{info}/WHEEL"] = "".join(f"{line}\n" for line in lines).encode()
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD")
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def _record(files: Mapping[str, bytes], own: str) -> bytes:
    """Return the RECORD of a wheel: each file with its SHA-256 and its size."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    for name, content in files.items():
        if name != own:
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
            rows.writerow([name, f"sha256={digest}", len(content)])
    rows.writerow([own, "", ""])
    return out.getvalue().encode()
