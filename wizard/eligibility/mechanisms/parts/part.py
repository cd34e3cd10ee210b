"""What a composed sum asks of its parts: each is a small quantity made of others.

A part is a subclass of `Part` in its own module. An entry of the policy document is a fact
(`{"fact": name}`), a figure (`{"figure": "0.2"}`) or a part (`{"part": name, …}`) with its ceilings
and its floor. Quantities are exact fractions: of yuan, of pieces, of one.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from math import prod
from typing import TYPE_CHECKING, ClassVar

from eligibility.mechanisms.mechanism import Json, Texts, Values, number
from eligibility.mechanisms.thresholds import Comparison
from eligibility.money import ends, write_exact

if __debug__ and TYPE_CHECKING:  # left out of the browser’s archive, as the module is
    from eligibility.mechanisms.parts.declaration import PartDeclaration

Write = Callable[[str, Sequence[Fraction], Fraction], None]
"""Writes what a part computed: its name, what went in, what came out."""
Make = Callable[[Json], "Quantity"]
Bounds = tuple[Fraction, Fraction | None]
"""The least and the most of a quantity; None if nothing limits it."""
Turn = tuple["Quantity", Fraction, Comparison, str]
"""A quantity inside, the threshold at which the sum turns, how it is passed, and why."""

ZERO, ONE = Fraction(0), Fraction(1)


class Quantity:
    """Anything that has a value once the facts are known."""

    def evaluate(self, values: Values, write: Write) -> Fraction:
        """Compute the value, and write down what was computed."""
        raise NotImplementedError

    def bounds(self) -> Bounds:
        """Return the least and the most over all facts."""
        return ZERO, None

    @property
    def always_limits(self) -> bool:
        """Whether it limits in every case, where it is a ceiling."""
        return True

    def limits(self, values: Values) -> bool:
        """Return whether it limits at all, where it is a ceiling."""
        return True

    def inside(self) -> "Iterator[Quantity]":
        """Yield the quantities that it is made of."""
        return iter(())

    def facts(self) -> Iterator[str]:
        """Yield the names of the facts that it needs, in their order."""
        for one in self.inside():
            yield from one.facts()

    def codes(self) -> Iterator[str]:
        """Yield the names of the facts whose codes decide."""
        for one in self.inside():
            yield from one.codes()

    def last_of_periods(self, fact: str) -> Iterator[Fraction]:
        """Yield the last number of each period by which a fact decides: the third year."""
        for one in self.inside():
            yield from one.last_of_periods(fact)

    def degree(self, fact: str) -> int:
        """Return how often a fact is multiplied by itself, itself counted: 1 where it is linear."""
        return max((one.degree(fact) for one in self.inside()), default=0)

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield the thresholds at which the value turns, other than those of what is inside."""
        return iter(())

    def every_turn(self, values: Values) -> Iterator[Turn]:
        """Yield these and all turns inside."""
        yield from self.turns(values)
        for one in self.inside():
            yield from one.every_turn(values)


class FactValue(Quantity):
    """A figure that the applicant states."""

    def __init__(self, name: str) -> None:
        self.name = name

    def evaluate(self, values: Values, write: Write) -> Fraction:
        return number(values, self.name)

    def facts(self) -> Iterator[str]:
        yield self.name

    def degree(self, fact: str) -> int:
        return int(fact == self.name)


class FixedFigure(Quantity):
    """A figure of the text."""

    def __init__(self, value: Fraction) -> None:
        self.value = value

    def evaluate(self, values: Values, write: Write) -> Fraction:
        return self.value

    def bounds(self) -> Bounds:
        return self.value, self.value


class QuantityDifference(Quantity):
    """What one quantity is above another; both may turn with one fact."""

    def __init__(self, one: Quantity, other: Quantity) -> None:
        self.one, self.other = one, other

    def inside(self) -> Iterator[Quantity]:
        yield self.one
        yield self.other

    def evaluate(self, values: Values, write: Write) -> Fraction:
        return self.one.evaluate(values, write) - self.other.evaluate(values, write)


