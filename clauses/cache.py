"""Keeps the compiled policy between two runs, so that the command line answers at once.

The key is a hash over every file the document comes from: the clauses and the code that reads
them. A cache that is missing, broken or not writable is no error: the policy is read anew. A
faulty policy is never kept.
"""

import hashlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

CLAUSES = Path(__file__).parent
CACHE = CLAUSES.parent / ".cache"


def policy_document_cached(root: Path = CLAUSES, cache: Path = CACHE) -> dict[str, Any]:
    """Return the policy document of the edition below `root`, from the cache where it is good.

    Raises `FaultyPolicy` as `read_policy` does.
    """
    kept = cache / f"policy-{_key(root)}.json"
    document = _read(kept)
    if document is None:
        from clauses.export import policy_document  # imported late: a cached answer needs neither
        from clauses.policy import read_policy

        document = policy_document(read_policy(root))
        _write(kept, document)
    return document


def _key(root: Path) -> str:
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    sources = [*root.rglob("*.yml"), *root.rglob("source.txt"), *CLAUSES.rglob("*.py")]
    for path in sorted(sources, key=Path.as_posix):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.name} {content}\n".encode())
    return digest.hexdigest()[:24]


def _read(kept: Path) -> dict[str, Any] | None:
    """Return a kept document, or None where it is missing or was changed or cut."""
    try:
        seal, _, body = kept.read_bytes().partition(b"\n")
        whole = hashlib.sha256(body).hexdigest().encode() == seal
        document = json.loads(body) if whole else None
    except (OSError, ValueError):
        return None
    return document if isinstance(document, dict) else None


def _write(kept: Path, document: dict[str, Any]) -> None:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    part = kept.with_suffix(f".{os.getpid()}.part")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob("policy-*.json"):
            old.unlink(missing_ok=True)
        part.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        part.replace(kept)
    except OSError:
        with suppress(OSError):
            part.unlink()
