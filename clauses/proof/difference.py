"""Reports where a passage differs from the source, with the words of both."""

import re
from difflib import SequenceMatcher

from clauses.print_forms import FULL_WIDTH
from clauses.proof.passages import EditionPassage

HEAD = 12
"""The number of characters of a passage that are enough to find it in the source."""
_BEYOND = 1000
"""The most characters of the source to compare, beyond twice the length of the passage."""
_TOGETHER = 6
"""Differences at most this many characters apart are reported as one."""


def report(passage: EditionPassage, theirs: str) -> None:
    """Add a fault for each difference of a passage from `theirs`, the words of the source."""
    mine = _plain(passage.zh)
    theirs = _plain(theirs)[: 2 * len(mine) + _BEYOND]
    differences: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if differences and a - differences[-1][1] <= _TOGETHER:
            a, c = differences[-1][0], differences[-1][2]
            differences.pop()
        differences.append((a, b, c, d))
    for a, b, c, d in differences:
        code = "not-the-source" if theirs else "not-in-the-source"
        passage.file.fault(
            passage.path, code, words=_around(mine, a, b), source=_around(theirs, c, d)
        )


def report_blank(passage: EditionPassage, text: str, at: int) -> None:
    """Add a fault for a blank or break inside a passage that no kind of normalisation allows."""
    place = text[max(0, at - 8) : at + 8].strip().replace("\n", "⏎")
    passage.file.fault(passage.path, "blank-not-listed", place=place)


def same_words(passage: str, theirs: str) -> bool:
    """Whether a passage and the source differ only in blanks and character width."""
    return _plain(passage) == _plain(theirs)


def find(passage: str, text: str, begin: int) -> int | None:
    """Return where a passage begins in the source at or after `begin`, or None."""
    head = [re.escape(c) for c in _plain(passage)[:HEAD]]
    for full in FULL_WIDTH.items():
        head = [f"[{re.escape(full[0])}{full[1]}]" if c == re.escape(full[1]) else c for c in head]
    match = re.compile(r"\s*".join(head)).search(text, begin)
    return match.start() if match else None


def _plain(text: str) -> str:
    return "".join(FULL_WIDTH.get(c, c) for c in text if not c.isspace())


def _around(text: str, begin: int, end: int) -> str:
    before, after = text[max(0, begin - 8) : begin], text[end : end + 8]
    return f"{'…' if begin > 8 else ''}{before}{short(text[begin:end])}{after}" + (
        "…" if end + 8 < len(text) else ""
    )


def short(text: str) -> str:
    """Return text for a message, with only its beginning and end if it is too long."""
    return text if len(text) <= 60 else f"{text[:40]}……{text[-12:]}"
