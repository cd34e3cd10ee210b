"""The files of the browser's Python as they are sent: what the wizard calls first, then the rest.

`called.txt` lists the functions that the wizard calls; `make called` writes it. Beside the module
the loader's script loses what it says for modules that join later, of which the wizard has none.
"""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

from wizard.kept import fingerprint, kept
from wizard.runtime import CannotPack, Runtime
from wizard.splitting import NotWhole, split

CALLED = Path(__file__).with_name("called.txt")
SCRIPT, MODULE, REST = "pyodide.asm.js", "pyodide.asm.wasm", "pyodide.rest.wasm"
SHIPPED = (SCRIPT, MODULE, REST)
"""The loader, `pyodide.mjs`, is bundled into the worker."""

_FOR_OTHERS = re.compile(
    r'var (_[\w$]+)=Module\["\1"\]=(?:wasmExports\["([\w$]+)"\]|[\de]+);', re.ASCII
)
_NAME = re.compile(r"[\w$]+", re.ASCII)


def shipped(runtime: Runtime, cache: Path) -> list[Path]:
    """Return the files that a browser loads; raises `CannotPack` where another Pyodide is there."""
    script, module, loader = (
        (runtime.folder / name).read_bytes() for name in (SCRIPT, MODULE, "pyodide.mjs")
    )
    listed = CALLED.read_text(encoding="utf-8")
    code = [(CALLED.parent / name).read_bytes() for name in ("shipped.py", "splitting.py")]

    def make(out: Path) -> None:
        lean = lean_script(script.decode(), loader.decode())
        names = set(_NAME.findall(lean + loader.decode()))
        called = read_called(listed, module)
        try:
            parts = split(module, called, lambda name: bool({name, f"_{name}"} & names))
        except NotWhole as fault:
            raise CannotPack(f"{MODULE} of this Pyodide cannot be parted: {fault}") from None
        for name, content in zip(SHIPPED, [lean.encode(), *parts], strict=True):
            (out / name).write_bytes(content)

    folder = kept(cache, "shipped", fingerprint([script, module, loader, listed, *code]), make)
    return [folder / name for name in SHIPPED]


def lean_script(script: str, loader: str) -> str:
    """Leave out each name that the script gives to a function or a datum and neither of them uses.

    Such names serve modules that are loaded later, and calls by name from outside.
    """
    used = set(_NAME.findall(_FOR_OTHERS.sub("", script) + loader))
    return _FOR_OTHERS.sub(lambda line: line[0] if {line[1], line[2]} & used else "", script)


def read_called(text: str, module: bytes) -> Callable[[int], bool]:
    """Return what tells whether a function is called, from a list of numbers and ranges.

    Raises `CannotPack` where the list was made for another module.
    """
    made_for, *numbers = [line for line in text.splitlines() if not line.startswith("#")]
    if made_for != hashlib.sha256(module).hexdigest():
        raise CannotPack(f"{CALLED.name} was made for another {MODULE}: run make called")
    ranges = [number.partition("-") for line in numbers for number in line.split()]
    starts = [int(first) for first, _, _ in ranges]
    ends = [int(last or first) for first, _, last in ranges]

    def called(index: int) -> bool:
        place = bisect_right(starts, index) - 1
        return place >= 0 and index <= ends[place]

    return called


def write_called(called: set[int], module: bytes) -> str:
    """Return the list of the functions called, as `read_called` reads it."""
    ranges: list[list[int]] = []
    for index in sorted(called):
        if ranges and index == ranges[-1][1] + 1:
            ranges[-1][1] = index
        else:
            ranges.append([index, index])
    words = [f"{first}-{last}" if last > first else f"{first}" for first, last in ranges]
    lines = [hashlib.sha256(module).hexdigest()]
    for word in words:
        if len(lines) > 1 and len(lines[-1]) + len(word) < 100:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    head = f"# The functions of {MODULE} that the wizard calls; written by `make called`."
    return "\n".join(
        [head, f"# First the SHA-256 of {MODULE}, then numbers and ranges.", *lines, ""]
    )
