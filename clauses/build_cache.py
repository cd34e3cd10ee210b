"""Keeps what is slow to make, in `.cache`, under the hash of everything that it is made from.

Everything that the project keeps between two runs is kept here: what was read from YAML, compiled
templates, the packed parts of the form. Of each name the entries used last stay, so the folder
does not grow. Several processes may use it at once: an entry is made apart and appears whole, and
where two make the same one, the first stays.
"""

import hashlib
import json
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from clauses.reading import ReadError, read_bytes
from clauses.renaming import rename

CACHE = Path(__file__).parents[1] / ".cache"
KEEP = 3
"""Entries of one name: those of a build, of a preview beside it, and of the state before."""
_LENGTH = 24
_DAY = 86_400

Parts = Iterable[bytes | str]


class BuildCache:
    """A folder of entries, each named after what it holds and what it was made from."""

    def __init__(self, root: Path = CACHE) -> None:
        self.root = root

    def folder(self, name: str, parts: Parts, make: Callable[[Path], object]) -> Path:
        """Return the folder that `make` filled for these parts; made where there is none yet."""
        entry = self._entry(name, parts)
        if not entry.is_dir():
            fresh = self._fresh(entry)
            fresh.mkdir(parents=True)
            try:
                make(fresh)
                try:
                    rename(fresh, entry)
                except OSError:
                    if not entry.is_dir():  # else another process was sooner
                        raise
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
            self._drop(entry, KEEP)
        _touch(entry)
        return entry

    def content(
        self, name: str, parts: Parts, make: Callable[[], bytes], keep: int = KEEP
    ) -> bytes:
        """Return the bytes that `make` gave for these parts.

        A file that was cut or changed is made again. A folder that cannot be written is no error.
        """
        entry = self._entry(name, parts)
        found = _unsealed(entry)
        if found is None:
            found = make()
            fresh = self._fresh(entry)
            try:
                self.root.mkdir(parents=True, exist_ok=True)
                fresh.write_bytes(_seal(found) + found)
                rename(fresh, entry)
            except OSError:
                with suppress(OSError):
                    fresh.unlink()
            self._drop(entry, keep)
        _touch(entry)
        return found

    def value[T: dict[str, Any] | list[Any]](
        self, name: str, parts: Parts, make: Callable[[], T]
    ) -> T:
        """Return the value that `make` gave for these parts; it goes through JSON."""

        def written() -> bytes:
            return json.dumps(make(), ensure_ascii=False, separators=(",", ":")).encode()

        value: T = json.loads(self.content(name, parts, written))
        return value

    def _entry(self, name: str, parts: Parts) -> Path:
        key = fingerprint([repr(sys.version_info[:2]), *parts])
        return self.root / f"{name}-{key[:_LENGTH]}"

    def _fresh(self, entry: Path) -> Path:
        return self.root / f".{entry.name}.{os.getpid()}.{threading.get_ident()}.new"

    def _drop(self, entry: Path, keep: int) -> None:
        """Drop the entries of a name that were not used for longest, and what a killed one left."""
        name = entry.name[: -_LENGTH - 1]
        others = list(self.root.glob(f"{name}-{'[0-9a-f]' * _LENGTH}"))
        for old in sorted(others, key=_last_used, reverse=True)[keep:]:
            _remove(old)
        now = _last_used(entry)  # by the clock of the disk, which may not be that of the process
        for left in self.root.glob(".*.new"):
            if now - _last_used(left) > _DAY:
                _remove(left)


def fingerprint(parts: Parts) -> str:
    """Return a hash over parts in their order; no two lists of parts run together."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def short_hash(content: bytes) -> str:
    """Return the part of a hash that goes into a file's name."""
    return hashlib.sha256(content).hexdigest()[:12]


def files_in(folder: Path) -> list[tuple[str, bytes]]:
    """Return every file below a folder by its name there, in a fixed order."""
    return [
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    ]


def contents(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the names of files and the hashes of their contents, as parts of a key.

    What cannot be read counts by its name: whoever reads the files tells what is wrong with it.
    """
    for path in sorted(paths, key=Path.as_posix):
        try:
            yield f"{path.name} {hashlib.sha256(read_bytes(path)).hexdigest()}"
        except ReadError as unreadable:
            yield f"{path.name} {unreadable.name}"


def _seal(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode() + b"\n"


def _unsealed(path: Path) -> bytes | None:
    """Return what is kept, or None where it is missing or was changed or cut."""
    try:
        seal, end, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if seal + end == _seal(content) else None


def _touch(path: Path) -> None:
    with suppress(OSError):
        os.utime(path)


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # dropped by another process in between
        return 0


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
