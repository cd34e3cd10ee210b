"""The files of the browser's Python as they are sent: what the wizard calls first, then the rest.

`called.txt` lists the functions that the wizard calls; `make called` writes it. Beside the module
the loader's script loses what it says for modules that join later, of which the wizard has none.
"""

import hashlib
import re
from collections.abc import Set
from pathlib import Path
from textwrap import fill

from wizard.packing.build_cache import fingerprint, kept
from wizard.packing.runtime import CannotPack, Runtime
from wizard.packing.splitting import split
from wizard.packing.webassembly import NotKnown

CALLED = Path(__file__).with_name("called.txt")
SCRIPT, MODULE, REST = "pyodide.asm.js", "pyodide.asm.wasm", "pyodide.rest.wasm"
SHIPPED = (SCRIPT, MODULE, REST)
LOADER = "pyodide.mjs"
"""Bundled into the worker."""
CODE = ("runtime_files.py", "splitting.py", "webassembly.py")
"""What the files depend on, beside Pyodide and the list."""

_FOR_OTHERS = re.compile(
    r'var (_[\w$]+)=Module\["\1"\]=(?:wasmExports\["([\w$]+)"\]|[\de]+);', re.ASCII
)
_NAME = re.compile(r"[\w$]+", re.ASCII)


def shipped(runtime: Runtime, cache: Path) -> list[Path]:
    """Return the files that a browser loads; raises `CannotPack` where another Pyodide is there."""
    listed = CALLED.read_text(encoding="utf-8")
    given = [(runtime.folder / name).read_bytes() for name in (SCRIPT, MODULE, LOADER)]
    code = [(CALLED.parent / name).read_bytes() for name in CODE]

    def make(out: Path) -> None:
        called = read_called(listed, (runtime.folder / MODULE).read_bytes())
        for name, content in parted(runtime, called).items():
            (out / name).write_bytes(content)

    folder = kept(cache, "shipped", fingerprint([*given, listed, *code]), make)
    return [folder / name for name in SHIPPED]


def parted(runtime: Runtime, called: Set[int]) -> dict[str, bytes]:
    """Return the content of each file, with the functions that are called in the first.

    Whatever is called, both files together do the same. Raises `CannotPack`.
    """
    script, loader = ((runtime.folder / name).read_text("utf-8") for name in (SCRIPT, LOADER))
    lean = lean_script(script, loader)
    names = set(_NAME.findall(lean + loader))
    try:
        first, rest = split(
            (runtime.folder / MODULE).read_bytes(),
            called,
            lambda name: bool({name, f"_{name}"} & names),
        )
    except NotKnown as fault:
        raise CannotPack("cannot-part", module=MODULE, said=str(fault)) from None
    return {SCRIPT: lean.encode(), MODULE: first, REST: rest}


def lean_script(script: str, loader: str) -> str:
    """Leave out each name that the script gives to a function or a datum and neither of them uses.

    Such names serve modules that are loaded later, and calls by name from outside.
    """
    used = set(_NAME.findall(_FOR_OTHERS.sub("", script) + loader))
    return _FOR_OTHERS.sub(lambda line: line[0] if {line[1], line[2]} & used else "", script)


def read_called(text: str, module: bytes) -> set[int]:
    """Return the numbers of the functions called, from a list of numbers and ranges.

    Raises `CannotPack` where the list was made for another module.
    """
    made_for, *lines = [line for line in text.splitlines() if not line.startswith("#")]
    if made_for != hashlib.sha256(module).hexdigest():
        raise CannotPack("made-for-another", name=CALLED.name, module=MODULE)
    ranges = [word.partition("-") for line in lines for word in line.split()]
    return {
        number for first, _, last in ranges for number in range(int(first), int(last or first) + 1)
    }


def write_called(called: Set[int], module: bytes) -> str:
    """Return the list of the functions called, as `read_called` reads it."""
    runs: list[list[int]] = []
    for number in sorted(called):
        if number - 1 in called:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    words = ["-".join(map(str, run)) for run in runs]
    head = f"""\
# The functions of {MODULE} that the wizard calls; written by `make called`.
# First the SHA-256 of {MODULE}, then numbers and ranges.
{hashlib.sha256(module).hexdigest()}
"""
    return head + fill(" ".join(words), 100, break_on_hyphens=False) + "\n"
