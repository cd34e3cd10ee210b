"""Replaces a built site in one step, and only if it contains nothing else.

A site is built in a staging folder next to the target; then the two folders are exchanged, so that
there is a complete site at any time. `SHA256SUMS` lists the files of the build for
`sha256sum --check`. A folder that contains other files is not replaced. Staff can use the list to
check that a copy on a server is complete.
"""

import errno
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from clauses.folder_exchange import replace_folder
from clauses.messages import StaffError
from clauses.renaming import folder_aside, rename

SUMS = "SHA256SUMS"
HEADING = "# Every file of this site with its SHA-256, written by build.py site."
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that file managers create in any folder they show; they may be deleted."""
_LOCK, _NEW, _OLD = "lock", "new", "old"
"""The contents of a staging folder: its lock, the new site, the previous site."""


class TargetError(StaffError):
    """The target cannot be replaced; `reason` is a code, `detail` what was found."""

    table = "commands"

    def __init__(self, reason: str, folder: Path, detail: str = "") -> None:
        self.reason = reason
        super().__init__(f"target-{reason}", folder=folder, detail=detail)


def check_target(out: Path, heading: str = HEADING) -> None:
    """Raise `TargetError` if the target contains anything that a build did not make.

    `heading` is the first line of the list of files: a build replaces only what its own kind made.
    """
    if out.is_symlink() or out.exists():
        if not out.is_dir():
            raise TargetError("file", out)
        if os.path.ismount(out):
            raise TargetError("mount", out)
    if not out.is_dir() or not any(out.iterdir()):
        return
    made = _listed(out, heading)
    if made is None:
        raise TargetError("unmarked", out)
    foreign = [
        name
        for name in _files(out)
        if name != SUMS
        and Path(name).name not in LITTER
        and (name not in made or made[name] != _sum(out / name))
    ]
    if foreign and _listed(out, heading) != made:
        check_target(out, heading)  # another build replaced the site while it was looked at
    elif foreign:
        shown = ", ".join(foreign[:3]) + (f" … ({len(foreign)})" if foreign[3:] else "")
        raise TargetError("foreign", out, shown)


@contextmanager
def staged(out: Path, heading: str = HEADING) -> Iterator[Path]:
    """Yield an empty folder to build in; it replaces `out` if the block ends without an error.

    Before that, it restores a site that a killed build had moved away, and removes what killed
    builds left. Raises `TargetError` and `OSError`.
    """
    check_target(out, heading)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _tidy(out)
        staging = folder_aside(_prefix(out), out.parent)
    except OSError as error:
        raise TargetError("closed", out.parent, error.strerror or str(error)) from None
    lock = FileLock(staging / _LOCK, timeout=0)
    try:
        with lock:
            fresh = staging / _NEW
            fresh.mkdir()
            yield fresh
            write_sums(fresh, heading)
            check_target(out, heading)
            _swap(out, fresh, staging / _OLD)
    finally:
        _remove(staging)


def write_sums(folder: Path, heading: str = HEADING) -> None:
    """Write `SHA256SUMS` with every file of a built site."""
    lines = [f"{_sum(folder / name)}  {name}" for name in _files(folder) if name != SUMS]
    (folder / SUMS).write_text("\n".join([heading, *lines, ""]), encoding="utf-8", newline="\n")


def _swap(out: Path, fresh: Path, old: Path) -> None:
    if not out.exists():
        rename(fresh, out)
        return
    try:
        replace_folder(out, fresh, old)  # `_tidy` restores the site if we are killed here
    except PermissionError as error:  # a program that Windows lets hold on to a file of it
        raise TargetError("in-use", out, error.strerror or str(error)) from None


def _tidy(out: Path) -> None:
    """Restore a site that a killed build had moved away, and remove what else it left."""
    for staging in sorted(out.parent.iterdir()):
        if not re.fullmatch(re.escape(_prefix(out)) + "[a-z0-9_]{8}", staging.name):
            continue
        if not (staging / _LOCK).is_file():
            with suppress(OSError):
                staging.rmdir()  # empty: a build was killed while it started or ended
            continue
        lock = FileLock(staging / _LOCK, timeout=0)
        with suppress(Timeout, OSError), lock:
            if not out.exists() and (staging / _OLD).is_dir():
                rename(staging / _OLD, out)
            lock.release()  # systems that lock open files would not remove the folder
            _remove(staging)


def _remove(staging: Path) -> None:
    """Remove a staging folder; its lock is removed last, because it says whose the folder is."""
    for name in (_NEW, _OLD):
        shutil.rmtree(staging / name, ignore_errors=True)
    with suppress(OSError):
        (staging / _LOCK).unlink()
    with suppress(OSError):
        staging.rmdir()


def _prefix(out: Path) -> str:
    return f".{out.name}.build-"


def _listed(folder: Path, heading: str) -> dict[str, str] | None:
    """Return the listed files of a folder with their hashes; None if there is no list."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    if not lines or lines[0] != heading:
        return None
    pairs = (line.partition("  ") for line in lines[1:])
    return {name: digest for digest, _, name in pairs}


def _files(folder: Path) -> list[str]:
    """Return the paths of everything in a folder except folders, in a fixed order."""
    return sorted(
        (Path(root) / name).relative_to(folder).as_posix()
        for root, folders, files in os.walk(folder)
        for name in [*files, *(n for n in folders if (Path(root) / n).is_symlink())]
    )


def _sum(path: Path) -> str | None:
    """Return the SHA-256 of a regular file, None for anything else."""
    if path.is_symlink() or not path.is_file():
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_trouble_of_the_disk(error: OSError) -> bool:
    """Return whether an error comes from the disk (full, read-only, not allowed), not the code."""
    return error.errno in _DISK


_DISK = {
    getattr(errno, name)
    for name in ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO", "EBUSY", "EXDEV",
                 "EMFILE", "ENFILE", "EFBIG", "ENAMETOOLONG", "ELOOP", "ENOTDIR")
    if hasattr(errno, name)
}  # fmt: skip
