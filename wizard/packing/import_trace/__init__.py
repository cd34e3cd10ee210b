"""Runs everything once in Pyodide before packing, to see which modules the browser will need."""

import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.packing.runtime import PackingError, Runtime, check_python, node

HERE = Path(__file__).resolve().parent
SCRIPT, RECORDER = HERE / "trace.mjs", HERE / "recorder.py"
TOOLS = (SCRIPT, RECORDER)
"""The result depends on these too, besides the files that are packed."""
PARTS = ("start", "results", "workbook")
"""The parts of the run: to the first sum, to everything on the page, to a workbook."""


@dataclass(frozen=True)
class Needed:
    """What a part of the run loaded that no part before it had loaded."""

    standard_library: list[str]
    packages: list[str]
    dataclasses: list[str]
    """The source that `dataclasses` writes for the methods of each class; compiled in the archive,
    see `patched_stdlib.ready_made`."""


def read_needed(folder: Path) -> dict[str, Needed]:
    """Return what `trace_imports` wrote: the parts of the run in their order, `PARTS`."""
    found = json.loads((folder / "needed.json").read_text(encoding="utf-8"))
    return {part: Needed(**found[part]) for part in PARTS}


def trace_imports(
    runtime: Runtime,
    library: Mapping[str, bytes],
    packages_and_policy: Callable[[], tuple[Path, str]],
    out: Path,
) -> None:
    """Write what is `Needed` in each part into a folder, as `needed.json`.

    `packages_and_policy` is called while Pyodide starts.
    """
    stdlib = out / "stdlib.zip"
    with zipfile.ZipFile(stdlib, "w") as archive:
        for name, content in library.items():
            archive.writestr(name, content)

    def text() -> str:
        packages, policy = packages_and_policy()
        return json.dumps({"packages": str(packages), "policy": policy})

    printed = node(str(SCRIPT), str(runtime.folder), str(stdlib), text=text)
    stdlib.unlink()
    found = json.loads(printed)
    check_python(found.pop("python"), found.pop("magic"))
    check_trace(found)
    (out / "needed.json").write_bytes(json.dumps(found, indent=1).encode())


def check_trace(found: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Make sure that the recorder understood this Pyodide; raises `PackingError` if not."""
    for kind, names in found[PARTS[0]].items():
        if not names:
            raise PackingError("trace-empty", kind=kind, see="wizard/packing/import_trace")
