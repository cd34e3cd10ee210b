"""What the text must say of a part beyond a word: one module for each such part, by its name."""

from collections.abc import Callable, Mapping

from clauses.key_path import KeyPath
from clauses.proof.parts import (
    beyond,
    by,
    each,
    every,
    first,
    growth,
    instead,
    interest,
    less,
    lowest,
    match,
    of_which,
    plus,
    progressive,
    rate,
    reduce,
    rent,
    size,
    times,
    uplift,
    year,
)
from clauses.proof.said_of_sum import Node, Said

_MODULES = (
    beyond, by, each, every, first, growth, instead, interest, less, lowest, match, of_which, plus,
    progressive, rate, reduce, rent, size, times, uplift, year,
)  # fmt: skip
CHECKS: Mapping[str, Callable[[Said, KeyPath, Node], None]] = {
    module.__name__.rpartition(".")[2]: module.check for module in _MODULES
}
"""By the key of the part; each adds a fault where the text says otherwise."""
