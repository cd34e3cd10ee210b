"""基数为0的以2000万元计: a fact with a substitute, its own ceiling or floor."""

from collections.abc import Iterator
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values, number
from eligibility.mechanisms.parts.part import ZERO, Bounds, Make, Part, Write


class FactPart(Part):
    """The fact, or the substitute where it is nothing."""

    name = "fact"
    said = {"zh": "基数为0，以{result}计。", "en": "The base is 0 and counts as {result}."}
    quantities = ("if_zero",)

    def __init__(self, entry: Json, make: Make) -> None:
        super().__init__(entry, make)
        self.fact: str = entry[self.name]

    def facts(self) -> Iterator[str]:
        yield self.fact

    def evaluate(self, values: Values, write: Write) -> Fraction:
        value = number(values, self.fact)
        if value or not self.parts:
            return value
        result = self.parts[0].evaluate(values, write)
        write(self.name, [value], result)
        return result

    def bounds(self) -> Bounds:
        return ZERO, None


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    FactPart.declared = PartDeclaration(
        doc="A fact with what counts where it is zero, or with a ceiling of its own: "
        "`fact: output_last_year`, `if_zero: 2000万元`.",
        fields=(PartField("fact", "fact"), PartField("if_zero", "base", optional=True)),
        sentence={"zh": "{fact}", "en": "{fact}"},
        examples=[
            (
                {
                    "rate": "0.3%",
                    "of": {"growth": "output", "over": {"fact": "last", "if_zero": "2000万元"}},
                },
                [
                    ({"output": "30000000", "last": "0"}, "30000"),
                    ({"output": "30000000", "last": "10000000"}, "60000"),
                ],
            )
        ],
        claims=("substitute",),
    )
