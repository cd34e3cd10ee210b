"""Exchanges two folders in one step, if the operating system can.

Linux has `renameat2` with RENAME_EXCHANGE, macOS `renamex_np` with RENAME_SWAP. Python offers
neither, and any other way to replace a folder that is not empty takes two steps.
"""

import ctypes
import os
import sys
from pathlib import Path

from clauses.renaming import rename

_AT_FDCWD = -100
_RENAME_EXCHANGE = _RENAME_SWAP = 2


def replace_folder(target: Path, fresh: Path, former: Path) -> None:
    """Put a folder in the place of another, in one step where the system can.

    Where it cannot, what was at `target` is at `former` for a moment: who is killed then finds it
    there. Raises `OSError`, after `target` is as it was.
    """
    if exchange(fresh, target):
        return
    rename(target, former)
    try:
        rename(fresh, target)
    except BaseException:
        rename(former, target)
        raise


def exchange(one: Path, other: Path) -> bool:
    """Exchange two existing paths; return False if the system or file system cannot."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
    except (OSError, TypeError):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        done = library.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        done = library.renamex_np(*paths, _RENAME_SWAP)
    else:
        return False
    return int(done) == 0
