"""What a quantity exceeds another by, at least nothing: for growth and for a part beyond."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import ZERO, Bounds, NotBelowZero, above_nothing


class DifferencePart(NotBelowZero):
    """The first quantity less the second, at least nothing."""

    said = {"zh": "{0} − {1} = {result}。", "en": "{0} − {1} = {result}."}

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return terms[0] - terms[1]

    def bounds(self) -> Bounds:
        (least, most), (under, over) = (one.bounds() for one in self.parts)
        return above_nothing(
            ZERO if over is None else least - over, None if most is None else most - under
        )
