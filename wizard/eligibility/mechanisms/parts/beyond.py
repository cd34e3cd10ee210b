"""超过10%部分, 1000万元以上部分, 第一年以后: what a quantity exceeds another by."""

from eligibility.mechanisms.parts.difference import DifferencePart


class Beyond(DifferencePart):
    """`of − beyond`, at least nothing."""

    name = "beyond"
    quantities = ("of", "beyond")


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Beyond.declared = PartDeclaration(
        doc="The part beyond a figure or a share: `beyond: {share: 10%, of: before}`, "
        "`of: {growth: tax, over: before}`; `beyond: 第一年`, `of: year_number` counts the years "
        "after the first.",
        fields=(PartField("beyond", "bound"), PartField("of", "base")),
        sentence={"zh": "{of}超过{beyond}的部分", "en": "the part of {of} beyond {beyond}"},
        examples=[
            (
                {
                    "rate": "50%",
                    "of": {
                        "beyond": {"share": "超过10%", "of": "before"},
                        "of": {"growth": "tax", "over": "before"},
                    },
                },
                [
                    ({"tax": "1500", "before": "1000"}, "200"),
                    ({"tax": "1100", "before": "1000"}, "0"),
                ],
            ),
            (
                {
                    "rate": {
                        "reduce": "90%",
                        "lower": "20个百分点",
                        "for_each": {"beyond": "第一年", "of": "nth"},
                    },
                    "of": "input",
                },
                [
                    ({"input": "1000", "nth": "1"}, "900"),
                    ({"input": "1000", "nth": "2"}, "700"),
                    ({"input": "1000", "nth": "6"}, "0"),
                ],
            ),
        ],
        claims=("excess",),
        words="每(?:新|再|净)?增|超|以上|高于|以外|突破|多出|其余|剩余|以后|之后|起|次年|后续|逐年|每年",
    )
