"""A sentence as a row of tokens: figures by their value, words that bear on a sum, characters."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clauses.revision.figures import Figure, figures

Kind = str
"""`figure`, a kind of word of `words.toml`, or `character`."""

_TABLE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_BY_WORD = {word: kind for kind, words in _TABLE["words"].items() for word in words}
_PATTERN = re.compile("|".join(sorted(map(re.escape, _BY_WORD), key=len, reverse=True)))

_MEANINGS = {word: said for said, words in _TABLE["same"].items() for word in words}
"""Words that say the same thing, by what they say."""


@dataclass(frozen=True)
class Token:
    """A piece of a sentence. Two tokens with the same key say the same."""

    kind: Kind
    key: object
    words: str
    start: int
    figure: Figure | None = None

    @property
    def end(self) -> int:
        """Where in the sentence it ends."""
        return self.start + len(self.words)


def tokens(text: str) -> list[Token]:
    """Part a text in the form of `canonical` into tokens."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    for figure in figures(text):
        yield from _words(text, at, figure.start)
        key = (figure.measure, figure.value)
        yield Token("figure", key, figure.words, figure.start, figure)
        at = figure.end
    yield from _words(text, at, len(text))


def _words(text: str, begin: int, end: int) -> Iterator[Token]:
    at = begin
    for match in _PATTERN.finditer(text, begin, end):
        yield from _characters(text, at, match.start())
        kind = _BY_WORD[match[0]]
        # “（含）以上” includes its figure in so many words; 以上 alone leaves it to the reader
        key = match[0] if "含" in match[0] else _MEANINGS.get(match[0], match[0])
        yield Token(kind, (kind, key), match[0], match.start())
        at = match.end()
    yield from _characters(text, at, end)


def _characters(text: str, begin: int, end: int) -> Iterator[Token]:
    for place in range(begin, end):
        yield Token("character", text[place], text[place], place)
