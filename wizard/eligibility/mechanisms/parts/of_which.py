"""单个企业不超过1000万元，其中市本级不超过500万元: it only names who pays how much."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import Bounds, Part


class OfWhich(Part):
    """The whole sum; the most that one payer pays of it is named and changes nothing."""

    name = "of_which"
    said = {
        "zh": "合计{result}；按原文，其中一级财政承担的不超过{0}。",
        "en": "{result} in all; by the text one level of government bears not more than {0} of it.",
    }
    quantities = ("of_which", "whole")

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return terms[1]

    def bounds(self) -> Bounds:
        return self.parts[1].bounds()


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    OfWhich.declared = PartDeclaration(
        doc="Who bears how much of a sum, told and not computed: `of_which: 不超过500万元`, "
        "`borne_by: {zh: 市本级, en: the city itself}`, "
        "`whole: {rate: 30%, of: price, at_most: 不超过1000万元}`.",
        fields=(
            PartField("of_which", "figure"),
            PartField("borne_by", "name"),
            PartField("whole", "same"),
        ),
        sentence={
            "zh": "{whole}（其中{borne_by}{of_which}，只说明由谁承担）",
            "en": "{whole} (of which {borne_by} bears {of_which}; this only says who bears it)",
        },
        examples=[
            (
                {
                    "of_which": "不超过500万元",
                    "borne_by": {"zh": "市本级", "en": "the city itself"},
                    "whole": {"rate": "30%", "of": "price", "at_most": "不超过1000万元"},
                },
                [({"price": "10000000"}, "3000000"), ({"price": "40000000"}, "10000000")],
            )
        ],
        claims=("of-which",),
        bracketed=True,
    )
