"""按增量的0.3%: a share of any quantity."""

from eligibility.mechanisms.parts.times import Product


class Rate(Product):
    """`rate × of`."""

    name = "rate"
    quantities = ("of", "rate")


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
