"""1000万元（含）—3000万元补5%、3000万元（含）以上补6%: what the bracket of a size gives."""

from collections.abc import Iterator
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values
from eligibility.mechanisms.parts.part import Bounds, Make, Part, Turn, Write, one_or_nothing
from eligibility.mechanisms.thresholds import Comparison, passes


class Bracket:
    """From a size on, up to another where the text gives one."""

    compare: Comparison

    def __init__(self, entry: Json, make: Make) -> None:
        self.lower, self.compare = Fraction(entry["lower"]), entry["compare"]
        self.upper = None if entry["upper"] is None else Fraction(entry["upper"])
        self.use = make(entry["use"])
        self.closed: bool = entry["closed"]

    def begins(self, size: Fraction) -> bool:
        """Whether a size is in it or beyond it."""
        return passes(size, self.compare, self.lower)

    def has(self, size: Fraction) -> bool:
        """Whether a size is in it; `closed` if its upper end is, too."""
        if not self.begins(size):
            return False
        return self.upper is None or size < self.upper or (self.closed and size == self.upper)


class InBrackets(Part):
    """A part that looks figures up in brackets; inside are the figures, then what each gives."""

    def __init__(self, entry: Json, make: Make) -> None:
        super().__init__(entry, make)
        self.brackets = [Bracket(one, make) for one in entry["brackets"]]
        self.parts = [*self.parts, *(bracket.use for bracket in self.brackets)]

    def bracket_of(self, size: Fraction) -> Bracket | None:
        """Return the bracket that a size is in: where one ends and the next begins, the next."""
        return next((one for one in reversed(self.brackets) if one.has(size)), None)

    def degree(self, fact: str) -> int:
        return max((bracket.use.degree(fact) for bracket in self.brackets), default=0)

    def bounds(self) -> Bounds:
        return one_or_nothing([bracket.use for bracket in self.brackets])


class Size(InBrackets):
    """The whole counts by the bracket that the size is in; nothing outside all brackets."""

    name = "size"
    said = {"zh": "规模{0}，适用{1}。", "en": "The size is {0}: {1} applies."}

    def evaluate(self, values: Values, write: Write) -> Fraction:
        size = self.parts[0].evaluate(values, write)
        bracket = self.bracket_of(size)
        if bracket is None:
            return Fraction(0)
        found = bracket.use.evaluate(values, write)
        write(self.name, [size, found], found)
        return found

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield the lower end of each bracket."""
        for bracket in self.brackets:
            yield self.parts[0], bracket.lower, bracket.compare, "step"
        for bracket in self.brackets:  # where the next begins there, its own comparison counts
            if bracket.upper is not None:
                yield self.parts[0], bracket.upper, ">" if bracket.closed else ">=", "step"


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Size.declared = PartDeclaration(
        doc="By the size of a figure, the whole at the value of its bracket: `size: investment`, "
        "`brackets: [{range: 1000万元（含）—3000万元, use: 5%}, "
        "{from: 3000万元（含）以上, use: 6%}]`.",
        fields=(PartField("size", "base"), PartField("brackets", "brackets")),
        sentence={"zh": "按{size}分档：{brackets}", "en": "by {size}: {brackets}"},
        examples=[
            (
                {
                    "rate": {
                        "size": "input",
                        "brackets": [
                            {"range": "1000万元（含）—3000万元", "use": "5%"},
                            {"range": "3000万元（含）—1亿元", "use": "6%"},
                            {"from": "1亿元（含）以上", "use": "7%"},
                        ],
                    },
                    "of": "input",
                    "at_most": "最高1000万元",
                },
                [
                    ({"input": "9999999"}, "0"),
                    ({"input": "10000000"}, "500000"),
                    ({"input": "30000000"}, "1800000"),
                    ({"input": "100000000"}, "7000000"),
                    ({"input": "200000000"}, "10000000"),
                ],
            )
        ],
        claims=("bracket", "tiers"),
        bracketed=True,
    )
