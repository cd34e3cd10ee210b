"""A sum that is composed of parts: a ceiling on a share of an increase, and the like (decision 43).

It is loaded only where a policy composes a sum, so that no other policy pays for it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import (
    BEYOND,
    FEN,
    LEAST,
    ZERO,
    Json,
    Mechanism,
    Stop,
    Values,
)
from eligibility.mechanisms.mechanism import Write as WriteStep
from eligibility.mechanisms.parts import PARTS
from eligibility.mechanisms.parts.part import (
    Bounds,
    FactValue,
    FixedFigure,
    Quantity,
    QuantityDifference,
    Turn,
    Write,
    shown,
    silent,
)
from eligibility.money import LONGEST, floor_to_fen, write

HELD = {
    "at_most": {"zh": "{0}超过上限，按{result}计。", "en": "{0} is above the ceiling of {result}."},
    "at_least": {"zh": "{0}低于下限，按{result}计。", "en": "{0} is below the least, {result}."},
    "below_zero": {
        "zh": "{0}小于零，按{result}计。",
        "en": "{0} is below zero and counts as {result}.",
    },
}
"""What the limits of a quantity computed, and what is below zero, in both languages."""

_HALVINGS = 45
"""Halvings of the interval in `_solve`; real sums have a handful of segments."""


class Held(Quantity):
    """A quantity with its ceilings and its floor: the smallest of them, the largest of them."""

    def __init__(self, of: Quantity, ceilings: Sequence[Quantity], floor: Quantity | None) -> None:
        self.of, self.ceilings, self.floor = of, ceilings, floor

    def inside(self) -> Iterator[Quantity]:
        yield self.of
        yield from self.ceilings
        if self.floor is not None:
            yield self.floor

    def evaluate(self, values: Values, write: Write) -> Fraction:
        amount = self.of.evaluate(values, write)
        for ceiling in self.ceilings:
            if not ceiling.limits(values):
                continue
            most = ceiling.evaluate(values, write)
            if amount > most:
                write("at_most", [amount], most)
                amount = most
        if self.floor is not None:
            least = self.floor.evaluate(values, write)
            if amount < least:
                write("at_least", [amount], least)
                amount = least
        return amount

    def bounds(self) -> Bounds:
        least, most = self.of.bounds()
        for ceiling in self.ceilings:
            under, over = ceiling.bounds()
            least = min(least, under)
            if not ceiling.always_limits:
                continue
            most = over if most is None else most if over is None else min(most, over)
        if self.floor is not None:
            under, over = self.floor.bounds()
            least = max(least, under)
            most = None if most is None or over is None else max(most, over)
        return least, most

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield where a ceiling is reached, and where the floor is left."""
        for ceiling in self.ceilings:
            if ceiling.limits(values):
                yield QuantityDifference(self.of, ceiling), ZERO, ">=", "ceiling"
        if self.floor is not None:
            yield QuantityDifference(self.of, self.floor), ZERO, ">", "step"

    @property
    def always_limits(self) -> bool:
        return self.of.always_limits

    def limits(self, values: Values) -> bool:
        return self.of.limits(values)


def said(part: str, language: str) -> tuple[str, str]:
    """Return the sentence of what a part computed, and the sign between its terms."""
    if part in HELD:
        return HELD[part][language], ""
    return PARTS[part].said[language], PARTS[part].sign


def make(entry: Json) -> Quantity:
    """Make a quantity out of its entry in the policy document."""
    if "figure" in entry:
        return FixedFigure(Fraction(entry["figure"]))
    if entry.get("part") is None:
        return FactValue(entry["fact"])
    of = PARTS[entry["part"]](entry, make)
    floor = entry["at_least"]
    if not entry["at_most"] and floor is None:
        return of
    return Held(of, [make(one) for one in entry["at_most"]], None if floor is None else make(floor))


