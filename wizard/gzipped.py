"""Copies in gzip of the large files, for hosts that compress nothing (`page/fetching.js`)."""

import gzip
from collections.abc import Sequence
from pathlib import Path

from wizard.kept import fingerprint, kept


def gzipped(name: str, paths: Sequence[Path], cache: Path) -> list[Path]:
    """Return a compressed copy of each file; made anew only when one of them changes."""
    contents = {f"{path.name}.gz": path.read_bytes() for path in paths}
    key = fingerprint(part for named in contents.items() for part in named)

    def make(out: Path) -> None:
        for copy, content in contents.items():
            (out / copy).write_bytes(gzip.compress(content, 9, mtime=0))

    folder = kept(cache, f"gzip-{name}", key, make)
    return [folder / copy for copy in contents]
