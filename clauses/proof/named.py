"""The words by which the text names a code, and where they are."""

from collections.abc import Iterator

from clauses.levels import WORDS, scan_levels, word_of
from clauses.model import Award


def name_of(award: Award, fact: str, code: str | int) -> str:
    """Return the word of the text for a code: 国家级 for national, the label for an option."""
    asked = next((f for f in award.facts if f.name == fact), None)
    if asked is not None and asked.options and str(code) in asked.options:
        return asked.options[str(code)].zh
    return (asked and word_of(asked.type, code)) or str(code)


def places_of(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where a text has some words, between two places of it."""
    place = text.find(words, start, end)
    while place >= 0:
        yield place
        place = text.find(words, place + 1, end)


def last_place(name: str, paragraph: str, start: int, end: int) -> int:
    """Return the last position of a name before `end`, or -1; 市级 in 市级财政 is not a level."""
    levels = [level.start for level in scan_levels(paragraph) if level.words == name]
    if any(name in words.values() for words in WORDS.values()):
        return max((at for at in levels if start <= at < end), default=-1)
    return paragraph.rfind(name, start, end)
