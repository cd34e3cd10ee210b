"""The standard library as the browser gets it, without imports that the wizard never uses.

Pyodide imports modules at its start for consoles, coroutines, packages and typed calls into the
page: half of the time that Python takes until the first sum. The files in `stubs` replace the
modules that import these, and `_PATCHES` changes single lines. Each was measured by itself
(decision 23). All of them are tied to the exact text of what they replace, so that another Pyodide
stops the packing, and never a visitor's page.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from clauses.build_cache import files_in
from wizard.packing.runtime import PackingError

STUBS = Path(__file__).resolve().parent / "stubs"
HERE = "wizard/packing/patched_stdlib.py"

REPLACED = {
    "_pyodide/_base.py": "30f2cbd385ce02fe",
    "_pyodide/docstring.py": "c50fd26c0dac8690",
    "_pyodide/jsbind.py": "1f6cdda94963d149",
    "asyncio/__init__.py": "61102f2b5f8fb832",
    "inspect.py": "d92f922cb947f058",
    "pyodide/_package_loader.py": "6c82aaf31cfe06b4",
    "pyodide/code.py": "dbd497a03283d22e",
    "pyodide/webloop.py": "4d36b1963712b673",
}
"""The modules that a stub replaces, with the beginning of the SHA-256 of the text compared."""

_PATCHES = (
    # names kept for code written before Python 3.11; importing them loads tempfile and zipfile
    ("importlib/abc.py", "from .resources import abc as _resources_abc\n", ""),
    ("importlib/abc.py", "if name in _resources_abc.__all__:", "if False:"),
    # the signature as a docstring; docstrings are left out
    ("dataclasses.py", "import inspect\n", ""),
    ("dataclasses.py", "inspect.get_annotations(cls)", 'cls.__dict__.get("__annotations__", {})'),
    ("dataclasses.py", "str(inspect.signature(cls)).replace(' -> None', '')", "''"),
)
"""File, text in it, replacement."""


def patched(library: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the standard library with its stubs and patches.

    A module with a stub stays next to it as `_whole_…`. Raises `PackingError` where a module is
    missing or is not the one that the stub or patch was written for.
    """
    stubs = _stubs(library)
    found = {**library, **{f"_whole_{name}": library[name] for name in stubs}, **stubs}
    for name, old, new in _PATCHES:
        found[name] = _replaced(found.get(name, b""), name, old, new)
    return found


def ready_made(source: bytes) -> bytes:
    """Return a `dataclasses` that finds the methods it would write compiled already.

    Writing and compiling these methods is a large part of the time that importing the engine takes.
    A class that is not found is compiled as usual.
    """
    compiles = "exec(txt, self.globals, ns)"
    looks = "exec(_ready_made.get(txt, txt), self.globals, ns)"
    source = _replaced(source, "dataclasses.py", compiles, looks)
    imports = "import re\nfrom _dataclass_code import CODE as _ready_made\n"
    return _replaced(source, "dataclasses.py", "import re\n", imports)


def _stubs(library: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the stub of each module, once the module is the one that it was written for."""
    for name, known in REPLACED.items():
        if name not in library:
            raise PackingError("module-missing", name=name, see=HERE)
        found = hashlib.sha256(library[name]).hexdigest()[: len(known)]
        if found != known:
            raise PackingError("module-differs", name=name, found=found, wanted=known, see=HERE)
    stubs = dict(files_in(STUBS))
    return {name: stubs[name] for name in REPLACED}


def _replaced(source: bytes, name: str, old: str, new: str) -> bytes:
    """Return a module with a text replaced that must be in it exactly once."""
    count = source.count(old.encode())
    if count != 1:
        raise PackingError("text-differs", name=name, text=old.strip(), count=count, see=HERE)
    return source.replace(old.encode(), new.encode())
