"""How work grows with its input: a larger one beside a smaller one, on whatever machine this is."""

from collections.abc import Callable
from time import process_time

TIMES = 4
"""How much larger the larger input is."""
MOST = 2.0
"""The most by which work may grow beyond its input: in proportion 1, with the square `TIMES`."""


def growth(took: Callable[[int], float]) -> float:
    """Return by how much work grows beyond its input, as a ratio.

    `took` does the work for an input of one or of `TIMES` parts, and returns its seconds of
    processor time. Both are done in turn, and the best of each counts: what else runs on the
    machine only adds.
    """
    pairs = [(took(1), took(TIMES)) for _ in range(3)]
    few, many = (min(seconds) for seconds in zip(*pairs, strict=True))
    assert few > 0
    print(f"\n{few:.3f} s, and {many:.3f} s with {TIMES} times as much")
    return many / few / TIMES


def processor_seconds(work: Callable[[], object]) -> float:
    """Return for how many seconds of processor time a piece of work computes here."""
    began = process_time()
    work()
    return process_time() - began
