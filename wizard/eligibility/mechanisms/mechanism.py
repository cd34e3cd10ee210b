"""What the engine, the form and the results ask of a mechanism: of each way of stating a sum.

A mechanism is a subclass of `Mechanism` in its own module. One object is the sum of one
award: it is made from that award's `sum` in the policy document. Quantities are exact fractions of
yuan (or m²); shares are fractions of one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Self

from eligibility.closing_rule import Steps
from eligibility.mechanisms.thresholds import Comparison
from eligibility.money import LONGEST, floor_to_fen, write, write_exact

if __debug__ and TYPE_CHECKING:  # left out of the browser’s archive, as the module is
    from eligibility.mechanisms.declaration import Declaration

Json = Mapping[str, Any]
Value = str | int | bool | Fraction
"""A fact that is known: a code, yes or no, or a figure."""
Values = Mapping[str, Value]
Texts = Mapping[str, str]
"""A template in each language, by `zh` and `en`."""
Write = Callable[..., None]
"""Writes a step of the calculation: its code, then its parameters by name."""
Stop = tuple[Fraction, Comparison, str]
"""A threshold of the figure that rules the sum, how it is passed, and why: `step`, `ceiling`."""
Crossed = tuple[Fraction, Fraction]
"""The threshold of the step that is crossed, and what crossing it gives."""

FEN = Fraction(1, 100)
ZERO = Fraction(0)
LEAST = Fraction(1, 10 ** (LONGEST - 2))
"""The smallest figure above nothing that can be typed."""
BEYOND = Fraction(10 ** (3 * LONGEST + 20))
"""Larger than any figure that can be typed, and than any product of two."""


class Mechanism:
    """The sum of one award. Subclasses override what is special to them."""

    name: ClassVar[str]
    """The `mechanism` of the policy document."""
    steps: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """The codes of the steps that only this mechanism writes, with their parameters."""
    said: ClassVar[Mapping[str, Texts]] = {}
    """The sentence of each of these steps."""
    product: ClassVar[str | None] = None
    """The step whose amount is compared with the ceiling by the step after it."""
    as_stated: ClassVar[str | None] = None
    """The step whose amount is a sum of the text itself, exact or at most."""
    of_parts: ClassVar[bool] = False
    """Whether the sum is composed of parts, so that it need not rise with each of its figures."""
    by_steps: ClassVar[bool] = False
    """Whether a sum is due when a threshold is reached for the first time."""
    curved: ClassVar[bool] = False
    """Whether a drawing shows the sum over `figure`."""
    large: ClassVar[bool] = False
    """True where `figure` is one of a whole enterprise and may run to billions."""
    in_yuan: ClassVar[frozenset[str]] = frozenset()
    """Keys that name a fact which is counted in single yuan: a price for each square metre."""

    declared: ClassVar["Declaration"]
    """Its form in a clause file, the proof and the pages; not available in the browser."""

    figure: str = ""
    """The fact with the figure that determines the sum, if any."""
    before: str = ""
    """The fact with the best earlier year, for mechanisms `by_steps`."""
    by: str = ""
    """The fact whose code determines the sum, if any."""
    tiers: Mapping[str | int, Fraction] = {}
    """The sum of each code of `by`."""
    undecided: frozenset[str | int] = frozenset()
    """Codes for which the text names a tier without a figure."""
    codes: tuple[str, ...] = ()
    """Further facts whose codes decide the sum (of a composed sum)."""
    rate: Fraction = Fraction(1)
    """The share of a figure that is paid."""
    at_most: Fraction | None = None
    """The ceiling, or None if the text states none."""

    def __init__(self, entry: Json) -> None:
        """Take the figures over from the award's `sum` in the policy document."""
        self.entry = entry

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.entry == self.entry

    def evaluate(self, values: Values, write: Write) -> Fraction:
        """Compute the sum in yuan, not rounded to fen, and write down the steps.

        All facts are known, and the code of `by` is one of `tiers`.
        """
        raise NotImplementedError

    def maximum_amount(self) -> Fraction | None:
        """Return the largest sum that the words allow; None if they set no limit or no sum."""
        return self.at_most

    def stated_sums(self) -> list[Fraction]:
        """Return the sums that the text itself states, in its order; empty if it states none."""
        return []

    def bound(self) -> Fraction | None:
        """Return the most that a claim can give under any reading; None if nothing bounds it."""
        return self.maximum_amount()

    def candidates(self) -> Sequence[Fraction]:
        """Return values of an unknown figure; some give the least and the most.

        With any one figure a sum only rises or only falls: nothing, the smallest figure that can be
        typed, the least that pays a fen, and one beyond all.
        """
        return [ZERO, LEAST, FEN / (self.rate or 1), BEYOND]

    def candidates_of(self, fact: str, known: Values) -> Sequence[Fraction]:
        """Return such values of one unknown figure, given the facts that are known."""
        return self.candidates()

    def stops(self, values: Values) -> list[Stop]:
        """Return the thresholds of `figure`, given the other facts."""
        return []

    def stops_of(self, fact: str, values: Values) -> list[Stop]:
        """Return the thresholds of any figure, given the other facts."""
        return self.stops(values) if fact == self.figure else []

    def starts(self, values: Values) -> list[Fraction]:
        """Return the figure up to which nothing is due, if any, given the other facts."""
        return []

    def assumed(self, least: Fraction) -> dict[str, Fraction]:
        """Return values for a drawing of the facts besides `figure`.

        `least` is the figure from which on the conditions are met.
        """
        return {}

    def with_tiers(self, changed: Iterable[tuple[str | int, str]]) -> Self:
        """Return the sum with other sums (yuan) for some codes; without tiers it stays as it is."""
        return self

    # For mechanisms `by_steps`: another claim may state the best earlier year.

    def passed(self, figure: Fraction) -> int:
        """Count the steps that a figure passes."""
        return 0

    def cross(self, figure: Fraction, best: Fraction, steps: Steps = "each") -> Crossed | None:
        """Return the step crossed for the first time, if any, after a `best` earlier year."""
        return None

    def crossing(self, figure: Fraction, best: Fraction, crossed: Crossed) -> Json:
        """Return the parameters of the step that says so: its code is the mechanism’s name."""
        return {}


def number(values: Values, name: str) -> Fraction:
    """Return a fact that is a figure."""
    value = values[name]
    assert isinstance(value, Fraction)
    return value


def hold_against(ceiling: Fraction | None, product: Fraction, write_step: Write) -> Fraction:
    """Return the smaller of a product and the ceiling, and say which it was (A07).

    A product below nothing counts as nothing.
    """
    positive = max(product, ZERO)
    if ceiling is None:
        return positive
    amount = min(positive, ceiling)
    code = "ceiling" if product > ceiling else "below-ceiling"
    write_step(code, at_most=write_exact(ceiling), amount=write(floor_to_fen(amount)))
    return amount
