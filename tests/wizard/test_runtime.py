"""Pruning refuses another Pyodide than it was written for, and what it writes is tried."""

from pathlib import Path
from typing import Any

import pytest

from wizard.packing.import_trace import check_trace
from wizard.packing.runtime import (
    LOADER,
    MODULE,
    SCRIPT,
    SHIPPED,
    PackingError,
    Runtime,
    check_pruning,
    find_runtime,
    pruned,
    try_packed,
)

FOUND = {
    "assignments": 9, "recognised": 9, "exports": 9, "kept": 3, "lost": [], "unknown": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("differs", "message"),
    [
        ({"assignments": 0, "recognised": 0}, r"pyodide\.asm\.js .*0 of 0 names"),
        ({"recognised": 8}, r"pyodide\.asm\.js .*8 of 9 names"),
        ({"unknown": ["malloc"]}, r"does not export .*malloc"),
        ({"lost": ["free"]}, r"does not export .*free"),
        ({"kept": 9}, "9 of 9 exports"),
        ({"kept": 0}, "0 of 9 exports"),
    ],
)
def test_a_runtime_of_another_form_is_refused(differs: dict[str, Any], message: str) -> None:
    check_pruning(FOUND)
    with pytest.raises(PackingError, match=message):
        check_pruning({**FOUND, **differs})


def copied(folder: Path) -> Runtime:
    """Return Pyodide in a folder of its own, where a test can change it."""
    folder.mkdir()
    for name in (*SHIPPED, LOADER, "pyodide-lock.json"):
        (folder / name).write_bytes((find_runtime().folder / name).read_bytes())
    return Runtime(folder)


def test_a_script_with_names_of_another_form_is_refused(tmp_path: Path) -> None:
    runtime = copied(tmp_path / "pyodide")
    script = runtime.folder / SCRIPT
    script.write_text(script.read_text("utf-8").replace('=wasmExports["', "=wasmExports['"))
    with pytest.raises(PackingError, match="names of exports are recognised"):
        pruned(runtime, tmp_path / "cache")


def test_a_module_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    runtime = copied(tmp_path / "pyodide")
    module = runtime.folder / MODULE
    module.write_bytes(module.read_bytes()[:-1000])
    with pytest.raises(PackingError, match=r"prune_runtime\.mjs failed"):
        pruned(runtime, tmp_path / "cache")


def test_files_that_do_not_start_are_refused(tmp_path: Path) -> None:
    runtime = find_runtime()
    archive = tmp_path / "empty.zip"
    archive.write_bytes(b"PK\5\6" + bytes(18))
    files = [runtime.folder / name for name in SHIPPED]
    with pytest.raises(PackingError, match=r"try_runtime\.mjs failed"):
        try_packed(
            runtime, files, {"archive": archive, "results": archive}, "{}", tmp_path / "cache"
        )


@pytest.mark.parametrize("kind", ["standard_library", "packages", "dataclasses"])
def test_a_run_that_recorded_nothing_is_refused(kind: str) -> None:
    found = {"standard_library": ["re"], "packages": ["answers"], "dataclasses": ["def"]}
    check_trace({"start": found})
    with pytest.raises(PackingError, match=f"recorded no “{kind}”"):
        check_trace({"start": {**found, kind: []}})
