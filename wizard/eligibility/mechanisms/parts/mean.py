"""前三年平均: the mean of several quantities."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import ZERO, Part


class Mean(Part):
    """The sum divided by the number."""

    name = "mean"
    said = {"zh": "{terms}的平均为{result}。", "en": "The mean of {terms} is {result}."}

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return sum(terms, ZERO) / len(terms)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Mean.declared = PartDeclaration(
        doc="The mean of several quantities: `mean: [output_2021, output_2022]`.",
        fields=(PartField("mean", "same", many=True),),
        sentence={"zh": "{mean}的平均", "en": "the mean of {mean}"},
        examples=[
            (
                {"rate": "10%", "of": {"mean": ["one", "two"]}},
                [({"one": "100", "two": "300"}, "20")],
            )
        ],
        claims=("mean",),
        words="平均|均值|年均",
    )
