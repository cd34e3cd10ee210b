"""孰低, 就低: the smallest of several quantities."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import Bounds, OneBySize


class Lowest(OneBySize):
    """The smallest of them."""

    name = "lowest"
    said = {"zh": "{terms}中最低的是{result}。", "en": "The lowest of {terms} is {result}."}

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return min(terms)

    def bounds(self) -> Bounds:
        found = [one.bounds() for one in self.parts]
        return (
            min(least for least, _ in found),
            min((most for _, most in found if most is not None), default=None),
        )


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Lowest.declared = PartDeclaration(
        doc="The smallest of several quantities: `lowest: [cost, {each: 50元, of: area}]`.",
        fields=(PartField("lowest", "same", many=True),),
        sentence={"zh": "{lowest}中的最低者", "en": "the lowest of {lowest}"},
        examples=[
            (
                {"lowest": [{"rate": "50%", "of": "cost"}, {"each": "50元", "of": "area"}]},
                [
                    ({"cost": "10000", "area": "200"}, "5000"),
                    ({"cost": "30000", "area": "200"}, "10000"),
                ],
            )
        ],
        claims=("lowest",),
        words="就低|从低|孰低|取低|择低|较低|其低|低者|最低值|[较孰取]小|最小|较少|存量|不超|不高于",
    )
