"""每人2000元, 50元/平方米: so much for each unit."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json
from eligibility.mechanisms.parts.part import Bounds, Make, Part, Quantity, product


class Each(Part):
    """`each × of`: a sum times a number of pieces, people, square metres."""

    name = "each"
    said = {"zh": "{0} × {1} = {result}。", "en": "{0} × {1} = {result}."}

    def __init__(self, entry: Json, make: Make) -> None:
        self.each, self.of = make(entry[self.name]), make(entry["of"])

    def inside(self) -> Iterator[Quantity]:
        yield self.of
        yield self.each

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return terms[0] * terms[1]

    def bounds(self) -> Bounds:
        return product(self.each.bounds(), self.of.bounds())


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Each.declared = PartDeclaration(
        doc="A sum for each unit: `each: 2000元`, `of: {fact: staff, at_most: 不超过50人}`.",
        fields=(PartField("each", "money"), PartField("of", "base")),
        sentence={"zh": "{each}×{of}", "en": "{each} × {of}"},
        examples=[
            (
                {"each": "2000元", "of": {"fact": "staff", "at_most": "不超过50人"}},
                [({"staff": "30"}, "60000"), ({"staff": "80"}, "100000")],
            ),
            (
                {
                    "each": {"by": "grade", "cases": {"high": "1000元", "low": "500元"}},
                    "of": "area",
                    "at_most": "最高100万元",
                },
                [
                    ({"grade": "high", "area": "300"}, "300000"),
                    ({"grade": "low", "area": "300"}, "150000"),
                    ({"grade": "high", "area": "2000"}, "1000000"),
                ],
            ),
        ],
        claims=("unit", "each", "in-all"),
    )
