"""国家省均有的按省级: the first of several quantities that is more than nothing."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import Bounds, Part, one_or_nothing


class First(Part):
    """The first above nothing, in the order of the list."""

    name = "first"
    said = {"zh": "{terms}中依次取{result}。", "en": "Of {terms}, in this order: {result}."}

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return next((term for term in terms if term > 0), Fraction(0))

    def bounds(self) -> Bounds:
        return one_or_nothing(self.parts)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    First.declared = PartDeclaration(
        doc="The first quantity above zero: `first: [municipal_grant, provincial_grant]`.",
        fields=(PartField("first", "same", many=True),),
        sentence={"zh": "{first}", "en": "{first}"},
        examples=[
            (
                {"match": "50%", "of": {"first": ["municipal", "provincial"]}},
                [
                    ({"municipal": "100", "provincial": "900"}, "50"),
                    ({"municipal": "0", "provincial": "900"}, "450"),
                    ({"municipal": "0", "provincial": "0"}, "0"),
                ],
            )
        ],
        claims=("highest", "lowest"),
        bracketed=True,
        joined="or-else",
    )
