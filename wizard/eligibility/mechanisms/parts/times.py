"""面积 × 人数 × 完成比例: a product of quantities."""

from collections.abc import Sequence
from fractions import Fraction
from math import prod

from eligibility.mechanisms.parts.part import Bounds, OfMany, product


class Times(OfMany):
    """Their product."""

    name = "times"
    said = {"zh": "{terms} = {result}。", "en": "{terms} = {result}."}
    sign = " × "

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return prod(terms, start=Fraction(1))

    def bounds(self) -> Bounds:
        found: Bounds = (Fraction(1), Fraction(1))
        for one in self.parts:
            found = product(found, one.bounds())
        return found


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
        claims=("factor",),
    )
