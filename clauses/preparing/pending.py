"""`pending.yml`: what waits for a person before an edition in preparation is finished."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from clauses.faults import Fault, PolicyFilesError
from clauses.files import YamlFile
from clauses.folder import PENDING
from clauses.key_path import KeyPath
from clauses.model.base import Model
from clauses.preparing.yaml_edit import flow_text

Kind = Literal["proposed", "stale", "empty", "asked"]
"""`proposed`: made ready, to be confirmed; `stale`: of the former text, to be revised; `empty`: to
be written; `asked`: a question to be answered."""
_HEAD = """\
# 本版尚待确认或补写之处，由 build.py revise 列出；build.py confirm 或删去一项即为办结。
# What waits for a person in this edition, listed by build.py revise. Confirm an entry with
# build.py confirm, or delete it; build.py check tells them with their lines.
"""


class PendingEntry(Model):
    """One place that waits."""

    id: str
    file: str
    """The file within the folder of the edition."""
    key: str
    """The place in it: `paragraphs[0]`, `awards[03-industrial-investment]`."""
    kind: Kind
    old: str = ""
    """The words before, and those that are there now; for a person to compare."""
    new: str = ""
    held: list[str] = []
    """Figures and other words of the former text that the new one no longer has; as long as they
    are there the place is confirmed by its id only."""
    made: dict[str, str] = {}
    """Of a proposal, the texts that were made for it, by their path at the place (`by_hand`)."""
    rest: str = ""
    """A hash of all else at the place of a proposal."""


class PendingFile(Model):
    """The whole list."""

    pending: list[PendingEntry]


@dataclass(frozen=True)
class Note:
    """A place that waits, without its id yet."""

    file: str
    key: str
    kind: Kind
    old: str = ""
    new: str = ""
    held: tuple[str, ...] = ()


def entries_of(notes: Iterable[Note]) -> list[PendingEntry]:
    """Give each note its id: the name of its file with a number, `03-1`; one for each place."""
    found: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        found.setdefault((note.file, note.key), []).append(note)
    counts: dict[str, int] = {}
    entries = []
    for note in map(_joined, found.values()):
        stem = note.file.rpartition(".")[0].replace("/", "-")
        counts[stem] = counts.get(stem, 0) + 1
        id_ = f"{stem}-{counts[stem]}"
        values = {**vars(note), "held": list(note.held)}
        entries.append(PendingEntry(id=id_, **values))
    return entries


_WEIGHT = ("proposed", "asked", "stale", "empty")


def _joined(notes: Sequence[Note]) -> Note:
    """Make one note of those of a place, each text once."""
    kind = max((one.kind for one in notes), key=_WEIGHT.index)
    old, new = (
        "；".join(dict.fromkeys(text for text in texts if text))
        for texts in ([one.old for one in notes], [one.new for one in notes])
    )
    held = tuple(dict.fromkeys(words for one in notes for words in one.held))
    return replace(notes[0], kind=kind, old=old, new=new, held=held)


def written(entries: Sequence[PendingEntry]) -> str:
    """Write the list as a file."""
    if not entries:
        return f"{_HEAD}pending: []\n"
    return f"{_HEAD}pending:\n" + "".join(_lines(entries))


def _lines(entries: Iterable[PendingEntry]) -> Iterator[str]:
    for entry in entries:
        for n, (key, value) in enumerate(entry.model_dump(exclude_defaults=True).items()):
            yield f"  {'-' if n == 0 else ' '} {key}: {flow_text(value)}\n"


def read_pending(root: Path, edition: str) -> list[PendingEntry] | None:
    """Return what waits in an edition; None for a finished one, which has no such file.

    Raises `PolicyFilesError` if the file has not its form.
    """
    path = root / edition / PENDING
    if not path.exists():
        return None
    file = YamlFile(path, root)
    read = file.read(PendingFile)
    if read is None or file.faults:
        raise PolicyFilesError(file.faults)
    return read.pending


_PART = re.compile(r"\[([^\]]+)\]|([^.\[\]]+)")


def path_of(key: str, data: Any) -> KeyPath:
    """Return the path of a key in a file; an id in brackets stands for its place in the list."""
    path: list[str | int] = []
    for match in _PART.finditer(key):
        part: str | int = match[1] or match[2]
        if match[1]:
            part = int(part) if str(part).isdigit() else _place(str(part), data)
        path.append(part)
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None
    return tuple(path)


def _place(name: str, items: Any) -> str | int:
    for n, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict) and name in (item.get("id"), item.get("key"), item.get("label")):
            return n
    return name


def key_of(path: KeyPath, data: Any) -> str:
    """Return the key of the entry of a list that a path leads into, by its id where it has one.

    Of what is in no list, the key is that at the top of the file.
    """
    if len(path) < 2 or not isinstance(path[1], int):
        return str(path[0])
    item = value_at(data, path[:2])
    names = [item[key] for key in ("id", "key") if key in item] if isinstance(item, dict) else []
    return f"{path[0]}[{[*names, path[1]][0]}]"


def value_at(data: Any, path: Iterable[str | int]) -> Any:
    """Return what is at a path; None where nothing does."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


class Waiting:
    """Tells the faults at places that wait from all others."""

    def __init__(self, root: Path, edition: str, entries: Sequence[PendingEntry]) -> None:
        self.entries = entries
        self.places: list[tuple[str, KeyPath]] = []
        self.lines: list[int] = []
        self.values: list[Any] = []
        """What is at each place; None where nothing does."""
        files: dict[str, YamlFile] = {}
        for entry in entries:
            path = root / edition / entry.file
            if entry.file not in files and path.is_file() and path.suffix == ".yml":
                files[entry.file] = YamlFile(path, root)
            file = files.get(entry.file)
            place = path_of(entry.key, file.data if file else None)
            self.places.append((f"{edition}/{entry.file}", place))
            self.lines.append(file.line(place) if file else 1)
            self.values.append(value_at(file.data if file else None, place))

    def entry_of(self, fault: Fault) -> int | None:
        """Return the place in the list of the entry to which a fault belongs."""
        at = path_of(fault.key, None)
        fits = [
            (len(place), n)
            for n, (file, place) in enumerate(self.places)
            if file == fault.file and (at[: len(place)] == place or (at and place[: len(at)] == at))
        ]
        return max(fits)[1] if fits else None
