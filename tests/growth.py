"""How work grows with its input: a larger one beside a smaller one, on whatever machine this is."""

from collections.abc import Callable
from time import process_time

TIMES = 4
"""How much larger the larger input is."""
MOST = 2.0
"""The most by which work may grow beyond its input: in proportion 1, with the square `TIMES`."""

_TURNS = 8


def growth(took: Callable[[int], float]) -> float:
    """Return by how much work grows beyond its input, as a ratio.

    `took` does the work for an input of one or of `TIMES` parts, and returns its seconds of
    processor time. Both are done in turn, the first time to warm up, and the best of each counts:
    what else runs on the machine only adds. So more turns follow where too much was added.
    """
    pairs = [(took(1), took(TIMES))]
    few = many = 0.0
    while len(pairs) < _TURNS and (len(pairs) < 2 or many >= few * TIMES * MOST):
        pairs.append((took(1), took(TIMES)))
        few, many = (min(seconds) for seconds in zip(*pairs, strict=True))
    assert few > 0
    print(f"\n{few:.3f} s, and {many:.3f} s with {TIMES} times as much")
    return many / few / TIMES


def processor_seconds(work: Callable[[], object]) -> float:
    """Return for how many seconds of processor time a piece of work computes here."""
    began = process_time()
    work()
    return process_time() - began
