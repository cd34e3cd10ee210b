"""前两年最高值, 从高: the largest of several quantities."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import OneBySize


class Highest(OneBySize):
    """The largest of them."""

    name = "highest"
    said = {"zh": "{terms}中最高的是{result}。", "en": "The highest of {terms} is {result}."}

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return max(terms)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Highest.declared = PartDeclaration(
        doc="The largest of several quantities: `highest: [{rate: …}, {amount…}]`.",
        fields=(PartField("highest", "same", many=True),),
        sentence={"zh": "{highest}中的最高者", "en": "the highest of {highest}"},
        examples=[
            (
                {"highest": [{"rate": "5%", "of": "input"}, "20万元"]},
                [({"input": "1000000"}, "200000"), ({"input": "6000000"}, "300000")],
            )
        ],
        claims=("highest", "either"),
        words="从高|就高|孰高|取高|择高|较高|其高|[^最提]高(?:者|值)|最高(?:[者值年]|的(?!不|[0-9]))|较大|最大|择优|取大|选择|任选|只能享受|其一",
    )
