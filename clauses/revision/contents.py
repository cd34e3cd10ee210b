"""What the plain words of two versions of a sentence say, wherever they are in it.

Words that say about the same are one word, and words that only lead in, stress or join are none
(`words.toml`). What is left of the one version and not of the other is gone or has come.
"""

import re
from collections import Counter
from collections.abc import Sequence

from clauses.revision.tokens import Token
from clauses.revision.words import ALIKE, SAYS_NOTHING, alternatives

LIGHT = frozenset(
    "分别档各的了对于等予以给按照并和及与、，。；：“”《》（）将由其该所之为在而且个一被中数"
)
"""Characters that carry no condition by themselves."""
_WORD = re.compile(f"({alternatives([*ALIKE])}|{SAYS_NOTHING})|.", re.DOTALL)
_NO_PLAIN = "\0"


def say_the_same(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Tell whether two versions say the same in another order."""
    one, other = (Counter(t.key for t in row if t.kind != "character") for row in (a, b))
    return one == other and not Contents(a, b).differ


class Contents:
    """What is said in plain words by only one of two versions of a sentence."""

    def __init__(self, a: Sequence[Token], b: Sequence[Token]) -> None:
        self._sides = said_words(a), said_words(b)
        one, other = (Counter(key for key, _, _ in side) for side in self._sides)
        self._gone, self._come = one - other, other - one

    @property
    def differ(self) -> bool:
        """True where one version says in plain words what the other does not."""
        return bool(self._gone or self._come)

    @property
    def reworded(self) -> bool:
        """True where each version says in plain words what the other does not."""
        return bool(self._gone and self._come)

    def gone(self, run: Sequence[Token]) -> str:
        """Return what tokens of the old version say that the new one does not."""
        return _said(self._sides[0], run, self._gone)

    def come(self, run: Sequence[Token]) -> str:
        """Return what tokens of the new version say that the old one did not."""
        return _said(self._sides[1], run, self._come)


Word = tuple[str, int, int]
"""What a word says, and where it begins and ends in the sentence."""


def said_words(row: Sequence[Token]) -> list[Word]:
    """Return what the plain words of a row say, in their order."""
    size = row[-1].end if row else 0
    plain = [_NO_PLAIN] * size
    for token in row:
        if token.kind == "character":
            plain[token.start] = token.words
    found = []
    for match in _WORD.finditer("".join(plain)):
        said = ALIKE.get(match[0], "" if match[1] else match[0])
        if said and said not in LIGHT and said != _NO_PLAIN:
            found.append((said, *match.span()))
    return found


def _said(words: Sequence[Word], side: Sequence[Token], only: Counter[str]) -> str:
    if not side:
        return ""
    start, end = side[0].start, side[-1].end
    left, said = Counter(only), ""
    for word, begin, stop in words:
        if begin < end and start < stop and left[word] > 0:
            left[word] -= 1
            said += word
    return said