class Composed(Mechanism):
    """A sum made of parts."""

    name = "composed"
    of_parts = True

    def __init__(self, entry: Json) -> None:
        super().__init__(entry)
        self.quantity = make(entry["sum"])
        self.names = list(dict.fromkeys(self.quantity.facts()))
        self.codes = tuple(dict.fromkeys(self.quantity.codes()))
        self.figure = next(iter(self.names), "")
        self.at_most = self.quantity.bounds()[1]

    def evaluate(self, values: Values, write_step: WriteStep) -> Fraction:
        def say(part: str, terms: Sequence[Fraction], result: Fraction) -> None:
            write_step("computed", part=part, terms=shown(terms), result=shown([result])[0])

        result = max(self.quantity.evaluate(values, say), ZERO)
        write_step("result", amount=write(floor_to_fen(result)))
        return result

    def candidates_of(self, fact: str, known: Values) -> Sequence[Fraction]:
        """Return nothing, the smallest figure, one beyond all, and every figure at which the sum
        turns, with those just below and above it.

        Between two turns a sum only rises or only falls with one figure. A turn that depends on
        another unknown figure is looked for where that figure is nothing, and where it is beyond
        all.
        """
        found = {ZERO, LEAST, BEYOND}
        open_ = [name for name in self.names if name not in known and name != fact]
        for filled in (ZERO, BEYOND) if open_ else (ZERO,):
            values = {**known, **dict.fromkeys(open_, filled)}
            for at in (*self._turns_of(fact, values), *self._least_paying(fact, values)):
                found |= {at, at + LEAST, max(at - LEAST, ZERO)}
        for last in self.quantity.last_of_periods(fact):
            found |= {last, last + 1}
        return sorted(found)

    def _turns_of(self, fact: str, values: Values) -> Iterator[Fraction]:
        for at, _, _ in self.stops_of(fact, values):
            yield at

    def _least_paying(self, fact: str, values: Values) -> Iterator[Fraction]:
        if (at := _solve(self.quantity, FEN, fact, values)) is not None:
            yield at

    def stops_of(self, fact: str, values: Values) -> list[Stop]:
        if any(name != fact and name not in values for name in (*self.names, *self.codes)):
            return []
        found: dict[Fraction, Stop] = {}
        now = {**values, fact: _now(values, fact)}
        for quantity, target, compare, why in self.quantity.every_turn(now):
            if fact not in quantity.facts():
                continue
            at = _solve(quantity, target, fact, values)
            if at is not None and at > 0:
                found.setdefault(at, (at, compare, why))
        return sorted(found.values(), key=lambda stop: stop[0])

    def stops(self, values: Values) -> list[Stop]:
        return self.stops_of(self.figure, values)


def _now(values: Values, fact: str) -> Fraction:
    present = values.get(fact, ZERO)
    return present if isinstance(present, Fraction) else ZERO


def _solve(quantity: Quantity, target: Fraction, fact: str, values: Values) -> Fraction | None:
    """Return the smallest value of a fact at which a quantity that rises with it has a value.

    The quantity is linear between its turns. The interval in which it reaches the value is halved;
    the line through its two ends, and the one that leads to its lower end, meet the value once
    they are in one segment with it. None where the quantity never has that value, or jumps over it.
    """

    def at(x: Fraction) -> Fraction:
        return quantity.evaluate({**values, fact: x}, silent)

    def is_first(x: Fraction) -> bool:
        """Return whether the quantity is below its value just before, on a line or by a jump."""
        if at(x) != target:
            return False
        before = max(x - LEAST, ZERO)
        if (found := at(before)) >= target:
            return False
        middle = at((before + x) / 2)
        return middle == (found + target) / 2 or (x % LEAST == 0 and middle < target)

    low = high = (ZERO, at(ZERO))
    for place in range(-2, 3 * LONGEST + 24, 3):  # up to `BEYOND`, which another fact may be
        x = Fraction(10) ** place
        if (found := at(x)) >= target:
            high = (x, found)
            break
        low = (x, found)
    else:
        return None
    if low[1] >= target:
        return None
    before = low
    for _ in range(_HALVINGS):
        for one, other in ((low, high), (before, low)):
            if one[1] < other[1]:
                x = one[0] + (target - one[1]) * (other[0] - one[0]) / (other[1] - one[1])
                if low[0] < x <= high[0] and is_first(x):
                    return x
        if is_first(x := _roundest(low[0], high[0])):
            return x  # where it jumps, which no line shows
        middle = (low[0] + high[0]) / 2
        if (found := at(middle)) >= target:
            high = (middle, found)
        else:
            before, low = low, (middle, found)
    return None


def _roundest(low: Fraction, high: Fraction) -> Fraction:
    """Return the roundest decimal number above one figure and not above another."""
    step = Fraction(10) ** len(str(int(high)))
    while (found := high // step * step) <= low:
        step /= 10
    return found


if __debug__:
    from eligibility.mechanisms.declaration import Declaration
    from eligibility.mechanisms.mechanism import Texts

    class ComposedDeclared(Declaration):
        doc = "A sum made of parts."
        key = ""
        fields = ()
        support = "rate"
        formula = {"zh": "{composed}", "en": "{composed}"}
        examples = ()

        def sentence(self, rule: Json) -> Texts:
            return {"zh": "{composed}", "en": "{composed}"}

    Composed.declared = ComposedDeclared()
