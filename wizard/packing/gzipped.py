"""Copies in gzip of the large files, for hosts that compress nothing (`page/fetching.js`).

    .venv/bin/python -m wizard.packing.gzipped

prunes and compresses the runtime, which stays the same from one build to the next; set-up does so
once.
"""

from collections.abc import Sequence
from pathlib import Path

import deflate

from clauses.build_cache import BuildCache
from wizard.packing.runtime import ROOT, find_runtime, pruned

LEVEL = 12
"""The smallest that libdeflate makes: 4 % less than zlib at its best, 0.17 MB at each start."""


def gzipped(name: str, paths: Sequence[Path], cache: Path) -> list[Path]:
    """Return a compressed copy of each file; made again only when one of them changes."""
    contents = {f"{path.name}.gz": path.read_bytes() for path in paths}
    key = [str(LEVEL), *(part for named in contents.items() for part in named)]

    def make(out: Path) -> None:
        for copy, content in contents.items():
            (out / copy).write_bytes(deflate.gzip_compress(content, LEVEL))

    folder = BuildCache(cache).folder(f"gzip-{name}", key, make)
    return [folder / copy for copy in contents]


def gzipped_runtime(shipped: Sequence[Path], cache: Path) -> list[Path]:
    """Return a compressed copy of each file of the runtime."""
    return gzipped("runtime", shipped, cache)


if __name__ == "__main__":
    kept_in = ROOT / ".cache" / "wizard"
    gzipped_runtime(pruned(find_runtime(), kept_in), kept_in)
