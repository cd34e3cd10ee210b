"""A sentence as a row of tokens: figures by their value, words that bear on a sum, characters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from clauses.revision.bounds import comparison_spans, enumerations
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.words import CEILINGS, KIND_OF, MEANING_OF, alternatives

Kind = str
"""`figure`, a kind of word of `words.toml`, or `character`."""

_OF_ALL = f"全[省市区县](?=[^，。；0-9]{{0,6}}(?:{alternatives(CEILINGS)}))"
"""Whose ceiling it is: 全市最高500万元. Elsewhere 全市 says nothing."""


@cache
def _pattern(departments: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"(?P<all>{_OF_ALL})|{alternatives([*KIND_OF, *departments])}")


@dataclass(frozen=True)
class Token:
    """A piece of a sentence. Two tokens with the same key say the same."""

    kind: Kind
    key: object
    words: str
    start: int
    figures: tuple[PlacedFigure, ...] = ()
    """The figures of an enumeration: 50万元、100万元和200万元 is one token."""

    @property
    def end(self) -> int:
        """Where in the sentence it ends."""
        return self.start + len(self.words)


def tokens(text: str, departments: frozenset[str] = frozenset()) -> list[Token]:
    """Split a text in the form of `canonical` into tokens; `departments` are names of departments.

    How a figure is compared (超过, 以上) is no token of its own: `bounds` reads it with the figure.
    """
    return list(_kept(text, departments))


@lru_cache(1024)
def _kept(text: str, departments: frozenset[str]) -> tuple[Token, ...]:
    return tuple(_tokens(text, _pattern(departments)))


def words_of(side: Iterable[Token]) -> str:
    """Return the words of some tokens in a row."""
    return "".join(token.words for token in side)


_REST = re.compile("[^，；。]*")


def between_commas(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to the part of the sentence in which it is."""
    rest = _REST.match(text, end)
    return max(text.rfind(mark, 0, start) for mark in "，；") + 1, rest.end() if rest else end


@dataclass(frozen=True)
class TokenRun:
    """Tokens in a row, and the sentence in which they are."""

    text: str
    tokens: Sequence[Token]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def of(self, tokens: Iterable[Token]) -> "TokenRun":
        """Return a run of the same sentence."""
        return TokenRun(self.text, list(tokens))

    @property
    def words(self) -> str:
        """The words of the tokens."""
        return words_of(self.tokens)

    @property
    def part(self) -> str:
        """The part of the sentence in which they are, from comma to comma; empty without any."""
        inside = [token for token in self.tokens if token.words not in "，；。"]
        if not inside:
            return ""
        return self.text[slice(*between_commas(self.text, inside[0].start, inside[-1].end))]

    @property
    def before(self) -> str:
        """What comes before them; there must be a token."""
        return self.text[: self.tokens[0].start]

    @property
    def after(self) -> str:
        """What comes after them; there must be a token."""
        return self.text[self.tokens[-1].end :]

    @property
    def figures(self) -> list[PlacedFigure]:
        """Their figures."""
        return [figure for token in self.tokens for figure in token.figures]


def parted_names(row: Sequence[Token], other: Sequence[Token]) -> list[Token]:
    """Take a name letter by letter that the other text parts by words: 社会资本, 社会各类资本."""
    keys = {token.key for token in other}
    plain = "".join(token.words if token.kind == "character" else "\0" for token in other)

    def parted(token: Token) -> bool:
        return token.kind == "who" and token.key not in keys and bool(
            re.search("[^，。；\0]{0,2}".join(token.words), plain)
        )  # fmt: skip

    return [
        letter
        for token in row
        for letter in (
            [Token("character", c, c, token.start + n) for n, c in enumerate(token.words)]
            if parted(token)
            else [token]
        )
    ]


def _tokens(text: str, pattern: re.Pattern[str]) -> Iterator[Token]:
    found = figures(text)
    skipped = comparison_spans(text, found)
    at = 0
    for row in enumerations(text, found):
        start, end = row[0].start, row[-1].end
        yield from _words(text, at, start, skipped, pattern)
        key = tuple(one.key for one in row)
        yield Token("figure", key, text[start:end], start, tuple(row))
        at = end
    yield from _words(text, at, len(text), skipped, pattern)


def _words(
    text: str, begin: int, end: int, skipped: set[int], pattern: re.Pattern[str]
) -> Iterator[Token]:
    at = begin
    for match in pattern.finditer(text, begin, end):
        kind = "per" if match["all"] else KIND_OF.get(match[0], "department")
        if match.start() in skipped or kind == "plain":
            continue
        yield from _characters(text, at, match.start(), skipped)
        # “（含）以上” includes its figure in so many words; 以上 alone leaves it to the reader
        key = match[0] if "含" in match[0] else MEANING_OF.get(match[0], match[0])
        yield Token(kind, (kind, key), match[0], match.start())
        at = match.end()
    yield from _characters(text, at, end, skipped)


def _characters(text: str, begin: int, end: int, skipped: set[int]) -> Iterator[Token]:
    for place in range(begin, end):
        if place not in skipped:
            yield Token("character", text[place], text[place], place)
