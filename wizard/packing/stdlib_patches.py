"""A leaner Python for the browser, without what is loaded there but nothing uses.

Half of the time between the download and the first answer went into importing modules that serve
consoles, coroutines, packages and typed calls into the page (asyncio, inspect, subprocess,
tempfile, tokenize, …). The files in `standins` take the place of those modules of Pyodide that
ask for them; `_LATER` puts off what a module of the standard library imports for rare cases.
Pyodide and Jinja2 are pinned, so that a text which is not found is a fault of packing, never of a
visitor.
"""

from pathlib import Path

from wizard.packing.build_cache import files_in
from wizard.packing.runtime import CannotPack

STANDINS = Path(__file__).resolve().parent / "stubs"
_JINJA2 = "jinja2/"
"""Its templates come compiled, so that its compiler, two thirds of it, stays behind."""

_LATER = (
    # reading a source that the archive does not hold
    ("linecache.py", "    import tokenize\n", ""),
    ("linecache.py", "tokenize.open(", '__import__("tokenize").open('),
    # names kept for code written before Python 3.11
    ("importlib/abc.py", "from .resources import abc as _resources_abc\n", ""),
    ("importlib/abc.py", "if name in _resources_abc.__all__:", "if False:"),
    # the names of entities, 36 KB, for a text with entities to be read: here HTML is only written
    ("html/__init__.py", "from html.entities import html5 as _html5\n", ""),
    (
        "html/__init__.py",
        "        if s in _html5:\n",
        "        from html.entities import html5 as _html5\n        if s in _html5:\n",
    ),
    # the signature as a docstring, where docstrings are left out
    ("dataclasses.py", "import inspect\n", ""),
    ("dataclasses.py", "inspect.get_annotations(cls)", 'cls.__dict__.get("__annotations__", {})'),
    ("dataclasses.py", "str(inspect.signature(cls)).replace(' -> None', '')", "''"),
)
"""File, what stands in it, and what takes its place."""


def lean(library: dict[str, bytes]) -> dict[str, bytes]:
    """Return the standard library with its lean parts; raises `CannotPack` for another Pyodide."""
    found = dict(library)
    for name, content in files_in(STANDINS):
        if name.startswith(_JINJA2):
            continue
        if name not in found:
            raise CannotPack("other-pyodide", name=name, see="wizard/packing/stdlib_patches.py")
        found[name], found[f"_whole_{name}"] = content, found[name]
    for name, old, new in _LATER:
        text = found[name].decode()
        if text.count(old) != 1:
            raise CannotPack("other-pyodide", name=name, see="wizard/packing/stdlib_patches.py")
        found[name] = text.replace(old, new).encode()
    return found


def lean_jinja2(package: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of Jinja2 without its compiler; raises `CannotPack` for another Jinja2."""
    standins = {name: content for name, content in files_in(STANDINS) if name.startswith(_JINJA2)}
    for name in standins:
        if name not in package:
            raise CannotPack("other-package", name=name, see="wizard/packing/stdlib_patches.py")
    return package | standins


def ready_made(source: bytes) -> bytes:
    """Return a `dataclasses` that finds the methods it would write compiled already.

    Writing and compiling these methods is half of the time that importing the engine takes; a
    class that is not found is compiled as ever.
    """
    wanted = b"exec(txt, self.globals, ns)"
    if source.count(wanted) != 1:
        raise CannotPack(
            "other-pyodide", name="dataclasses.py", see="wizard/packing/stdlib_patches.py"
        )
    found = source.replace(wanted, b"exec(_ready_made.get(txt, txt), self.globals, ns)")
    return found.replace(
        b"import re\n", b"import re\nfrom _dataclass_code import CODE as _ready_made\n", 1
    )
