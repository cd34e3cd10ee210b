"""One archive of compiled modules: standard library, engine, renderer and what they need.

Pyodide compiles its own standard library at each start; this archive stands in its place and
holds only what a run of everything loads (`needed.mjs`). `pyodide py-compile` of pyodide-build
compiles whole wheels without optimising, with dates in them and without leaving anything out, so
the packing is done here.
"""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from wizard.kept import files_in, fingerprint, kept, short_hash
from wizard.lean import lean, ready_made
from wizard.runtime import CannotPack, Runtime, check_python, node

HERE = Path(__file__).resolve().parent
OWN = {name: HERE / name for name in ("eligibility", "nearness", "answers", "results")}
FROM_OUTSIDE = ("jinja2", "markupsafe")
FOR_WORKBOOKS = "xlsxwriter"
"""Loaded with the first workbook, in an archive of its own (`results.workbook`)."""

ALWAYS = (
    "_strptime calendar locale html/__init__ html/entities traceback linecache urllib/parse "
    "fractions decimal _pydecimal numbers copy pprint textwrap unicodedata "
    "encodings/ascii encodings/cp437 encodings/utf_8_sig encodings/latin_1 "
    "encodings/unicode_escape encodings/raw_unicode_escape"
).split()
"""Modules that rare paths load (errors, dates, encodings), kept beside those found by running."""
BUILT_IN = {"importlib/_bootstrap.py", "importlib/_bootstrap_external.py"}
"""Loaded by every Python from its own program, never from a file."""
ALWAYS_OUTSIDE = ("jinja2/debug.py",)


@dataclass(frozen=True)
class Needed:
    """What a run of everything loaded."""

    standard_library: list[str]
    packages: list[str]
    dataclasses: list[str]
    """The source that `dataclasses` writes for the methods of each class, see `lean.ready_made`."""
    workbook_library: list[str]
    """What of the standard library only a workbook loaded."""
    workbook_packages: list[str]


def pack(runtime: Runtime, document: Callable[[], str], cache: Path) -> dict[str, Path]:
    """Return the archives by their use: `archive` for the start, `workbook` for workbooks alone.

    They are packed anew only when a source, the runtime or the packing changes. `document` is asked
    for the policy document where it is needed, as late as can be.
    """
    packages = package_files()
    own = {file: content for name in OWN for file, content in packages[name].items()}
    outside = {file: content for name in FROM_OUTSIDE for file, content in packages[name].items()}
    writer = {
        f"{FOR_WORKBOOKS}/{name}": content for name, content in _shipped(_folder(FOR_WORKBOOKS))
    }
    tools = [(HERE / tool).read_bytes() for tool in ("needed.mjs", "rehearsal.py")]
    library = lean(runtime.standard_library())
    sources = [*_flat(own), *_flat(outside), *_flat(writer), *_flat(library),
               json.dumps(runtime.lock_info)]  # fmt: skip
    found = kept(
        cache,
        "needed",
        fingerprint([*sources, *tools]),
        lambda out: _rehearse(runtime, library, document, out),
    )
    needed = Needed(**json.loads((found / "needed.json").read_text()))
    standard = {*needed.standard_library, *(f"{name}.py" for name in ALWAYS)} - BUILT_IN
    loaded = {*needed.packages, *ALWAYS_OUTSIDE}
    files = {name: library[name] for name in standard if name in library}
    files |= own | {name: content for name, content in outside.items() if name in loaded}
    files["dataclasses.py"] = ready_made(library["dataclasses.py"])
    files["_dataclass_code.json"] = json.dumps(needed.dataclasses).encode()
    later = {name: library[name] for name in needed.workbook_library if name not in files}
    # a package is found in one archive only, so what belongs to a package of the start lies there
    belonging = {name for name in later if name.rpartition("/")[0] + "/__init__.py" in files}
    files |= {name: later.pop(name) for name in belonging}
    later |= {name: writer[name] for name in needed.workbook_packages if name in writer}
    return {
        "archive": _archive("app", files, cache / "archives"),
        "workbook": _archive("workbook", later, cache / "archives"),
    }


def _archive(name: str, files: dict[str, bytes], cache: Path) -> Path:
    compiler = (HERE / "compiling.py").read_bytes()
    key = fingerprint([*_flat(files), compiler, sys.version])
    made = kept(cache, name, key, lambda out: write_archive(files, out, name))
    return next(made.glob(f"{name}-*.zip"))


def package_files() -> dict[str, dict[str, bytes]]:
    """Return the sources of every package of the archive, as they stand in a wheel."""
    folders = {**OWN, **{name: _folder(name) for name in FROM_OUTSIDE}}
    return {
        name: {f"{name}/{file}": content for file, content in _shipped(folder)}
        for name, folder in folders.items()
    }


def write_archive(files: dict[str, bytes], out: Path, name: str) -> None:
    """Compile and pack files by name into an archive of a folder, named by its hash."""
    archive = out / "packed.zip"
    with tempfile.TemporaryDirectory() as staged:
        for file, content in files.items():
            path = Path(staged) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = subprocess.run(
            [sys.executable, "-P", "-s", "-S", "-B", "-X", "no_debug_ranges",
             str(HERE / "compiling.py"), staged, str(archive)],
            env={**environment, "PYTHONHASHSEED": "0"},
            capture_output=True,
            encoding="utf-8",
        )  # fmt: skip
    if done.returncode:
        raise CannotPack(f"compiling for the browser failed:\n{done.stderr.strip()}")
    archive.rename(out / f"{name}-{short_hash(archive.read_bytes())}.zip")


def _rehearse(
    runtime: Runtime, library: dict[str, bytes], document: Callable[[], str], out: Path
) -> None:
    packages = [f"{name}={folder}" for name, folder in OWN.items()]
    packages += [f"{name}={_folder(name)}" for name in (*FROM_OUTSIDE, FOR_WORKBOOKS)]
    script, run, stdlib = str(HERE / "needed.mjs"), str(HERE / "rehearsal.py"), out / "stdlib.zip"
    with zipfile.ZipFile(stdlib, "w") as archive:
        for name, content in library.items():
            archive.writestr(name, content)
    printed = node(script, str(runtime.folder), str(stdlib), run, *packages, text=document)
    stdlib.unlink()
    found = json.loads(printed)
    check_python(found.pop("python"), found.pop("magic"))
    (out / "needed.json").write_text(json.dumps(found, indent=1))


def _shipped(folder: Path) -> list[tuple[str, bytes]]:
    """Modules and data of a package; what serves editors or other machines stays behind."""
    left = (".so", ".pyd", ".c", ".pyi", ".typed", ".md")
    return [(name, content) for name, content in files_in(folder) if not name.endswith(left)]


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise CannotPack(f"{package} is not installed: run make setup")
    return Path(spec.origin).parent


def _flat(files: dict[str, bytes]) -> list[bytes | str]:
    return [part for name in sorted(files) for part in (name, files[name])]
