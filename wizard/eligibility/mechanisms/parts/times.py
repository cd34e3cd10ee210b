"""面积 × 人数 × 完成比例: a product of quantities."""

from collections.abc import Sequence
from fractions import Fraction
from math import prod

from eligibility.mechanisms.parts.part import ONE, Bounds, Part, product


class Product(Part):
    """The product of the quantities inside, none of which is below zero."""

    said = {"zh": "{terms} = {result}。", "en": "{terms} = {result}."}
    sign = " × "

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return prod(terms, start=ONE)

    def degree(self, fact: str) -> int:
        return sum(one.degree(fact) for one in self.parts)

    def bounds(self) -> Bounds:
        return product([one.bounds() for one in self.parts])


class Times(Product):
    """The product of a list."""

    name = "times"


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Times.declared = PartDeclaration(
        doc="A product of quantities: `times: [{rent: …}, share_of_task_done]`.",
        fields=(PartField("times", "same", many=True),),
        sentence={"zh": "{times}", "en": "{times}"},
        examples=[
            (
                {"times": [{"each": "200元", "of": "beds"}, "done"]},
                [({"beds": "10", "done": "0.8"}, "1600")],
            )
        ],
        claims=("factor", "changed-to"),
        words="乘|系数|比例|权重|率|每|折|减按",
        bracketed=True,
        joined="sign",
    )
