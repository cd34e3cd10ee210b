"""A redline: what stays, what was struck, what was inserted; a figure and its unit are one piece.

The redline shows the words of the editions to the letter. What counts as a change is decided by
`changes`; here every differing character is shown. Both directions are each other's mirror.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from clauses.revision.figures import figures

Op = Literal["same", "old", "new"]

_SHORTEST = 3
"""A run of fewer pieces between two changes is read more easily as a part of the change."""
_STOPS = frozenset("，。；：、（）“”《》,.;:()\n")
_OPENING = frozenset("（“《(")
_UNIT = re.compile(r"/[个家项台套人件]|（含）")
_LETTER = re.compile(r"[0-9A-Za-z]+(?:\.[0-9]+)*|.", re.DOTALL)
_WORD = re.compile(
    r"(?:RMB|CNY) [0-9][0-9.,]*[0-9](?: (?:million|billion|thousand))?"
    r"|(?:RMB|CNY) [0-9](?: (?:million|billion|thousand))?"
    r"|[0-9]+(?:[.,][0-9]+)*%?|\w+(?:[-’'.]\w+)*|\s+|."
)


class RedlinePiece(NamedTuple):
    """Words that both texts have, or only the old or the new one."""

    op: Op
    words: str


def redline(old: str, new: str, pieces: Callable[[str], list[str]]) -> list[RedlinePiece]:
    """Return the redline of two texts, each split by `pieces`."""
    # a matcher does not find the same both ways: one way is taken for both
    first, second = sorted((old, new))
    found = _merged(_compared(pieces(first), pieces(second)))
    if first is not old:
        found = (RedlinePiece(_TURNED[op], words) for op, words in found)
    return _settled(list(_ordered(found)))


_TURNED: dict[Op, Op] = {"same": "same", "old": "new", "new": "old"}


def chinese_pieces(text: str) -> list[str]:
    """Split a Chinese text into figures with their units, numbers, Latin words, and characters."""
    found: list[str] = []
    at = 0
    for figure in figures(text):
        found += _LETTER.findall(text[at : figure.start])
        unit = _UNIT.match(text, figure.end)
        at = unit.end() if unit else figure.end
        found.append(text[figure.start : at])
    return [*found, *_LETTER.findall(text[at:])]


def english_pieces(text: str) -> list[str]:
    """Split an English text into sums, shares, words and marks."""
    return _WORD.findall(text.replace("\n", " "))


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Op, Sequence[str]]]:
    start, end = _ends(old, new)
    yield "same", old[:start]
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", a[i1:i2]
            continue
        if i2 > i1:
            yield "old", a[i1:i2]
        if j2 > j1:
            yield "new", b[j1:j2]
    yield "same", old[len(old) - end :]


def _ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many pieces are the same at the start and at the end: most of a revised text."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    return start, next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)


def _merged(rows: Iterator[tuple[Op, Sequence[str]]]) -> Iterator[RedlinePiece]:
    """Join changes with only a short run between them, which is then struck and inserted again."""
    old: list[str] = []
    new: list[str] = []
    waiting: Sequence[str] = ()
    for op, pieces in rows:
        if op == "same" and not pieces:
            continue
        if op == "same":
            if (old or new) and _short(pieces):
                waiting = pieces
                continue
            yield from _change(old, new, waiting)
            old, new, waiting = [], [], ()
            yield RedlinePiece("same", "".join(pieces))
        else:
            if waiting and old and new:
                old += waiting
                new += waiting
            elif waiting:
                yield from _change(old, new, waiting)
                old, new = [], []
            waiting = ()
            (old if op == "old" else new).extend(pieces)
    yield from _change(old, new, waiting)


def _short(pieces: Sequence[str]) -> bool:
    return len(pieces) < _SHORTEST and not any(
        piece in _STOPS or any(c.isdigit() for c in piece) for piece in pieces
    )


def _change(old: Sequence[str], new: Sequence[str], after: Sequence[str]) -> Iterator[RedlinePiece]:
    yield RedlinePiece("old", "".join(old))
    yield RedlinePiece("new", "".join(new))
    yield RedlinePiece("same", "".join(after))


def _ordered(pieces: Iterable[RedlinePiece]) -> Iterator[RedlinePiece]:
    """Put what was struck before what was inserted, whichever way the texts were compared."""
    change: dict[Op, str] = {"old": "", "new": ""}
    for piece in (*(one for one in pieces if one.words), RedlinePiece("same", "")):
        if piece.op != "same":
            change[piece.op] += piece.words
            continue
        yield from (RedlinePiece(op, words) for op, words in change.items() if words)
        change = {"old": "", "new": ""}
        if piece.words:
            yield piece


def _settled(pieces: list[RedlinePiece]) -> list[RedlinePiece]:
    """Move what was only struck or only inserted to where it begins: “（…）” for “）（…”.

    Of “市金融办）” and “市金融办）（补充）” a matcher may take either “）” for the one that stays.
    """
    for at in range(1, len(pieces) - 1):
        before, here, after = pieces[at - 1 : at + 2]
        if {before.op, after.op} != {"same"} or here.op == "same":
            continue
        mark = here.words[0]
        if mark in _STOPS and mark not in _OPENING and after.words.startswith(mark):
            pieces[at - 1] = RedlinePiece("same", before.words + mark)
            pieces[at] = RedlinePiece(here.op, here.words[1:] + mark)
            pieces[at + 1] = RedlinePiece("same", after.words[1:])
    return [piece for piece in pieces if piece.words]
