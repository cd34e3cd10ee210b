"""其中…的再奖5万元: a sum, or a ceiling, only where facts are as given."""

from fractions import Fraction

from eligibility.mechanisms.mechanism import Values
from eligibility.mechanisms.parts.given import PartWhereGiven
from eligibility.mechanisms.parts.part import Bounds, Write, one_or_nothing


class Only(PartWhereGiven):
    """The quantity where the facts are as given, else nothing; as a ceiling, else none."""

    name = "only"
    said = {"zh": "符合条件，适用{result}。", "en": "The condition is met: {result} applies."}

    @property
    def always_limits(self) -> bool:
        return False

    def limits(self, values: Values) -> bool:
        """Return whether it applies: a ceiling for some cases does not limit the others."""
        return self.given.holds(values)

    def evaluate(self, values: Values, write: Write) -> Fraction:
        if not self.given.holds(values):
            return Fraction(0)
        result = self.parts[0].evaluate(values, write)
        write(self.name, [], result)
        return result

    def bounds(self) -> Bounds:
        return one_or_nothing(self.parts)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Only.declared = PartDeclaration(
        doc="A sum or a ceiling only where facts are as given: `only: 5万元`, "
        "`when: {again: [true]}` or `when: {speed: 超过20%}`; with `plus` for what comes on top.",
        fields=(PartField("only", "same"), PartField("when", "given")),
        sentence={"zh": "{only}（{when}）", "en": "{only} ({when})"},
        examples=[
            (
                {"plus": ["10万元", {"only": "5万元", "when": {"listed": [True]}}]},
                [({"listed": True}, "150000"), ({"listed": False}, "100000")],
            ),
            (
                {
                    "rate": "10%",
                    "of": "input",
                    "at_most": ["最高2000万元", {"only": "最高500万元", "when": {"kind": ["gas"]}}],
                },
                [
                    ({"input": "300000000", "kind": "gas"}, "5000000"),
                    ({"input": "300000000", "kind": "other"}, "20000000"),
                ],
            ),
            (
                {"only": {"rate": "5%", "of": "input"}, "when": {"speed": "超过20%"}},
                [
                    ({"input": "1000", "speed": "0.2"}, "0"),
                    ({"input": "1000", "speed": "0.21"}, "50"),
                ],
            ),
        ],
        claims=("top-up",),
        decides="only",
    )
