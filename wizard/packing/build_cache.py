"""The cache of the project, as the packing asks for it."""

from collections.abc import Callable
from pathlib import Path

from clauses.build_cache import BuildCache, files_in, fingerprint, short_hash

__all__ = ["files_in", "fingerprint", "kept", "short_hash"]


def kept(cache: Path, name: str, key: str, make: Callable[[Path], None]) -> Path:
    """Return the folder that `make` fills; made once for a key."""
    return BuildCache(cache).folder(name, [key], make)
