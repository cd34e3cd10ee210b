"""Lists modules that packed modules import, even inside functions, and that are not packed."""

import dis
import marshal
import zipfile
from _imp import is_frozen
from collections.abc import Iterable, Iterator
from importlib.machinery import BuiltinImporter, ExtensionFileLoader
from importlib.util import find_spec, resolve_name
from pathlib import Path
from types import CodeType

HEAD = 16
"""Bytes of a compiled module before its code."""


def unpacked(archives: Iterable[Path]) -> dict[str, set[str]]:
    """Return modules that are imported and in no archive, by the packages that import them.

    Modules built into Python, on this machine and in the browser, are not missing.
    """
    codes = {name: code for path in archives for name, code in _codes(path)}
    missing: dict[str, set[str]] = {}
    for module, (code, package) in codes.items():
        for name in _imports(code, package):
            if name not in codes and not _is_built_in(name):
                missing.setdefault(name, set()).add(module.partition(".")[0])
    return missing


def _codes(path: Path) -> Iterator[tuple[str, tuple[CodeType, str]]]:
    with zipfile.ZipFile(path) as archive:
        for file in archive.namelist():
            if file.endswith(".pyc"):
                name = file.removesuffix(".pyc").replace("/", ".")
                module = name.removesuffix(".__init__")
                package = module if name != module else module.rpartition(".")[0]
                yield module, (marshal.loads(archive.read(file)[HEAD:]), package)


def _imports(code: CodeType, package: str) -> Iterator[str]:
    """Return the full name of every module that is imported anywhere in a code object."""
    before: list[object] = []
    for instruction in dis.get_instructions(code):
        if instruction.opname == "IMPORT_NAME":
            level = next((value for value in before[-2:] if isinstance(value, int)), 0)
            name = instruction.argval
            yield resolve_name("." * level + name, package) if level else name
        before.append(instruction.argval)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _imports(inner, package)


def _is_built_in(name: str) -> bool:
    if name == "collections.abc" or is_frozen(name) or BuiltinImporter.find_spec(name):
        return True
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return False
    return spec is not None and isinstance(spec.loader, ExtensionFileLoader)
