"""Writes the folder of an edition in one step, and never over what is there.

The folder is made aside, written to the disk as a whole, and then renamed. Whenever a run is killed
or the disk is full, the edition is there completely or not at all; the next run takes away what was
left aside. One run at a time prepares.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from clauses.build_cache import CACHE
from clauses.editions import all_editions, front_edition
from clauses.folder_exchange import replace_folder
from clauses.preparing.errors import PreparingError
from clauses.renaming import folder_aside, rename

Files = dict[str, str | bytes]
"""Files of an edition by their names; one that was carried over to the byte is in bytes."""
_COMMON = ("glossary.yml", "deviations.yml", "editions.yml")
_FORMER = "former"
"""In the folder aside: the edition whose place another folder takes."""
WAIT = 20.0
"""Seconds to wait for another run; a run takes a few."""


def new_name(day: date, former: str | None, root: Path) -> tuple[str, str]:
    """Return the names of the edition of a day and of the one that it follows, or in front.

    Raises `PreparingError` if there is no such edition, or if it is not earlier.
    """
    edition, former = day.isoformat(), former or front_edition(root)
    if former not in all_editions(root):
        raise PreparingError("prepare-no-former", name=former, known=all_editions(root))
    if edition <= former:
        raise PreparingError("prepare-before-former", edition=edition, former=former)
    return edition, former


@contextmanager
def preparing_lock(cache: Path = CACHE, seconds: float = WAIT) -> Iterator[None]:
    """Hold the lock for the block; raises `PreparingError` if another run does not end in time."""
    cache.mkdir(parents=True, exist_ok=True)
    lock = FileLock(cache / "preparing.lock")
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        raise PreparingError("prepare-other-run") from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def staged_edition(root: Path, edition: str) -> Iterator[Path]:
    """Yield a folder like `root`, with the common files, in which an edition is prepared.

    `publish` makes it an edition of `root`; without that, nothing is left of it.
    """
    tidy(root)
    aside = folder_aside(f".{edition}.preparing-", root)
    try:
        for name in _COMMON:
            if (root / name).is_file():
                shutil.copyfile(root / name, aside / name)
        (aside / edition).mkdir()
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def tidy(root: Path) -> None:
    """Take away what killed runs left; put an edition back that one of them had moved aside."""
    for left in root.iterdir():
        if match := re.fullmatch(r"\.([0-9-]+)\.preparing-[a-z0-9_]{8}", left.name):
            if (left / _FORMER).is_dir() and not (root / match[1]).exists():
                rename(left / _FORMER, root / match[1])
            shutil.rmtree(left, ignore_errors=True)


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder; those that are there with the same content are left alone."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        written = content.encode() if isinstance(content, str) else content
        if not path.is_file() or path.read_bytes() != written:
            path.write_bytes(written)


def publish(aside: Path, root: Path, edition: str) -> None:
    """Make the prepared folder an edition of `root`; raises `PreparingError` if there is one."""
    folder, target = aside / edition, root / edition
    _all_to_disk(folder)
    if target.exists() or target.is_symlink():
        raise PreparingError("prepare-exists", edition=edition)
    try:
        rename(folder, target)
    except OSError:
        if target.exists():
            raise PreparingError("prepare-exists", edition=edition) from None
        raise
    _folder_to_disk(root)


def publish_again(aside: Path, root: Path, edition: str) -> None:
    """Put the prepared folder in the place of the edition, in one step where the system can."""
    folder, target = aside / edition, root / edition
    _all_to_disk(folder)
    replace_folder(target, folder, aside / _FORMER)  # `tidy` puts it back if we are killed here
    _folder_to_disk(root)


def replace_file(path: Path, text: str) -> None:
    """Rewrite a file in one step: it has its old content or its new one at any time."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix="~", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            shutil.copymode(path, new)
        rename(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _folder_to_disk(path.parent)


def _all_to_disk(folder: Path) -> None:
    """Write a folder with all that is in it to the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            _to_disk(path)
    for path in (*(p for p in folder.rglob("*") if p.is_dir()), folder):
        _folder_to_disk(path)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _folder_to_disk(path: Path) -> None:
    """Write a folder to the disk, where the system can: Windows opens no folder."""
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
