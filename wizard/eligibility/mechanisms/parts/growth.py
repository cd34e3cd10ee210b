"""同比增量: how much a figure has grown over an earlier one."""

from eligibility.mechanisms.parts.difference import DifferencePart


class Growth(DifferencePart):
    """`growth − over`, at least nothing."""

    name = "growth"
    quantities = ("growth", "over")


if __debug__:
    from eligibility.mechanisms.parts.declaration import PartDeclaration, PartField

    Growth.declared = PartDeclaration(
        doc="The increase over an earlier figure: `growth: output`, `over: output_last_year`; "
        "`over` may be `{mean: […]}`, `{highest: […]}` or `{fact: …, if_zero: 2000万元}`.",
        fields=(PartField("growth", "base"), PartField("over", "base")),
        sentence={"zh": "{growth}比{over}的增量", "en": "the increase of {growth} over {over}"},
        examples=[
            (
                {
                    "rate": "60%",
                    "of": {"growth": "tax", "over": {"highest": ["last", "before_last"]}},
                },
                [
                    ({"tax": "900", "last": "500", "before_last": "600"}, "180"),
                    ({"tax": "500", "last": "500", "before_last": "600"}, "0"),
                ],
            ),
            (
                {
                    "rate": "1%",
                    "of": {"growth": "output", "over": {"mean": ["first", "second", "third"]}},
                },
                [({"output": "1000", "first": "100", "second": "200", "third": "600"}, "7")],
            ),
        ],
        claims=("growth", "growth-rate"),
        words="增|新|净|超过|超出|高于|比上年|较上年|同比",
    )
