"""15元/月·平方米: a rent for an area and a number of months."""

from eligibility.mechanisms.parts.times import Product


class Rent(Product):
    """`rent × area × months`."""

    name = "rent"
    quantities = ("rent", "area", "months")


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
