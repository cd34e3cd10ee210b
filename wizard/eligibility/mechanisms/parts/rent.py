"""15元/月·平方米: a rent for an area and a number of months."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json
from eligibility.mechanisms.parts.part import Bounds, Make, Part, Quantity, product


class Rent(Part):
    """`rent × area × months`."""

    name = "rent"
    said = {"zh": "{0} × {1} × {2} = {result}。", "en": "{0} × {1} × {2} = {result}."}

    def __init__(self, entry: Json, make: Make) -> None:
        self.rent, self.area = make(entry[self.name]), make(entry["area"])
        self.months = make(entry["months"])

    def inside(self) -> Iterator[Quantity]:
        yield self.rent
        yield self.area
        yield self.months

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return terms[0] * terms[1] * terms[2]

    def bounds(self) -> Bounds:
        return product(product(self.rent.bounds(), self.area.bounds()), self.months.bounds())


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Rent.declared = PartDeclaration(
        doc="Rent by area and month: `rent: 15元/月·平方米`, `area: {fact: area, at_most: …}`, "
        "`months: months`.",
        fields=(PartField("rent", "money"), PartField("area", "base"), PartField("months", "base")),
        sentence={"zh": "{rent}×{area}×{months}", "en": "{rent} × {area} × {months}"},
        examples=[
            (
                {
                    "rent": "15元/月·平方米",
                    "area": {
                        "fact": "area",
                        "at_most": [{"each": "不超过10平方米", "of": "staff"}, "不超过200平方米"],
                    },
                    "months": "months",
                },
                [
                    ({"area": "120", "staff": "20", "months": "12"}, "21600"),
                    ({"area": "120", "staff": "5", "months": "12"}, "9000"),
                    ({"area": "900", "staff": "90", "months": "1"}, "3000"),
                ],
            )
        ],
        claims=("rent", "unit", "month", "per-head"),
    )
