"""超额累进: each part of a figure at the rate of its own bracket."""

from collections.abc import Iterator
from fractions import Fraction

from eligibility.mechanisms.mechanism import Values
from eligibility.mechanisms.parts.part import Bounds, Turn, Write
from eligibility.mechanisms.parts.size import InBrackets


class Progressive(InBrackets):
    """The sum, over the brackets, of the part inside times its rate."""

    name = "progressive"
    said = {
        "zh": "{0}分段计算，合计{result}。",
        "en": "{0}, each part at the rate of its bracket: {result}.",
    }

    def evaluate(self, values: Values, write: Write) -> Fraction:
        whole = self.parts[0].evaluate(values, write)
        result = Fraction(0)
        for part, bracket in zip(self._parts(whole), self.brackets, strict=True):
            result += part * bracket.use.evaluate(values, write)
        write(self.name, [whole], result)
        return result

    def _parts(self, whole: Fraction) -> Iterator[Fraction]:
        lowers: list[Fraction | None] = [bracket.lower for bracket in self.brackets[1:]]
        for bracket, following in zip(self.brackets, [*lowers, None], strict=True):
            ends = [end for end in (whole, bracket.upper, following) if end is not None]
            yield max(min(ends) - bracket.lower, Fraction(0))

    def degree(self, fact: str) -> int:
        return self.parts[0].degree(fact) + super().degree(fact)

    def bounds(self) -> Bounds:
        last = self.brackets[-1].upper
        if last is None:
            return Fraction(0), None
        rates = [bracket.use.bounds()[1] for bracket in self.brackets]
        parts = zip(self._parts(last), rates, strict=True)
        if None in rates:
            return Fraction(0), None
        return Fraction(0), sum((part * (rate or 0) for part, rate in parts), Fraction(0))

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield the lower end of each bracket, and each upper end where no other begins."""
        lowers = {bracket.lower for bracket in self.brackets}
        for bracket in self.brackets:
            yield self.parts[0], bracket.lower, ">", "step"
            if bracket.upper is not None and bracket.upper not in lowers:
                yield self.parts[0], bracket.upper, ">=", "ceiling"


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Progressive.declared = PartDeclaration(
        doc="超额累进: each part at its own rate: `progressive: price`, "
        "`brackets: [{up_to: 1000万元（含）以内, use: 15%}, {beyond: 1000万元以上, use: 10%}]`.",
        fields=(PartField("progressive", "base"), PartField("brackets", "rates")),
        sentence={
            "zh": "{progressive}分段计算：{brackets}",
            "en": "each part of {progressive} at its own rate: {brackets}",
        },
        examples=[
            (
                {
                    "progressive": "price",
                    "brackets": [
                        {"up_to": "1000万元（含）以内", "use": "15%"},
                        {"beyond": "1000万元", "use": "10%"},
                    ],
                    "at_most": "最高不超过500万元",
                },
                [
                    ({"price": "10000000"}, "1500000"),
                    ({"price": "20000000"}, "2500000"),
                    ({"price": "60000000"}, "5000000"),
                ],
            )
        ],
        claims=("progressive", "excess", "tiers"),
        bracketed=True,
    )
