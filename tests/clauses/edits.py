"""Edits of a test in a copy of an edition."""

import re
import shutil
from pathlib import Path

EDITION = "2020-03-16"


def replace(root: Path, file: str, written: str, instead: str) -> None:
    """Replace the first occurrence of words in a file; they must be there."""
    path = root / file
    text = path.read_text("utf-8")
    assert written in text, f"{written!r} does not stand in {file}"
    path.write_text(text.replace(written, instead, 1), "utf-8")


def another_ceiling(small: Path) -> None:
    """Change the ceiling of the small edition's first award, in text, rule and source."""
    for name, written, instead in (
        ("01.yml", "3000万元", "2000万元"),
        ("01.yml", "RMB 30 million", "RMB 20 million"),
        ("source.txt", "3000 万元", "2000 万元"),
    ):
        path = small / EDITION / name
        text = path.read_text("utf-8")
        assert written in text
        path.write_text(text.replace(written, instead), "utf-8")


def second_edition(root: Path, day: str, of: str = EDITION, **changed: str) -> Path:
    """Copy an edition below `root` to one named `day`, which follows it; return its folder.

    `changed` are new values of keys of `policy.yml`, as `state="issued"`.
    """
    folder = root / day
    shutil.copytree(root / of, folder)
    name = f"{day}/policy.yml"
    replace(root, name, f'edition: "{of}"\n', f'edition: "{day}"\nfollows: "{of}"\n')
    for key, value in changed.items():
        text = (root / name).read_text("utf-8")
        found = re.search(rf"^(\s*{key}:) .*$", text, re.M)
        assert found, f"{key} does not stand in {name}"
        replace(root, name, found[0], f"{found[1]} {value}")
    return folder


def put_in_front(root: Path, day: str) -> None:
    """Choose the edition in front below `root`."""
    (root / "editions.yml").write_text(f'front: "{day}"\n', "utf-8")
