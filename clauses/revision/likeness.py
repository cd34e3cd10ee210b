"""How alike two passages are: by the pairs of characters (character bigrams) that they share.

Clauses of one policy share formulas such as 市级财政给予最高…分档奖励. So between clauses a pair
counts the more, the fewer clauses hold it (IDF weighting): the subject decides, not the formula.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import takewhile
from math import log


@cache
def pairs(text: str, exact: bool = False) -> frozenset[str]:
    """Return the character bigrams of a text as a set; all digits are one unless `exact`."""
    words = text if exact else "".join("0" if c.isdigit() else c for c in text)
    return frozenset(words[n : n + 2] for n in range(len(words) - 1))


def alike(one: str, other: str, *, exact: bool = False) -> float:
    """Return how alike two texts are: 1 for the same words, 0 for none shared.

    This is the Sørensen–Dice coefficient of their bigrams. With `exact` their figures count too.
    """
    if one == other:
        return 1.0
    a, b = pairs(one, exact), pairs(other, exact)
    size = len(a) + len(b)
    return 2 * len(a & b) / size if size else 0.0


def common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike: their longest common prefix."""
    beside = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda two: two[0] == two[1], beside))


def held(part: str, whole: str, *, exact: bool = False) -> float:
    """Return how much of a text another holds: 1 where it holds all of its pairs.

    This is the containment of its bigrams in those of the other, however much more that says.
    """
    a = pairs(part, exact)
    return len(a & pairs(whole, exact)) / len(a) if a else 0.0


def best_pairs[T](
    old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float], least: float
) -> dict[int, int]:
    """Pair by their places what is the most alike, down to a likeness, the best first.

    Of equals, those nearer in the order. This is greedy matching: the sum of all likenesses may be
    higher in another pairing.
    """
    order = sorted(
        (-likeness(a, b), abs(n - m), n, m) for n, a in enumerate(old) for m, b in enumerate(new)
    )
    found: dict[int, int] = {}
    for minus, _, n, m in order:
        if -minus >= least and n not in found and m not in found.values():
            found[n] = m
    return found


def paired[T](
    old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float], least: float
) -> list[tuple[T | None, T | None]]:
    """Pair the most alike; what is left of the old texts stands by itself, then of the new."""
    partner = best_pairs(old, new, likeness, least)
    gone = [(a, new[partner[n]] if n in partner else None) for n, a in enumerate(old)]
    return [*gone, *((None, b) for m, b in enumerate(new) if m not in partner.values())]


class Weighted:
    """Likeness among the passages of two texts; a pair that few passages hold counts the more.

    The weight of a pair is its inverse document frequency (IDF), each passage a document.
    """

    def __init__(self, passages: Iterable[str]) -> None:
        every = list(passages)
        counts = Counter(pair for passage in every for pair in pairs(passage))
        self.weights = {pair: log((len(every) + 2) / count) for pair, count in counts.items()}
        self.sizes: dict[str, float] = {}

    def alike(self, one: str, other: str) -> float:
        """Return how alike two passages are: the Sørensen–Dice coefficient of weighted pairs."""
        if one == other:
            return 1.0
        shared = pairs(one) & pairs(other)
        if not shared:
            return 0.0
        return 2 * self._weight(shared) / (self._size(one) + self._size(other))

    def _size(self, text: str) -> float:
        if text not in self.sizes:
            self.sizes[text] = self._weight(pairs(text))
        return self.sizes[text]

    def _weight(self, some: Iterable[str]) -> float:
        weights = self.weights
        return sum(map(weights.__getitem__, some))
