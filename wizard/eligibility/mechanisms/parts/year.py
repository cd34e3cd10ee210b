"""前3年、后2年分别参照100%、50%: another quantity in each year of a support of several years."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from eligibility.mechanisms.mechanism import Json, Values, number
from eligibility.mechanisms.parts.part import Bounds, Make, Part, Write, one_or_nothing


class Year(Part):
    """The quantity of the period that the year is in; nothing after the last."""

    name = "year"
    said = {"zh": "第{0}年，适用{1}。", "en": "Year {0}: {1} applies."}

    def __init__(self, entry: Json, make: Make) -> None:
        self.year: str = entry[self.name]
        self.parts = [make(one["use"]) for one in entry["periods"]]
        self.ends = [*accumulate(Fraction(one["for"]) for one in entry["periods"])]
        """The last year of each period."""

    def facts(self) -> Iterator[str]:
        yield self.year
        yield from super().facts()

    def last_of_periods(self, fact: str) -> Iterator[Fraction]:
        if fact == self.year:
            yield from self.ends
        yield from super().last_of_periods(fact)

    def evaluate(self, values: Values, write: Write) -> Fraction:
        year = number(values, self.year)
        for end, use in zip(self.ends, self.parts, strict=True):
            if 0 < year <= end:
                found = use.evaluate(values, write)
                write(self.name, [year, found], found)
                return found
        return Fraction(0)

    def bounds(self) -> Bounds:
        return one_or_nothing(self.parts)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Year.declared = PartDeclaration(
        doc="By the year of a support of several years, claimed year by year: `year: year_number`, "
        "`periods: [{for: 3年, use: 100%}, {for: 2年, use: 50%}]`.",
        fields=(PartField("year", "fact"), PartField("periods", "periods")),
        sentence={"zh": "按{year}：{periods}", "en": "by {year}: {periods}"},
        examples=[
            (
                {
                    "rate": {
                        "year": "nth",
                        "periods": [{"for": "3年", "use": "100%"}, {"for": "2年", "use": "50%"}],
                    },
                    "of": "local_tax",
                },
                [
                    ({"nth": "1", "local_tax": "1000"}, "1000"),
                    ({"nth": "4", "local_tax": "1000"}, "500"),
                    ({"nth": "6", "local_tax": "1000"}, "0"),
                ],
            )
        ],
        claims=("years", "changing"),
        words="年",
        bracketed=True,
    )
