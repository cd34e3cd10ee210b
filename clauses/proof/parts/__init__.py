"""What the text must say of a part beyond a word: one module for each such part, by its name."""

from collections.abc import Callable, Mapping

from clauses.key_path import KeyPath
from clauses.proof.parts import (
    each,
    every,
    growth,
    instead,
    interest,
    of_which,
    plus,
    progressive,
    rent,
    year,
)
from clauses.proof.said_of_sum import Node, Said

CHECKS: Mapping[str, Callable[[Said, KeyPath, Node], None]] = {
    module.__name__.rpartition(".")[2]: module.check
    for module in (each, every, growth, instead, interest, of_which, plus, progressive, rent, year)
}
"""By the key of the part; each adds a fault where the text says otherwise."""
