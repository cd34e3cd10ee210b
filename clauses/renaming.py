"""Renames files and folders that another program may be reading at this moment.

Windows refuses to rename a file that is open, or a folder that holds one: a virus scanner looks at
every new file, a web server reads a page. It is open for a moment only, so it is tried again.
"""

import os
import secrets
import time
from pathlib import Path

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6) if os.name == "nt" else ()
"""Seconds between the attempts; elsewhere a refusal is final."""


def rename(path: Path, to: Path) -> None:
    """Rename a file, over an existing one, or a folder; raises `OSError` as `Path.rename` does."""
    for pause in PAUSES:
        try:
            path.replace(to)
            return
        except PermissionError:
            if to.is_dir():  # nothing replaces a folder
                raise
            time.sleep(pause)
    path.replace(to)


def folder_aside(prefix: str, parent: Path) -> Path:
    """Make a new folder of a name that begins with `prefix`, whose content will be renamed.

    `tempfile.mkdtemp` lets only its user open the folder; on Windows what is inside keeps that
    wherever it is moved, and neither colleagues nor a web server could read it.
    """
    while True:
        folder = parent / f"{prefix}{secrets.token_hex(4)}"
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        return folder
