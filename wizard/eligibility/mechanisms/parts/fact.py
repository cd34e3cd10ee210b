"""基数为0的以2000万元计: a fact with a substitute, a ceiling or a floor of its own."""

from collections.abc import Iterator
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values, number
from eligibility.mechanisms.parts.part import Make, Part, Quantity, Write


class FactPart(Part):
    """The fact, or the substitute where it is nothing."""

    name = "fact"
    said = {"zh": "基数为0，以{result}计。", "en": "The base is 0 and counts as {result}."}

    def __init__(self, entry: Json, make: Make) -> None:
        self.fact: str = entry[self.name]
        self.substitute = None if entry["if_zero"] is None else make(entry["if_zero"])

    def inside(self) -> Iterator[Quantity]:
        if self.substitute is not None:
            yield self.substitute

    def facts(self) -> Iterator[str]:
        yield self.fact

    def evaluate(self, values: Values, write: Write) -> Fraction:
        value = number(values, self.fact)
        if value or self.substitute is None:
            return value
        result = self.substitute.evaluate(values, write)
        write(self.name, [value], result)
        return result


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
