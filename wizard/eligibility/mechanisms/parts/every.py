"""每增加100万元奖500元，不足部分不计: so much for each whole step."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from eligibility.mechanisms.mechanism import Values
from eligibility.mechanisms.parts.part import Bounds, Part, Turn, product, silent


class Every(Part):
    """`pay × the whole steps of every in of`, without those that `before` had reached."""

    name = "every"
    said = {
        "zh": "{0} ÷ {1}，只计整数，每份{2}，得{result}。",
        "en": "{0} ÷ {1}, whole steps only, {2} for each: {result}.",
    }
    quantities = ("of", "every", "pay", "before")

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        of, every, pay, *before = terms
        steps = of // every - (before[0] // every if before else 0) if every else 0
        return max(steps, 0) * pay

    def bounds(self) -> Bounds:
        of, every, pay, *_ = (one.bounds() for one in self.parts)
        steps = None if of[1] is None or not every[0] else Fraction(of[1] // every[0])
        return product([(Fraction(0), steps), pay])

    def degree(self, fact: str) -> int:
        of, _, pay, *before = (one.degree(fact) for one in self.parts)
        return max([of, *before]) + pay

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield the next whole step."""
        of, every = self.parts[0], self.parts[1].evaluate(values, silent)
        if every:
            reached = of.evaluate(values, silent) // every
            yield of, (reached + 1) * every, ">=", "step"


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Every.declared = PartDeclaration(
        doc="So much for each whole step: `every: 100万元`, `pay: 500元`, `of: {growth: …}`.",
        fields=(
            PartField("every", "figure"),
            PartField("pay", "money"),
            PartField("of", "base"),
            PartField("before", "base", optional=True, phrase="part_before"),
        ),
        sentence={
            "zh": "{of}每满{every}给予{pay}，不足部分不计{before}",
            "en": "{pay} for each full {every} of {of}{before}",
        },
        examples=[
            (
                {
                    "every": "100万元",
                    "pay": "500元",
                    "of": {"growth": "sales", "over": "last_year"},
                    "at_most": "不超过30万元",
                },
                [
                    ({"sales": "12999999", "last_year": "10000000"}, "1000"),
                    ({"sales": "13000000", "last_year": "10000000"}, "1500"),
                    ({"sales": "9000000000", "last_year": "10000000"}, "300000"),
                ],
            ),
            (
                {
                    "every": "100亿元",
                    "pay": "100万元",
                    "of": {"beyond": "超100亿元", "of": "sales"},
                    "before": {"beyond": "超100亿元", "of": "best"},
                },
                [
                    ({"sales": "31000000000", "best": "9000000000"}, "2000000"),
                    ({"sales": "31000000000", "best": "20000000000"}, "1000000"),
                    ({"sales": "31000000000", "best": "30000000000"}, "0"),
                ],
            ),
        ],
        claims=("step", "in-all"),
        jumps=True,
    )
