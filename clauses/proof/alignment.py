"""Lays a passage over the source and counts what the printed page did to it."""

from collections import Counter
from dataclasses import dataclass, field

FULL_WIDTH = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；"}


@dataclass
class Alignment:
    """How far a passage could be laid over the source."""

    end: int
    """Where in the source it ends, or where it differs."""
    matched: int = 0
    """How many characters of the source belong to it."""
    whole: bool = False
    kinds: Counter[str] = field(default_factory=Counter)
    """What was set aside, by the kinds of `normalisations.yml`."""


def align(passage: str, source: str, begin: int) -> Alignment:
    """Lay `passage` over `source` from `begin` on, up to the first difference of no known kind."""
    done, at = Alignment(begin), begin
    for character in passage:
        if at < len(source) and source[at].isspace() and source[at] != character:
            end = at
            while end < len(source) and source[end].isspace():
                end += 1
            kind = _blank(source, at, end)
            if kind is None:
                return done
            done.kinds[kind] += 1
            at = end
        if at >= len(source):
            return done
        if source[at] != character:
            if FULL_WIDTH.get(source[at]) != character:
                return done
            done.kinds["half-width"] += 1
        at += 1
        done.end, done.matched = at, at - begin
    done.whole = True
    return done


def _blank(source: str, begin: int, end: int) -> str | None:
    """Name the kind of a run of blanks and breaks, or None where it is of no known kind."""
    breaks = source.count("\n", begin, end)
    if breaks:
        return "line-break" if breaks == 1 else "page-break"
    before = source[begin - 1 : begin]
    after = source[end : end + 2].lstrip("“")[:1]
    if _is_latin(before) or _is_latin(after):
        return "blank-beside-latin"
    return "blank-after-punctuation" if before in FULL_WIDTH else None


def _is_latin(character: str) -> bool:
    """A digit (the mark ¹ of the footnote too), a Latin letter or a percent sign."""
    return character.isdigit() or (character.isascii() and character.isalpha()) or character == "%"