class Part(Quantity):
    """A way of making one quantity of others. Subclasses say how."""

    name: ClassVar[str]
    """Its key in a clause file, by which it is known."""
    said: ClassVar[Texts] = {}
    """What it computed, in both languages: {terms} joined by `sign`, {0}, {1} … and {result}; empty
    where it writes nothing of its own."""
    sign: ClassVar[str] = ", "

    declared: ClassVar["PartDeclaration"]
    """Its form in a clause file, the proof and the pages; not available in the browser."""

    quantities: ClassVar[Sequence[str]] = ()
    """The keys of the quantities inside, in the order in which they are computed; by default its
    own key. One that is left out is skipped, those of a list count one by one."""

    parts: Sequence[Quantity] = ()
    """The quantities inside."""

    def __init__(self, entry: Json, make: Make) -> None:
        """Take the quantities inside over from the policy document; `make` makes each."""
        stated = [entry[key] for key in self.quantities or (self.name,)]
        held = (one if isinstance(one, list) else [one] for one in stated if one is not None)
        self.parts = [make(one) for listed in held for one in listed]

    def inside(self) -> Iterator[Quantity]:
        return iter(self.parts)

    def bounds(self) -> Bounds:
        """Return the result of the leasts and of the mosts: a part rises with what is inside."""
        found = [one.bounds() for one in self.parts]
        mosts = [most for _, most in found if most is not None]
        least = self.result([least for least, _ in found])
        return least, self.result(mosts) if len(mosts) == len(found) else None

    def evaluate(self, values: Values, write: Write) -> Fraction:
        terms = [one.evaluate(values, write) for one in self.parts]
        result = self.result(terms)
        write(self.name, terms, result)
        return result

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        """Compute the value of what is inside."""
        raise NotImplementedError


class OneBySize(Part):
    """One of a list by its size: the value turns where one passes another."""

    def turns(self, values: Values) -> Iterator[Turn]:
        for one, other in permutations(self.parts, 2):
            yield QuantityDifference(one, other), ZERO, ">=", "step"


def silent(part: str, terms: Sequence[Fraction], result: Fraction) -> None:
    """Write nothing."""


class NotBelowZero(Part):
    """A part that takes something off: where its result is below zero, nothing counts."""

    def evaluate(self, values: Values, write: Write) -> Fraction:
        result = super().evaluate(values, write)
        if result >= ZERO:
            return result
        write("below_zero", [result], ZERO)
        return ZERO

    def before_zero(self, values: Values) -> Fraction:
        """Compute the value also where it is below zero."""
        return super().evaluate(values, silent)

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield where the value rises above zero, and where it falls to it."""
        yield from super().turns(values)
        yield Signed(self, 1), ZERO, ">", "step"
        yield Signed(self, -1), ZERO, ">=", "step"


class Signed(Quantity):
    """The value of a part as it is before zero is made of it, or the opposite."""

    def __init__(self, of: NotBelowZero, sign: int) -> None:
        self.of, self.sign = of, sign

    def inside(self) -> Iterator[Quantity]:
        yield self.of

    def evaluate(self, values: Values, write: Write) -> Fraction:
        return self.sign * self.of.before_zero(values)


def above_nothing(least: Fraction, most: Fraction | None) -> Bounds:
    """Return bounds of what counts as nothing where it is below nothing."""
    return max(least, ZERO), None if most is None else max(most, ZERO)


def one_or_nothing(quantities: Sequence[Quantity]) -> Bounds:
    """Return bounds of what is one of some quantities, or nothing."""
    mosts = [one.bounds()[1] for one in quantities]
    known = [most for most in mosts if most is not None]
    return ZERO, max(known) if len(known) == len(mosts) else None


def product(factors: Sequence[Bounds]) -> Bounds:
    """Return the bounds of a product of quantities that are not below nothing."""
    mosts = [most for _, most in factors if most is not None]
    limited = len(mosts) == len(factors) or ZERO in mosts
    least = prod((least for least, _ in factors), start=ONE)
    return least, prod(mosts, start=ONE) if limited else None


def shown(terms: Sequence[Fraction]) -> list[str]:
    """Write quantities with all their decimals; a mean may have no end of them, and has twelve."""
    return [
        write_exact(term if ends(term) else Fraction(int(term * _DECIMALS), _DECIMALS))
        for term in terms
    ]


_DECIMALS = 10**12
