"""`build.py revise new`: a new edition as a copy of one, for a text that staff edit by hand."""

import shutil
from datetime import date
from pathlib import Path

from clauses.build_cache import CACHE
from clauses.folder import PENDING, is_litter
from clauses.loading import read_policy
from clauses.preparing.errors import PreparingError
from clauses.preparing.pending import Note, entries_of, written
from clauses.preparing.writing import new_name, preparing_lock, publish, staged_edition
from clauses.preparing.yaml_edit import YamlEdit
from clauses.reading import read_text

_NOT_COPIED = (PENDING, "mutation-scores.json")
"""The list of another edition, and measurements of its rules."""


def copy_edition(day: date, root: Path, *, former: str | None = None, cache: Path = CACHE) -> str:
    """Copy an edition as that of `day`, which follows it; return the name of the former one.

    A draft becomes an issued text. What the copy says of itself waits for confirmation. Raises
    `PreparingError` if there is an edition of that day, and what `read_policy` raises.
    """
    edition, former = new_name(day, former, root)
    with preparing_lock(cache):
        if (root / edition).exists():
            raise PreparingError("prepare-exists", edition=edition)
        read_policy(root, former)
        with staged_edition(root, edition) as aside:
            _copy(root / former, aside / edition)
            (aside / edition / "policy.yml").write_bytes(_head(root / former, edition, former))
            notes = [
                Note("policy.yml", key, "stale", former, edition) for key in ("edition", "status")
            ]
            (aside / edition / PENDING).write_bytes(written(entries_of(notes)).encode())
            publish(aside, root, edition)
    return former


def _copy(source: Path, target: Path) -> None:
    def skipped(_: str, names: list[str]) -> set[str]:
        return {name for name in names if is_litter(name) or name in _NOT_COPIED}

    # the contents only: files that may not be written would make a copy that nobody can edit
    copy = shutil.copyfile
    shutil.copytree(source, target, dirs_exist_ok=True, ignore=skipped, copy_function=copy)


def _head(folder: Path, edition: str, former: str) -> bytes:
    """Return `policy.yml` with the new date, what it follows, and the status that comes next."""
    edit = YamlEdit(read_text(folder / "policy.yml"))
    edit.replace(("edition",), edition)
    if edit.has(("follows",)):
        edit.replace(("follows",), former)
    else:
        edit.insert_after(("edition",), f'follows: "{former}"\n')
    if edit.value(("status", "state")) == "draft":
        edit.replace(("status", "state"), "issued")
    return edit.written().encode()
