"""Wraps Chinese and English text to the width of a terminal.

Chinese may break between any two characters, but no line begins with a closing mark or ends with
an opening one, and a figure stays with its unit.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import category, combining, east_asian_width

WIDTH = 78
_CLOSING = r"，。、；：？！）》〉」』】”’…％,.;:?!)\]"
_OPENING = r"（《〈「『【“‘(\["

_PIECE = re.compile(
    rf"[{_OPENING}]*"
    r"(?:[0-9][0-9,.]*(?:万元|亿元|元|平方米|[%年月日项个条款]|(?![!-~’]))"
    r"|[!-~\u00a0-\u024f–—’]+|.)"
    rf"[{_CLOSING}]*|[ ]+",
    re.DOTALL,
)


@lru_cache(maxsize=8192)
def width(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(map(_columns, text))


@lru_cache(maxsize=8192)
def _columns(character: str) -> int:
    if combining(character) or category(character) == "Cf":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def wrap(text: str, indent: int, hanging: int | None = None) -> Iterator[str]:
    """Yield lines of at most `WIDTH` columns; all but the first are indented by `hanging`."""
    hanging = indent if hanging is None else hanging
    line, room = " " * indent, WIDTH - indent
    text = _printable(text)
    if len(text) <= room and width(text) <= room:  # most are short
        pieces: Iterable[str] = [text]
    else:
        pieces = _pieces(text, WIDTH - max(indent, hanging))
    for piece in pieces:
        columns = width(piece)
        if columns > room and line.strip():
            yield line.rstrip()
            line, room = " " * hanging, WIDTH - hanging
            piece = piece.lstrip(" ")
            columns = width(piece)
        line, room = line + piece, room - columns
    if line.strip():
        yield line.rstrip()


def _printable(text: str) -> str:
    """Replace control characters with spaces, so that no subject name can control a terminal."""
    if text.isprintable():
        return text
    blanked = (" " if category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return "".join(c for c in blanked if category(c) not in ("Cf", "Cs"))


def _pieces(text: str, longest: int) -> Iterator[str]:
    """Split a text where a line may end; a piece longer than a line is split anyway."""
    for piece in _PIECE.findall(text):
        while width(piece) > longest:
            yield piece[: longest // 2]
            piece = piece[longest // 2 :]
        yield piece
