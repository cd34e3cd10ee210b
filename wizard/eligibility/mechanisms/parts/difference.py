"""What a quantity exceeds another by, at least nothing: for growth and for a part beyond."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import Values
from eligibility.mechanisms.parts.part import Bounds, Part, Quantity, Turn, above_nothing, silent


class Difference(Part):
    """`more − less`, at least nothing."""

    said = {"zh": "{0} − {1} = {result}。", "en": "{0} − {1} = {result}."}
    more: Quantity
    less: Quantity

    def inside(self) -> Iterator[Quantity]:
        yield self.more
        yield self.less

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return max(terms[0] - terms[1], Fraction(0))

    def bounds(self) -> Bounds:
        least, most = self.more.bounds()
        under, over = self.less.bounds()
        return above_nothing(
            Fraction(0) if over is None else least - over, None if most is None else most - under
        )

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield where the difference begins."""
        yield self.more, self.less.evaluate(values, silent), ">", "step"
