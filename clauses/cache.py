"""Keeps what was read from YAML between two runs, so that the command line answers at once.

The key is a hash over every file it comes from: the clauses and the code that reads them. A cache
that is missing, broken or not writable is no error: the files are read anew. A faulty policy is
never kept.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from clauses.folder import is_litter
from clauses.reading import Unreadable, read_bytes
from eligibility import mechanisms

CLAUSES = Path(__file__).parent
CACHE = CLAUSES.parent / ".cache"


def policy_document_cached(root: Path = CLAUSES, cache: Path = CACHE) -> dict[str, Any]:
    """Return the policy document of the edition below `root`, from the cache where it is good.

    Raises `FaultyPolicy` as `read_policy` does.
    """

    def make() -> dict[str, Any]:
        from clauses.export import policy_document  # imported late: a cached answer needs neither
        from clauses.loading import read_policy

        return policy_document(read_policy(root))

    code = (*CLAUSES.rglob("*.py"), *Path(mechanisms.__file__).parent.glob("*.py"))
    sources = [path for path in (*root.rglob("*"), *code) if _counts(path)]
    return cached("policy", contents(sources), make, cache)


def contents(paths: Iterable[Path]) -> Iterator[str]:
    """Return the names of files and the hashes of their contents, as parts of a key.

    What cannot be read counts by its name: whoever reads the files tells what is wrong with it.
    """
    for path in sorted(paths, key=Path.as_posix):
        try:
            yield f"{path.name} {hashlib.sha256(read_bytes(path)).hexdigest()}"
        except Unreadable as unreadable:
            yield f"{path.name} {unreadable.code}"


def _counts(path: Path) -> bool:
    return not (is_litter(path.name) or is_litter(path.parent.name))


def cached[T: dict[str, Any] | list[Any]](
    name: str, key: Iterable[str], make: Callable[[], T], cache: Path = CACHE
) -> T:
    """Return what `make` finds, kept under the hash of the parts of a key; it goes through JSON."""
    kept = cache / f"{name}-{_hash(key)}.json"
    found: T | None = _read(kept)
    if found is None:
        found = make()
        _write(kept, name, found)
    return found


def _hash(parts: Iterable[str]) -> str:
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for part in parts:
        digest.update(f"{part}\n".encode())
    return digest.hexdigest()[:24]


def _read(kept: Path) -> Any:
    """Return what is kept, or None where it is missing or was changed or cut."""
    try:
        seal, _, body = kept.read_bytes().partition(b"\n")
        whole = hashlib.sha256(body).hexdigest().encode() == seal
        return json.loads(body) if whole else None
    except (OSError, ValueError):
        return None


def _write(kept: Path, name: str, found: Any) -> None:
    body = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    part = kept.with_suffix(f".{os.getpid()}.part")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob(f"{name}-*.json"):
            old.unlink(missing_ok=True)
        part.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        part.replace(kept)
    except OSError:
        with suppress(OSError):
            part.unlink()
