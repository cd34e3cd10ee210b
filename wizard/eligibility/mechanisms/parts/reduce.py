"""下浮20%, 降低1个百分点, 打八折: less where a condition holds."""

from eligibility.mechanisms.mechanism import Json
from eligibility.mechanisms.parts.part import Bounds, Make, NotBelowZero, one_or_nothing
from eligibility.mechanisms.parts.uplift import Uplift


class Reduce(NotBelowZero, Uplift):
    """The quantity; where the facts are as given, less, at least nothing."""

    name = "reduce"
    said = {"zh": "{0}降低到{result}。", "en": "{0} is reduced to {result}."}
    quantities = ("reduce", "for_each")
    moved_by = "lower"

    def __init__(self, entry: Json, make: Make) -> None:
        super().__init__(entry, make)
        self.by = -self.by

    def bounds(self) -> Bounds:
        return one_or_nothing(self.parts[:1])


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Reduce.declared = PartDeclaration(
        doc="Less where facts are as given: `reduce: 5%`, `lower: 1个百分点` (points are taken "
        "off, a percentage takes off that share), `when: {late: [true]}`, `for_each: months_late`.",
        fields=(
            PartField("reduce", "same"),
            PartField("lower", "uplift"),
            PartField("when", "given", optional=True),
            PartField("for_each", "base", optional=True, phrase="part_for_each"),
        ),
        sentence={
            "zh": "{reduce}（{when}{lower}{for_each}）",
            "en": "{reduce} ({when}{lower}{for_each})",
        },
        examples=[
            (
                {"reduce": "10万元", "lower": "20%", "when": {"late": [True]}},
                [({"late": True}, "80000"), ({"late": False}, "100000")],
            ),
            (
                {
                    "rate": {"reduce": "10%", "lower": "1个百分点", "for_each": "months"},
                    "of": "input",
                },
                [
                    ({"input": "1000", "months": "2"}, "80"),
                    ({"input": "1000", "months": "12"}, "0"),
                ],
            ),
            (
                {"reduce": "10万元", "lower": "2万元", "for_each": "months"},
                [({"months": "3"}, "40000"), ({"months": "6"}, "0")],
            ),
        ],
        claims=("reduction", "step", "changing"),
        words="降|下浮|减|下调|退坡|折|扣",
        decides="lower",
    )
