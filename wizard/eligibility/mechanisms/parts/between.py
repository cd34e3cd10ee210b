"""奖20-500万元: an open sum with both ends; the most is shown, the least is named."""

from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values
from eligibility.mechanisms.parts.part import Bounds, Make, Part, Write


class Between(Part):
    """At most the upper end; the department decides between the two."""

    name = "between"
    said = {"zh": "在{0}至{result}之间确定。", "en": "Decided between {0} and {result}."}

    def __init__(self, entry: Json, make: Make) -> None:
        self.least, self.most = map(Fraction, entry[self.name])

    def evaluate(self, values: Values, write: Write) -> Fraction:
        write(self.name, [self.least], self.most)
        return self.most

    def bounds(self) -> Bounds:
        return self.most, self.most


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Between.declared = PartDeclaration(
        doc="A range with both ends, decided case by case: `between: 20-500万元`.",
        fields=(PartField("between", "range"),),
        sentence={
            "zh": "{between}（由主管部门确定）",
            "en": "{between} (as the department decides)",
        },
        examples=[
            ({"between": "20-500万元"}, [({}, "5000000")]),
            (
                {"rate": {"between": "15%—30%"}, "of": "input", "at_most": "最高5000万元"},
                [({"input": "1000000"}, "300000"), ({"input": "900000000"}, "50000000")],
            ),
        ],
        claims=("tiers",),
    )
