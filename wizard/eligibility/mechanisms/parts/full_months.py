"""每提前一个月: the full months from one day to another."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.days import day_of, months_between
from eligibility.mechanisms.parts.part import ZERO, Bounds, Part


class FullMonths(Part):
    """Full months from a day `until` another, at least nothing."""

    name = "full_months"
    said = {"zh": "满{result}个月。", "en": "{result} full months."}
    quantities = ("full_months", "until")

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return Fraction(max(months_between(day_of(terms[0]), day_of(terms[1])), 0))

    def bounds(self) -> Bounds:
        return ZERO, None


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    FullMonths.declared = PartDeclaration(
        doc="The full months between two days: `full_months: finished`, `until: 2020年12月31日`.",
        fields=(PartField("full_months", "base"), PartField("until", "base")),
        sentence={
            "zh": "{full_months}至{until}的整月数",
            "en": "the full months from {full_months} to {until}",
        },
        examples=[
            (
                {
                    "rate": {
                        "uplift": "10%",
                        "raise": "0.5个百分点",
                        "for_each": {"full_months": "finished", "until": "2020年12月31日"},
                    },
                    "of": "input",
                },
                [
                    ({"finished": "2020-10-31", "input": "1000000"}, "110000"),
                    ({"finished": "2020-11-30", "input": "1000000"}, "105000"),
                    ({"finished": "2020-12-31", "input": "1000000"}, "100000"),
                    ({"finished": "2021-03-01", "input": "1000000"}, "100000"),
                ],
            )
        ],
        claims=("step", "month"),
        jumps=True,
        words="月",
    )
