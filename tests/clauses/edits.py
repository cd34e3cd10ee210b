"""Edits of a test in a copy of an edition."""

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
