"""按增量的0.3%: a share of any quantity."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json
from eligibility.mechanisms.parts.part import Bounds, Make, Part, Quantity, product


class Rate(Part):
    """`rate × of`."""

    name = "rate"
    said = {"zh": "{0} × {1} = {result}。", "en": "{0} × {1} = {result}."}

    def __init__(self, entry: Json, make: Make) -> None:
        self.rate, self.of = make(entry[self.name]), make(entry["of"])

    def inside(self) -> Iterator[Quantity]:
        yield self.of
        yield self.rate

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return terms[0] * terms[1]

    def bounds(self) -> Bounds:
        return product(self.rate.bounds(), self.of.bounds())


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Rate.declared = PartDeclaration(
        doc="A share of a quantity: `rate: 0.3%`, `of: {growth: output, over: last_year}`.",
        fields=(PartField("rate", "rate"), PartField("of", "base")),
        sentence={"zh": "{of}的{rate}", "en": "{rate} of {of}"},
        examples=[
            (
                {"rate": "0.3%", "of": {"growth": "output", "over": "last_year"}},
                [
                    ({"output": "150000000", "last_year": "100000000"}, "150000"),
                    ({"output": "90000000", "last_year": "100000000"}, "0"),
                ],
            )
        ],
    )
