"""不低于50万元, 不低于投资额的10%: the least is stated and the most is not."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import Bounds, Part


class NotUnder(Part):
    """The least; the department decides how much more."""

    name = "not_under"
    said = {
        "zh": "不低于{result}；原文没有写明最高数，由主管部门确定。",
        "en": "Not less than {result}; the text states no most, and the department decides.",
    }

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return terms[0]

    def bounds(self) -> Bounds:
        return self.parts[0].bounds()[0], None


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    NotUnder.declared = PartDeclaration(
        doc="Only the least is stated: `not_under: 不低于50万元`, "
        "`not_under: {rate: 不低于10%, of: input}`; the wording of the award is `floor`.",
        fields=(PartField("not_under", "same"),),
        sentence={
            "zh": "{not_under}（最高数由主管部门确定）",
            "en": "{not_under} (the department decides how much)",
        },
        examples=[
            ({"not_under": "不低于50万元"}, [({}, "500000")]),
            (
                {"not_under": {"rate": "不低于10%", "of": "input"}},
                [({"input": "1000000"}, "100000"), ({"input": "0"}, "0")],
            ),
        ],
        claims=("floor",),
    )
