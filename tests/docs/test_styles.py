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
