"""存量部分10%、增量部分60%: several sums together."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import ZERO, Part


class Plus(Part):
    """Their sum."""

    name = "plus"
    said = {"zh": "{terms} = {result}。", "en": "{terms} = {result}."}
    sign = " + "

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return sum(terms, ZERO)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Plus.declared = PartDeclaration(
        doc="Several sums together: `plus: [2万元, {every: 100万元, pay: 0.1万元, of: …}]`.",
        fields=(PartField("plus", "same", many=True),),
        sentence={"zh": "{plus}", "en": "{plus}"},
        examples=[
            (
                {
                    "plus": [
                        {"rate": "10%", "of": {"lowest": ["now", "before"]}},
                        {"rate": "60%", "of": {"growth": "now", "over": "before"}},
                    ],
                    "at_most": "最高100元",
                },
                [
                    ({"now": "200", "before": "100"}, "70"),
                    ({"now": "80", "before": "100"}, "8"),
                    ({"now": "900", "before": "100"}, "100"),
                ],
            )
        ],
        claims=("top-up", "in-all", "total-of", "cumulative"),
        bracketed=True,
        joined="sign",
    )
