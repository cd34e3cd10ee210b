"""What a quantity exceeds another by, at least nothing: for growth and for a part beyond."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import Values
from eligibility.mechanisms.parts.part import (
    ZERO,
    Bounds,
    Part,
    Turn,
    Write,
    above_nothing,
    not_below_zero,
    silent,
)


class DifferencePart(Part):
    """The first quantity less the second, at least nothing."""

    said = {"zh": "{0} − {1} = {result}。", "en": "{0} − {1} = {result}."}

    def evaluate(self, values: Values, write: Write) -> Fraction:
        return not_below_zero(super().evaluate(values, write), write)

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return terms[0] - terms[1]

    def bounds(self) -> Bounds:
        (least, most), (under, over) = (one.bounds() for one in self.parts)
        return above_nothing(
            ZERO if over is None else least - over, None if most is None else most - under
        )

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield where the difference begins."""
        more, less = self.parts
        yield more, less.evaluate(values, silent), ">", "step"
