"""补足差额, 晋级差额奖励: less what was already received for lower titles or from other levels."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.parts.part import ZERO, Bounds, NotBelowZero, above_nothing


class Less(NotBelowZero):
    """`from − each of less`, at least nothing."""

    name = "less"
    said = {"zh": "{terms} = {result}。", "en": "{terms} = {result}."}
    sign = " − "
    quantities = ("from", "less")

    def result(self, terms: Sequence[Fraction]) -> Fraction:
        return terms[0] - sum(terms[1:])

    def bounds(self) -> Bounds:
        (_, most), *others = (one.bounds() for one in self.parts)
        under = sum(least for least, _ in others)
        return above_nothing(ZERO, None if most is None else most - under)


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Less.declared = PartDeclaration(
        doc="Less what was received: `less: [paid_before]`, "
        "`from: {by: level, cases: {five: 60万元, four: 40万元}}`.",
        fields=(PartField("less", "base", many=True), PartField("from", "same")),
        sentence={"zh": "{from}，扣除{less}", "en": "{from}, less {less}"},
        examples=[
            (
                {
                    "less": ["paid_workshop", "paid_park"],
                    "from": {"by": "stars", "cases": {"five": "60万元", "four": "40万元"}},
                },
                [
                    ({"stars": "five", "paid_workshop": "400000", "paid_park": "0"}, "200000"),
                    ({"stars": "four", "paid_workshop": "300000", "paid_park": "200000"}, "0"),
                    ({"stars": "other", "paid_workshop": "0", "paid_park": "0"}, "0"),
                ],
            )
        ],
        claims=("difference", "in-all"),
        words="总额|之和|同一|扣|差|减|剔|补足|合计|累计|总计|已|除|不含|不计|抵|含|其中",
        bracketed=True,
    )
