"""Aligns a passage with the source and counts the typographical differences."""

from collections import Counter
from dataclasses import dataclass, field

from clauses.print_forms import FULL_WIDTH, other_form


@dataclass
class Alignment:
    """How far a passage matches the source."""

    end: int
    """The position in the source where the passage ends, or where it differs."""
    matched: int = 0
    """The number of characters of the source that match."""
    whole: bool = False
    kinds: Counter[str] = field(default_factory=Counter)
    """The number of ignored differences, by the kinds of `normalisations.yml`."""


def align(passage: str, source: str, begin: int) -> Alignment:
    """Align `passage` with `source` from `begin` on, up to the first difference of unknown kind."""
    done, at = Alignment(begin), begin
    for character in passage:
        if at < len(source) and source[at].isspace() and source[at] != character:
            end = at
            while end < len(source) and source[end].isspace():
                end += 1
            done.kinds[_blank(source, at, end)] += 1
            at = end
        if at + 1 < len(source) and source[at] != character and not other_form(source, at):
            done.kinds["other-form"] += 1  # 3,000万元
            at += 1
        if at >= len(source):
            return done
        if source[at] != character:
            kind = _other(source, at, character)
            if kind is None:
                return done
            done.kinds[kind] += 1
        at += 1
        done.end, done.matched = at, at - begin
    done.whole = True
    return done


def _other(source: str, at: int, character: str) -> str | None:
    """Return the kind of another writing of a character, or None if it is another character."""
    if FULL_WIDTH.get(source[at]) == character:
        return "half-width"
    straight = source[at] in '"＂' and character in "“”"
    return "other-form" if straight or other_form(source, at) == character else None


def _blank(source: str, begin: int, end: int) -> str:
    """Return the kind of a run of blanks and breaks."""
    breaks = source.count("\n", begin, end)
    if breaks:
        return "line-break" if breaks == 1 else "page-break"
    before = source[begin - 1 : begin]
    after = source[end : end + 2].lstrip("“")[:1]
    if _is_latin(before) or _is_latin(after):
        return "blank-beside-latin"
    return "blank-after-punctuation" if before in FULL_WIDTH else "blank"


def _is_latin(character: str) -> bool:
    """Whether it is a digit (or the footnote mark ¹), a Latin letter or a percent sign."""
    return character.isdigit() or (character.isascii() and character.isalpha()) or character == "%"


def after_blanks(text: str, at: int) -> int:
    """Return the place of the first character from `at` on that is no blank."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at
