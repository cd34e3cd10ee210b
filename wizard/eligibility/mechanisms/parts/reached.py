"""首次突破50亿元、100亿元分别奖…: what is due when a figure first reaches a step."""

from collections.abc import Iterator
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values
from eligibility.mechanisms.parts.part import Bounds, Make, Part, Quantity, Turn, Write, entries
from eligibility.mechanisms.parts.size import Bracket


class Reached(Part):
    """The quantity of the highest step that the figure reaches and the best before it did not."""

    name = "reached"
    said = {
        "zh": "本年{0}，此前最高{1}：首次达到的最高一档为{result}。",
        "en": "{0} this year, {1} at best before: the highest step reached first gives {result}.",
    }

    def __init__(self, entry: Json, make: Make) -> None:
        self.figure, self.before = make(entry[self.name]), make(entry["before"])
        self.steps = [Bracket(one, make) for one in entries(entry["brackets"])]

    def inside(self) -> Iterator[Quantity]:
        yield self.figure
        yield self.before
        yield from (step.use for step in self.steps)

    def evaluate(self, values: Values, write: Write) -> Fraction:
        figure = self.figure.evaluate(values, write)
        before = self.before.evaluate(values, write)
        for step in reversed(self.steps):
            if step.has(figure):
                result = Fraction(0) if step.has(before) else step.use.evaluate(values, write)
                write(self.name, [figure, before], result)
                return result
        return Fraction(0)

    def bounds(self) -> Bounds:
        mosts = [step.use.bounds()[1] for step in self.steps]
        known = [most for most in mosts if most is not None]
        return Fraction(0), max(known) if len(known) == len(mosts) else None

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield every step, of the figure and of the best before it."""
        for step in self.steps:
            for of in (self.figure, self.before):
                yield of, step.lower, step.compare, "step"


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Reached.declared = PartDeclaration(
        doc="What is due when a figure first reaches a step, where `first_time` does not do: "
        "`reached: sales`, `before: best_before`, "
        "`brackets: [{beyond: 超过50亿元, use: 100万元}, {beyond: 100亿元, use: 200万元}]`.",
        fields=(
            PartField("reached", "base"),
            PartField("before", "base"),
            PartField("brackets", "brackets"),
        ),
        sentence={
            "zh": "{reached}首次（此前最高为{before}）进入一档的，按最高一档：{brackets}",
            "en": "by the highest step that {reached} reaches for the first time "
            "(after {before}): {brackets}",
        },
        examples=[
            (
                {
                    "reached": "sales",
                    "before": "best",
                    "brackets": [
                        {"beyond": "超过50亿元", "use": "100万元"},
                        {"beyond": "100亿元", "use": "200万元"},
                    ],
                    "at_most": {"rate": "50%", "of": "tax"},
                },
                [
                    ({"sales": "5000000001", "best": "5000000000", "tax": "9000000"}, "1000000"),
                    ({"sales": "20000000000", "best": "10000000000", "tax": "9000000"}, "2000000"),
                    ({"sales": "20000000000", "best": "10000000001", "tax": "9000000"}, "0"),
                    ({"sales": "20000000000", "best": "0", "tax": "1000000"}, "500000"),
                ],
            )
        ],
        claims=("bracket", "first", "tiers"),
    )
