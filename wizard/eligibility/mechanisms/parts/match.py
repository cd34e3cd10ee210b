"""按1:1配套, 按上级补助的50%配套: a share of another grant."""

from eligibility.mechanisms.parts.times import Product


class Match(Product):
    """`match × of`."""

    name = "match"
    quantities = ("of", "match")


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Match.declared = PartDeclaration(
        doc="资金配套 at a stated ratio: `match: 1:1`, `of: national_grant`.",
        fields=(PartField("match", "rate"), PartField("of", "base")),
        sentence={"zh": "按{of}的{match}配套", "en": "matching {match} of {of}"},
        examples=[
            (
                {"match": "1:1", "of": "grant", "at_most": "最高不超过100万元"},
                [({"grant": "600000"}, "600000"), ({"grant": "3000000"}, "1000000")],
            ),
            ({"match": "1:0.5", "of": "grant"}, [({"grant": "600000"}, "300000")]),
        ],
        claims=("match",),
        words="配套|1:|1：|1︰|比例",
    )
