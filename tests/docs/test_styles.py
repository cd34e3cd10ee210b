"""The style sheets are whole: an open block would take what follows for itself alone."""

import re
from pathlib import Path

import pytest

STYLES = sorted((Path(__file__).parents[2] / "docs" / "site" / "styles").glob("*.css"))


@pytest.mark.parametrize("sheet", STYLES, ids=lambda sheet: sheet.name)
def test_every_block_is_closed_where_it_ends(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        for brace in re.findall(r"[{}]", line):
            depth += 1 if brace == "{" else -1
            assert depth >= 0, f"line {number}: nothing is open"
        # what is not indented stands outside every block
        assert depth <= 1 or line.startswith((" ", "@")), f"line {number}: a block is open"
    assert depth == 0


ALONE = {"approval.css", "rosters.css", "print.css", "tokens.css"}
"""Sheets of paper, pages that are one file, and the scales themselves."""
OPTICAL = {"1em", "inherit", "1.06em", ".96em", ".5rem"}
"""Sizes off the scale: Chinese beside English, the axis of a picture on the narrowest screens."""


@pytest.mark.parametrize(
    "sheet", [s for s in STYLES if s.name not in ALONE], ids=lambda sheet: sheet.name
)
def test_sizes_and_spaces_are_those_of_the_scales(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    sizes = set(re.findall(r"font-size: ([^;}]+)", text)) - OPTICAL
    assert [size for size in sizes if not size.startswith("var(--policy-")] == []
    spaces = re.findall(
        r"(?<![-\w])(?:margin|padding|gap|row-gap|column-gap)[a-z-]*: ([^;}]+)", text
    )
    steps = [float(n) for space in spaces for n in re.findall(r"(?<![\w.])(\d*\.?\d+)rem", space)]
    assert [step for step in steps if step <= 1.6] == [], "larger ones are places, not spaces"
