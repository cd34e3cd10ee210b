"""零土地项目提高至15%: another quantity where facts are as given."""

from fractions import Fraction

from eligibility.mechanisms.mechanism import Values
from eligibility.mechanisms.parts.given import PartWhereGiven
from eligibility.mechanisms.parts.part import Bounds, Write


class Instead(PartWhereGiven):
    """The quantity; if the facts are as given, the other one instead."""

    name = "instead"
    said = {"zh": "符合条件，改按{result}。", "en": "The condition is met: {result} instead."}
    quantities = ("instead", "use")

    def evaluate(self, values: Values, write: Write) -> Fraction:
        usual, use = self.parts
        if not self.given.holds(values):
            return usual.evaluate(values, write)
        result = use.evaluate(values, write)
        write(self.name, [], result)
        return result

    def bounds(self) -> Bounds:
        (least, most), (under, over) = (one.bounds() for one in self.parts)
        return min(least, under), None if most is None or over is None else max(most, over)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Instead.declared = PartDeclaration(
        doc="Another figure where facts are as given: `instead: 10%`, `use: 15%`, "
        "`when: {no_land: [true]}` or `when: {speed: 超过20%}`.",
        fields=(
            PartField("instead", "same"),
            PartField("use", "same"),
            PartField("when", "given"),
        ),
        sentence={"zh": "{instead}（{when}为{use}）", "en": "{instead} ({when}{use})"},
        examples=[
            (
                {"rate": {"instead": "10%", "use": "15%", "when": {"no_land": [True]}}, "of": "x"},
                [({"x": "1000", "no_land": True}, "150"), ({"x": "1000", "no_land": False}, "100")],
            ),
            (
                {
                    "instead": "10万元",
                    "use": {"rate": "5%", "of": "x", "at_most": "最高100万元"},
                    "when": {"x": "1000万元以上"},
                },
                [({"x": "9999999"}, "100000"), ({"x": "10000000"}, "500000")],
            ),
        ],
        claims=("changed-to", "half"),
        decides="use",
    )
