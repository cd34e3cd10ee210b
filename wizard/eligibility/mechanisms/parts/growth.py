"""同比增量: how much a figure has grown over an earlier one."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values
from eligibility.mechanisms.parts.part import (
    Bounds,
    Make,
    Part,
    Quantity,
    Turn,
    above_nothing,
    silent,
)


class Growth(Part):
    """`growth − over`, at least nothing."""

    name = "growth"
    said = {"zh": "{0} − {1} = {result}。", "en": "{0} − {1} = {result}."}

    def __init__(self, entry: Json, make: Make) -> None:
        self.now, self.over = make(entry[self.name]), make(entry["over"])

    def inside(self) -> Iterator[Quantity]:
        yield self.now
        yield self.over

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return max(terms[0] - terms[1], Fraction(0))

    def bounds(self) -> Bounds:
        least, most = self.now.bounds()
        under, over = self.over.bounds()
        return above_nothing(
            Fraction(0) if over is None else least - over, None if most is None else most - under
        )

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield where the increase begins."""
        yield self.now, self.over.evaluate(values, silent), ">", "step"


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Growth.declared = PartDeclaration(
        doc="The increase over an earlier figure: `growth: output`, `over: output_last_year`; "
        "`over` may be `{mean: […]}`, `{highest: […]}` or `{fact: …, if_zero: 2000万元}`.",
        fields=(PartField("growth", "base"), PartField("over", "base")),
        sentence={"zh": "{growth}比{over}的增量", "en": "the increase of {growth} over {over}"},
        examples=[
            (
                {
                    "rate": "60%",
                    "of": {"growth": "tax", "over": {"highest": ["last", "before_last"]}},
                },
                [
                    ({"tax": "900", "last": "500", "before_last": "600"}, "180"),
                    ({"tax": "500", "last": "500", "before_last": "600"}, "0"),
                ],
            ),
            (
                {
                    "rate": "1%",
                    "of": {"growth": "output", "over": {"mean": ["first", "second", "third"]}},
                },
                [({"output": "1000", "first": "100", "second": "200", "third": "600"}, "7")],
            ),
        ],
        claims=("growth", "growth-rate"),
    )
