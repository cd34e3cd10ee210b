"""Proves a prepared edition before it is written: what the check reports is listed as waiting.

Two faults have only one way to be put right, which the check names; they are put right here.
"""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from clauses.faults import Fault
from clauses.loading import read_with_faults
from clauses.preparing.department_marks import proved_as
from clauses.preparing.pending import Note, Waiting, entries_of, key_of, path_of
from clauses.preparing.writing import Files, write_files
from clauses.preparing.yaml_edit import YamlEdit
from clauses.yaml12 import load

_ROUNDS = 3


def proved(aside: Path, edition: str, files: Files, notes: list[Note]) -> None:
    """Write the files below `aside` and check them; change `files` and `notes` as found."""
    faults: list[Fault] = []
    # a file that was carried over is there in bytes, one that was changed as text
    translated = [f"{edition}/{name}" for name, held in files.items() if isinstance(held, bytes)]
    for _ in range(_ROUNDS):
        write_files(aside / edition, {name: _as_proved(held) for name, held in files.items()})
        faults = faults_of(aside, edition, translated)
        if not _put_right(edition, files, faults):
            break
    list_faults(aside, edition, files, notes, faults)


def _as_proved(content: str | bytes) -> str | bytes:
    return proved_as(content) if isinstance(content, str) else content


def faults_of(root: Path, edition: str, translated: Collection[str] = ()) -> list[Fault]:
    """Return what the check finds in an edition by itself.

    In the files of `translated` the two languages are as they were; they are not compared again.
    """
    return read_with_faults(root, edition, translated=translated)[1]


def _put_right(edition: str, files: Files, faults: list[Fault]) -> bool:
    """Correct what has one answer only: exact or ceiling, and the levels that words name."""
    edits: dict[str, YamlEdit] = {}
    for fault in faults:
        values: dict[str, Any] = dict(fault.values)
        value = {"wording": values.get("should"), "levels-not-named": values.get("named")}.get(
            fault.code
        )
        name = fault.file.removeprefix(f"{edition}/")
        content = files.get(name)
        if not value or not isinstance(content, str):
            continue
        edit = edits.setdefault(name, YamlEdit(content))
        edit.replace(path_of(fault.key, None), value if isinstance(value, str) else list(value))
    for name, edit in edits.items():
        files[name] = edit.written()
    return bool(edits)


def list_faults(
    aside: Path, edition: str, files: Files, notes: list[Note], faults: Iterable[Fault]
) -> None:
    """List every fault: its place waits, and what was thought ready is not."""
    entries = entries_of(notes)
    waiting = Waiting(aside, edition, entries)
    for fault in faults:
        at = waiting.entry_of(fault)
        name = fault.file.removeprefix(f"{edition}/")
        if at is not None:
            entry = entries[at]
            if entry.kind == "proposed":
                notes.append(Note(entry.file, entry.key, "stale"))
        else:
            notes.append(
                Note(name, _key(fault, files.get(name)), "stale", "", fault.part("found", "zh"))
            )


def _key(fault: Fault, content: str | bytes | None) -> str:
    """Return the key of the award or paragraph to which a fault belongs, by its id."""
    path = path_of(fault.key, None)
    if len(path) < 2 or not isinstance(path[1], int) or content is None:
        return fault.key or "number"
    return key_of(path, load(content.decode() if isinstance(content, bytes) else content))
