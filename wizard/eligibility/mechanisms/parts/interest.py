"""按LPR的35%贴息, 贴息0.5%: interest on a loan for some years."""

from eligibility.mechanisms.parts.times import Product


class Interest(Product):
    """`at × interest × years`: the yearly rate, the loan, the time."""

    name = "interest"
    quantities = ("interest", "at", "years")


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Interest.declared = PartDeclaration(
        doc="贴息 on a loan: `interest: loan`, `at: {rate: 35%, of: lpr}` or `at: 0.5%`, "
        "`years: {fact: years, at_most: 不超过3年}`. Of interest paid, write `rate` and `of`.",
        fields=(PartField("interest", "base"), PartField("at", "rate"), PartField("years", "base")),
        sentence={
            "zh": "{interest}按年{at}贴息，期限{years}",
            "en": "interest of {at} a year on {interest} for {years}",
        },
        examples=[
            (
                {
                    "interest": "loan",
                    "at": {"rate": "35%", "of": "lpr"},
                    "years": {"fact": "years", "at_most": "不超过3年"},
                    "at_most": "上限2000万元",
                },
                [
                    ({"loan": "10000000", "lpr": "0.0385", "years": "2"}, "269500"),
                    ({"loan": "10000000", "lpr": "0.0385", "years": "5"}, "404250"),
                    ({"loan": "9000000000", "lpr": "0.0385", "years": "1"}, "20000000"),
                ],
            ),
            (
                {"interest": "loan", "at": "0.5%", "years": "years"},
                [({"loan": "10000000", "years": "0.5"}, "25000")],
            ),
        ],
        claims=("interest", "years", "in-all"),
        words="息|利率|LPR",
    )
