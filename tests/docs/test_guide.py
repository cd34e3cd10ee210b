"""The guide: its pictures are all there, described in the page's language, light, and of the size
that the page keeps free for them."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
LIMIT = 700 * 1024
"""What all pictures together may weigh, in bytes."""
_PICTURE = re.compile(
    r'<a href="(?P<link>[^"]+)"><img alt="(?P<alt>[^"]+)" height="(?P<height>\d+)" '
    r'loading="lazy" src="(?P<file>[^"]+)" width="(?P<width>\d+)"'
)


def size_of(data: bytes) -> tuple[int, int]:
    """Return width and height of a WebP picture in pixels, in any of its formats."""
    assert data[:4] == b"RIFF"
    if data[8:16] == b"WEBPVP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    elif data[8:16] == b"WEBPVP8L":
        packed = int.from_bytes(data[21:25], "little")
        width, height = (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    else:
        assert data[8:16] == b"WEBPVP8 "
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    return width, height


@pytest.mark.parametrize("folder", ["", "en/"])
def test_each_picture_is_described_and_has_its_room_kept(built: Path, folder: str) -> None:
    html = (built / folder / "guide/index.html").read_text(encoding="utf-8")
    shown = [found.groupdict() for found in _PICTURE.finditer(html)]
    assert len(shown) == html.count("<img ") == 13
    files = set()
    for picture in shown:
        assert picture["link"] == picture["file"], "a picture leads to itself"
        file = built / folder / "guide" / picture["file"]
        room = int(picture["width"]), int(picture["height"])
        drawn = size_of(file.read_bytes())
        # a sheet is half as large again, so that it can be read
        times = 1.5 if "-paper" in file.name else 1
        assert drawn == tuple(round(side * times) for side in room)
        assert bool(re.search("[一-鿿]", picture["alt"])) == (folder == "")
        files.add(file.name)
    assert files == {file.name for file in (built / folder / "guide").glob("*.webp")}
    assert len({picture["alt"] for picture in shown}) == len(shown)


def test_both_languages_show_the_same_and_all_is_light() -> None:
    files = {code: sorted((DOCS / code / "guide").glob("*.webp")) for code in ("zh", "en")}
    names = [[file.name for file in found] for found in files.values()]
    assert names[0] == names[1] and len(names[0]) == 13
    assert sum(file.stat().st_size for found in files.values() for file in found) < LIMIT
