"""Archives of compiled modules: standard library, engine, renderer and what they need.

Pyodide compiles its own standard library at each start; an archive takes its place and holds
only what a run to the first sum loads (`import_trace`). Two more archives hold what results and
workbooks load after it. `pyodide py-compile` of pyodide-build compiles whole wheels without
optimising, with dates in them and without leaving anything out, so the packing is done here.
"""

import json
import sys
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from clauses.build_cache import BuildCache, files_in, fingerprint, short_hash
from clauses.renaming import rename
from wizard.packing.compiled import (
    COMPILER,
    PACKAGE,
    TEMPLATES,
    compile_archive,
    compiled_name,
    compiled_templates,
)
from wizard.packing.import_trace import PARTS, RECORDER, TOOLS, read_needed, trace_imports
from wizard.packing.patched_stdlib import patched, ready_made
from wizard.packing.runtime import PackingError, Runtime

HERE = Path(__file__).resolve().parent
OWN = {
    name: HERE.parent / name
    for name in ("eligibility", "nearness", "amounts", "answers", "results", "between_editions")
}
FROM_OUTSIDE = ("jinja2", "markupsafe")
FOR_THE_BUILD = "mechanisms/declaration.py"
"""Imported below `if __debug__:` alone, which the compiler leaves out (decision 25)."""
FOR_COMPOSED_SUMS = ("eligibility/mechanisms/parts/", "eligibility/mechanisms/composed.")
"""Left out if no edition composes a sum (decision 43)."""
FOR_THE_COMMAND_LINE = "__main__.py"
"""Runs the engine where it was installed from its wheel."""
FOR_WORKBOOKS = "xlsxwriter"
"""Loaded with the first workbook (`results.workbook`)."""

ALWAYS = (
    "_strptime calendar locale html/__init__ traceback linecache urllib/parse "
    "fractions decimal _pydecimal numbers copy pprint textwrap unicodedata "
    "encodings/ascii encodings/cp437 encodings/utf_8_sig encodings/latin_1 "
    "encodings/unicode_escape encodings/raw_unicode_escape"
).split()
"""Modules that rare paths load (errors, dates, encodings), added to those found by the run.

They are in the second archive: a question that needs one earlier is asked again (`serve.js`).
"""
BUILT_IN = {"importlib/_bootstrap.py", "importlib/_bootstrap_external.py"}
"""Part of the Python program itself, never read from a file."""
ALWAYS_OUTSIDE = ("jinja2/debug.pyc",)

USES = {"archive": "app", "results": "results", "workbook": "workbook"}
"""The beginning of the name of each archive, by its use: one for each of `PARTS`, in that order.

The first replaces the standard library; the others are added to it in the browser.
"""
CODE = {"start": "_dataclass_code.json", "results": "_dataclass_code_of_results.json"}
"""The files with the compiled methods of dataclasses; see `patched_stdlib.ready_made`."""

Files = dict[str, bytes]


