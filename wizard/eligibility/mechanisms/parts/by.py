"""国家级、省级分别按50%、30%: another quantity for each code of a fact."""

from collections.abc import Iterator
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values
from eligibility.mechanisms.parts.part import Bounds, Make, Part, Write, one_or_nothing


class By(Part):
    """The quantity of the code; nothing for a code without one."""

    name = "by"

    def __init__(self, entry: Json, make: Make) -> None:
        self.by: str = entry[self.name]
        self.cases = {code: make(one) for code, one in entry["cases"]}
        self.parts = [*self.cases.values()]

    def codes(self) -> Iterator[str]:
        yield self.by
        yield from super().codes()

    def evaluate(self, values: Values, write: Write) -> Fraction:
        code = values[self.by]
        assert not isinstance(code, Fraction)
        return self.cases[code].evaluate(values, write) if code in self.cases else Fraction(0)

    def bounds(self) -> Bounds:
        return one_or_nothing(self.parts)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    By.declared = PartDeclaration(
        doc="A quantity for each code of a fact: `by: level`, `cases: {national: 50%, …}`.",
        fields=(PartField("by", "fact"), PartField("cases", "cases")),
        sentence={"zh": "按{by}：{cases}", "en": "by {by}: {cases}"},
        examples=[
            (
                {
                    "rate": "10%",
                    "of": "price",
                    "at_most": {
                        "by": "kind",
                        "cases": {"whole": "最高200万元", "part": "最高50万元"},
                    },
                },
                [
                    ({"kind": "whole", "price": "30000000"}, "2000000"),
                    ({"kind": "part", "price": "30000000"}, "500000"),
                    ({"kind": "part", "price": "3000000"}, "300000"),
                ],
            )
        ],
        claims=("tiers",),
        bracketed=True,
    )
