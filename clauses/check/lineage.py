"""Checks that an edition comes from editions that are there, and its clauses from their clauses."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from clauses.edition_files import EditionFiles
from clauses.folder import all_editions, clause_paths

_KEY = re.compile(rb"""^key: *["']?([a-z0-9-]+)""", re.MULTILINE)
_NAMED = 6
"""So many keys like the one that was found are named; an edition has dozens."""


def check_lineage(files: EditionFiles, root: Path) -> None:
    """Check `follows` of an edition and `from` of its clauses against the earlier editions.

    Below a root with no earlier edition nothing can be compared: a copy of one edition stays whole.
    """
    edition = files.edition.held
    if edition is None:
        return
    earlier = [name for name in all_editions(root) if name < edition.edition]
    if not earlier:
        return
    if edition.follows is not None and edition.follows not in earlier:
        files.edition.fault(("follows",), "follows-unknown", found=edition.follows, known=earlier)
    if not any(clause.from_ for _, clause in files.read):
        return
    known = {key for name in earlier for key in _keys(root / name)}
    for clause_file, clause in files.read:
        for place, key in enumerate(clause.from_):
            if key not in known:
                clause_file.fault(
                    ("from", place),
                    "origin-unknown",
                    found=key,
                    earlier=earlier,
                    like=_like(key, known),
                )
            elif key == clause.key:
                clause_file.fault(("from", place), "origin-itself", found=key)


def _keys(folder: Path) -> Iterator[str]:
    """Yield the keys of an edition’s clauses, without reading all that is in them."""
    for path in clause_paths(folder):
        try:
            match = _KEY.search(path.read_bytes())
        except OSError:
            continue  # whoever reads that edition tells
        if match:
            yield match[1].decode()


def _like(key: str, known: set[str]) -> list[str]:
    """Return the keys that are most like one that nobody knows."""
    order = sorted(known, key=lambda one: (-SequenceMatcher(None, one, key).ratio(), one))
    return order[:_NAMED]
