"""Keeps what is slow to make in a cache folder, under the hash of what it is made from."""

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path


def fingerprint(parts: Iterable[bytes | str]) -> str:
    """Return a hash over parts in their order; no two lists of parts run together."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def files_in(folder: Path) -> list[tuple[str, bytes]]:
    """Return every file below a folder by its name there, in a fixed order."""
    return [
        (path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    ]


def kept(cache: Path, name: str, key: str, make: Callable[[Path], None]) -> Path:
    """Return the folder that `make` fills; made once for a key, older ones are dropped."""
    folder = cache / f"{name}-{key[:16]}"
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    fresh = cache / f".{folder.name}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    make(fresh)
    for older in cache.glob(f"{name}-*"):
        shutil.rmtree(older, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return folder


def short_hash(content: bytes) -> str:
    """Return the part of a hash that goes into a file's name."""
    return hashlib.sha256(content).hexdigest()[:12]
