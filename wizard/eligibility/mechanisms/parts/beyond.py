"""超过10%部分, 1000万元以上部分: what a quantity exceeds another by."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values
from eligibility.mechanisms.parts.part import (
    Bounds,
    Make,
    Part,
    Quantity,
    Turn,
    above_nothing,
    silent,
)


class Beyond(Part):
    """`of − beyond`, at least nothing."""

    name = "beyond"
    said = {"zh": "{0} − {1} = {result}。", "en": "{0} − {1} = {result}."}

    def __init__(self, entry: Json, make: Make) -> None:
        self.beyond, self.of = make(entry[self.name]), make(entry["of"])

    def inside(self) -> Iterator[Quantity]:
        yield self.of
        yield self.beyond

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return max(terms[0] - terms[1], Fraction(0))

    def bounds(self) -> Bounds:
        least, most = self.of.bounds()
        under, over = self.beyond.bounds()
        return above_nothing(
            Fraction(0) if over is None else least - over, None if most is None else most - under
        )

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield where the excess begins."""
        yield self.of, self.beyond.evaluate(values, silent), ">", "step"


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Beyond.declared = PartDeclaration(
        doc="The part beyond a figure or a share: `beyond: {share: 10%, of: before}`, "
        "`of: {growth: tax, over: before}`.",
        fields=(PartField("beyond", "base"), PartField("of", "base")),
        sentence={"zh": "{of}超过{beyond}的部分", "en": "the part of {of} beyond {beyond}"},
        examples=[
            (
                {
                    "rate": "50%",
                    "of": {
                        "beyond": {"share": "超过10%", "of": "before"},
                        "of": {"growth": "tax", "over": "before"},
                    },
                },
                [
                    ({"tax": "1500", "before": "1000"}, "200"),
                    ({"tax": "1100", "before": "1000"}, "0"),
                ],
            )
        ],
        claims=("excess",),
    )
