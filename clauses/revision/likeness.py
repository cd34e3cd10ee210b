"""How alike two passages are: by the pairs of characters they share."""

from functools import cache


@cache
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of characters of a text, its digits evened out."""
    evened = "".join("0" if c.isdigit() else c for c in text)
    return frozenset(evened[n : n + 2] for n in range(len(evened) - 1))


def alike(one: str, other: str) -> float:
    """Return how alike two texts are: 1 for the same words, 0 for none shared."""
    if one == other:
        return 1.0
    a, b = pairs(one), pairs(other)
    size = len(a) + len(b)
    return 2 * len(a & b) / size if size else 0.0


def held(part: str, whole: str) -> float:
    """Return how much of a text another holds: 1 where it holds all of its pairs."""
    a = pairs(part)
    return len(a & pairs(whole)) / len(a) if a else 0.0
