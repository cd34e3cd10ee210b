"""不超过项目总投资75%: a share that is compared with or that limits, and is not paid itself."""

from eligibility.mechanisms.parts.times import Product


class Share(Product):
    """`share × of`."""

    name = "share"
    quantities = ("of", "share")


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Share.declared = PartDeclaration(
        doc="A share of a quantity, as a threshold or a ceiling: `share: 75%`, `of: investment`.",
        fields=(PartField("share", "same"), PartField("of", "base")),
        sentence={"zh": "{of}的{share}", "en": "{share} of {of}"},
        examples=[
            (
                {
                    "rate": "50%",
                    "of": "cost",
                    "at_most": {"share": "不超过20%", "of": "investment"},
                },
                [
                    ({"cost": "1000000", "investment": "2000000"}, "400000"),
                    ({"cost": "600000", "investment": "2000000"}, "300000"),
                ],
            )
        ],
    )
