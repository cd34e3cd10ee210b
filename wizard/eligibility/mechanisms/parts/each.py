"""每人2000元, 50元/平方米: so much for each unit."""

from eligibility.mechanisms.parts.times import Product


class Each(Product):
    """`each × of`: a sum times a number of pieces, people, square metres."""

    name = "each"
    quantities = ("of", "each")


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
