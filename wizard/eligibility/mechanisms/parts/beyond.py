"""超过10%部分, 1000万元以上部分: what a quantity exceeds another by."""

from eligibility.mechanisms.parts.difference import DifferencePart


class Beyond(DifferencePart):
    """`of − beyond`, at least nothing."""

    name = "beyond"
    quantities = ("of", "beyond")


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Beyond.declared = PartDeclaration(
        doc="The part beyond a figure or a share: `beyond: {share: 10%, of: before}`, "
        "`of: {growth: tax, over: before}`.",
        fields=(PartField("beyond", "base"), PartField("of", "base")),
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
            )
        ],
        claims=("excess",),
        words="每(?:新|再|净)?增|超|以上|高于|以外|突破|多出|其余|剩余",
    )