def pack(
    runtime: Runtime,
    document: Callable[[], str],
    cache: Path,
    under_way: Callable[[], object] = lambda: None,
    unused: Callable[[], tuple[str, ...]] = tuple,
) -> dict[str, Path]:
    """Return the archives by their use, `USES`.

    They are packed again only when a source, the runtime or the packing changes. `document` returns
    the policy document and is called as late as possible; `under_way` is called once another
    process does the work. `unused` tells with which names the files begin that no edition needs,
    and may wait for the editions.
    """
    packages = package_files()
    own = {file: content for name in OWN for file, content in packages[name].items()}
    outside = {file: content for name in FROM_OUTSIDE for file, content in packages[name].items()}
    outside |= {
        f"{FOR_WORKBOOKS}/{name}": content for name, content in _shipped(_folder(FOR_WORKBOOKS))
    }
    library = patched(runtime.standard_library())
    tools = [path.read_bytes() for path in (*TOOLS, COMPILER)]
    sources = fingerprint([*_flat(own), *_flat(outside), *tools, sys.version])

    def packages_compiled() -> Path:
        """Compile every package completely; which modules are needed is not known yet."""

        def make(out: Path) -> None:
            ready = compiled_templates(packages[PACKAGE], cache)
            others = {name: own[name] for name in own if not name.startswith(TEMPLATES)}
            files = {**others, **ready, **outside, RECORDER.name: RECORDER.read_bytes()}
            compile_archive(files, out / "packages.zip")

        return BuildCache(cache).folder("packages", [sources], make) / "packages.zip"

    def packages_and_policy() -> tuple[Path, str]:
        under_way()
        return packages_compiled(), document()

    found = BuildCache(cache).folder(
        "needed",
        [sources, *_flat(library), json.dumps(runtime.lock_info)],
        lambda out: trace_imports(runtime, library, packages_and_policy, out),
    )
    under_way()  # the caller need not wait for the editions as well
    left = unused()
    with zipfile.ZipFile(packages_compiled()) as archive:
        names = [name for name in archive.namelist() if not name.startswith(left)]
        compiled = {name: archive.read(name) for name in names}
    parts = _parted(found, library, compiled)
    return {
        use: _archive(name, files, cache / "archives")
        for (use, name), files in zip(USES.items(), parts, strict=True)
    }


def _parted(found: Path, library: Files, compiled: Files) -> list[Files]:
    """Return the files that each part of the run needs, each file once, in the order of `PARTS`."""
    needed = read_needed(found)
    everything = {**library, **compiled}
    parts: list[Files] = [{} for _ in PARTS]
    part_of: dict[str, Files] = {}
    for part, files in zip(PARTS, parts, strict=True):
        names = [*needed[part].standard_library, *needed[part].packages]
        if part == "results":
            names += [*(f"{name}.py" for name in ALWAYS), *ALWAYS_OUTSIDE]
            names += [name for name in compiled if _is_own(name)]
        for name in sorted({*names} - BUILT_IN - {f"{RECORDER.name}c"}):
            if name in everything:
                # Python finds a package in one archive only: all of it goes to its first module
                top = part_of.setdefault(name.partition("/")[0], files)
                top.setdefault(name, everything[name])
    parts[0]["dataclasses.py"] = ready_made(library["dataclasses.py"])
    for files, (part, name) in zip(parts, CODE.items(), strict=False):
        files[name] = json.dumps(needed[part].dataclasses).encode()
    return parts


def for_several_editions() -> tuple[str, ...]:
    """Return with which names the files begin that only a site of several editions needs."""
    template = [compiled_name(language, "between.html") for language in ("zh", "en")]
    return ("between_editions/", *template)


def package_files() -> dict[str, Files]:
    """Return the sources of every package of the archive, named as in a wheel."""
    folders = {**OWN, **{name: _folder(name) for name in FROM_OUTSIDE}}
    return {
        name: {f"{name}/{file}": content for file, content in _shipped(folder)}
        for name, folder in folders.items()
    }


def _archive(name: str, files: Files, cache: Path) -> Path:
    def make(out: Path) -> None:
        archive = out / "packed.zip"
        compile_archive(files, archive)
        rename(archive, out / f"{name}-{short_hash(archive.read_bytes())}.zip")

    key = [*_flat(files), COMPILER.read_bytes(), sys.version]
    return next(BuildCache(cache).folder(name, key, make).glob(f"{name}-*.zip"))


def _is_own(name: str) -> bool:
    return name.partition("/")[0] in OWN


def _shipped(folder: Path) -> list[tuple[str, bytes]]:
    """Return modules and data of a package, without what only others use."""
    left = (".so", ".pyd", ".c", ".pyi", ".typed", ".md", FOR_THE_BUILD, FOR_THE_COMMAND_LINE)
    return [(name, content) for name, content in files_in(folder) if not name.endswith(left)]


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise PackingError("tool-missing", name=package)
    return Path(spec.origin).parent


def _flat(files: Files) -> list[bytes | str]:
    return [part for name in sorted(files) for part in (name, files[name])]
