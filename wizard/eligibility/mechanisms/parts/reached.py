"""首次突破50亿元、100亿元分别奖…: what is due when a figure first reaches a step."""

from collections.abc import Iterator
from fractions import Fraction

from eligibility.mechanisms.mechanism import Values
from eligibility.mechanisms.parts.part import Turn, Write
from eligibility.mechanisms.parts.size import InBrackets


class Reached(InBrackets):
    """The quantity of the highest step that the figure reaches and the best before it did not."""

    name = "reached"
    said = {
        "zh": "本年{0}，此前最高{1}：首次达到的最高一档为{result}。",
        "en": "{0} this year, {1} at best before: the highest step reached first gives {result}.",
    }
    quantities = ("reached", "before")

    def evaluate(self, values: Values, write: Write) -> Fraction:
        figure, before = (one.evaluate(values, write) for one in self.parts[:2])
        step = self.bracket_of(figure)
        if step is None:
            return Fraction(0)
        result = Fraction(0) if step.begins(before) else step.use.evaluate(values, write)
        write(self.name, [figure, before], result)
        return result

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield every step, of the figure and of the best before it, and where a step ends."""
        for step in self.brackets:
            for of in self.parts[:2]:
                yield of, step.lower, step.compare, "step"
            if step.upper is not None:
                yield self.parts[0], step.upper, ">" if step.closed else ">=", "step"


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
        claims=("bracket", "first", "first-reached", "tiers"),
        words="首次|第一次|首",
        bracketed=True,
    )
