"""提高1个百分点, 上浮20%, 增加5万元, 按2倍: more where a condition holds."""

from fractions import Fraction
from typing import ClassVar

from eligibility.mechanisms.mechanism import Json, Values
from eligibility.mechanisms.parts.given import PartWhereGiven
from eligibility.mechanisms.parts.part import Bounds, Make, Write


class Uplift(PartWhereGiven):
    """The quantity; where the facts are as given, more by points, by a share or by a factor."""

    name = "uplift"
    said = {"zh": "{0}提高到{result}。", "en": "{0} is raised to {result}."}
    quantities = ("uplift", "for_each")
    moved_by: ClassVar[str] = "raise"
    """The key that says by how much."""

    def __init__(self, entry: Json, make: Make) -> None:
        super().__init__(entry, make)
        how, by = entry[self.moved_by]
        self.adds, self.by = how in ("points", "money"), Fraction(by)
        if how == "multiple":
            self.by -= 1

    def evaluate(self, values: Values, write: Write) -> Fraction:
        base, *times = self.parts
        value = base.evaluate(values, write)
        if not self.given.holds(values):
            return value
        by = self.by * (1 if self.adds else value)
        for one in times:
            by *= one.evaluate(values, write)
        write(self.name, [value], value + by)
        return value + by

    def degree(self, fact: str) -> int:
        base, *times = (one.degree(fact) for one in self.parts)
        return max(base, sum(times)) if self.adds else base + sum(times)

    def bounds(self) -> Bounds:
        (least, most), *times = (one.bounds() for one in self.parts)
        if most is None:
            return least, None
        by = self.by * (1 if self.adds else most)
        for _, number in times:
            if number is None:
                return least, None
            by *= number
        return least, most + max(by, Fraction(0))


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Uplift.declared = PartDeclaration(
        doc="More where facts are as given: `uplift: 5%`, `raise: 1个百分点` (points and sums are "
        "added, a percentage raises by that share, 2倍 multiplies), "
        "`when: {no_new_land: [true]}` or `when: {speed: 超过20%}`, `for_each: months_early`.",
        fields=(
            PartField("uplift", "same"),
            PartField("raise", "uplift"),
            PartField("when", "given", optional=True),
            PartField("for_each", "base", optional=True, phrase="part_for_each"),
        ),
        sentence={
            "zh": "{uplift}（{when}{raise}{for_each}）",
            "en": "{uplift} ({when}{raise}{for_each})",
        },
        examples=[
            (
                {
                    "rate": {"uplift": "5%", "raise": "1个百分点", "when": {"no_land": [True]}},
                    "of": "input",
                },
                [
                    ({"input": "1000000", "no_land": True}, "60000"),
                    ({"input": "1000000", "no_land": False}, "50000"),
                ],
            ),
            (
                {
                    "rate": {"uplift": "10%", "raise": "0.5个百分点", "for_each": "months"},
                    "of": "input",
                    "at_most": "最高不超过30万元",
                },
                [
                    ({"input": "1000000", "months": "2"}, "110000"),
                    ({"input": "1000000", "months": "0"}, "100000"),
                    ({"input": "9000000", "months": "2"}, "300000"),
                ],
            ),
            (
                {"uplift": {"each": "10元", "of": "area"}, "raise": "2倍", "when": {"new": [True]}},
                [({"area": "30", "new": True}, "600"), ({"area": "30", "new": False}, "300")],
            ),
            (
                {"uplift": "10万元", "raise": "20%", "when": {"new": [True]}},
                [({"new": True}, "120000"), ({"new": False}, "100000")],
            ),
            (
                {"uplift": "10万元", "raise": "2万元", "for_each": "months"},
                [({"months": "0"}, "100000"), ({"months": "3"}, "160000")],
            ),
        ],
        claims=("uplift", "step", "changing", "top-up"),
        words="提高|上浮|上调|增|加|倍|提升|放宽|再",
        decides="raise",
    )
