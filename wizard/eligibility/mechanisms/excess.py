"""研发投入超过6%以上的部分给予不高于50%: a share of what goes beyond a share (A20)."""

from fractions import Fraction

from eligibility.mechanisms.mechanism import (
    Json,
    Mechanism,
    Stop,
    Texts,
    Values,
    Write,
    hold_against,
    number,
)
from eligibility.money import floor_to_fen, write, write_exact


class Excess(Mechanism):
    """`rate × (figure − beyond × base)`, at least nothing and at most the ceiling."""

    name = "excess"
    steps = {"excess": ("rate", "fact", "value", "share", "of", "base", "part", "amount")}
    said = {
        "excess": {
            "zh": "{fact}{value} − {of}{base} × {share} = {part}；{part} × {rate} = {amount}。",
            "en": "{fact} {value} − {of} {base} × {share} = {part}; {part} × {rate} = {amount}.",
        }
    }
    product = "excess"
    curved = True
    large = True

    def __init__(self, entry: Json) -> None:
        super().__init__(entry)
        self.rate, self.figure = Fraction(entry["rate"]), entry["of"]
        self.beyond, self.base = Fraction(entry["beyond_share"]), entry["beyond_of"]
        self.ceiling = Fraction(entry["at_most"])
        self.at_most = self.ceiling

    def evaluate(self, values: Values, write_step: Write) -> Fraction:
        value, base = number(values, self.figure), number(values, self.base)
        part = value - self.beyond * base
        product = self.rate * part
        write_step(
            "excess",
            rate=write_exact(self.rate),
            fact=self.figure,
            value=write_exact(value),
            share=write_exact(self.beyond),
            of=self.base,
            base=write_exact(base),
            part=write_exact(part),
            amount=write(floor_to_fen(product)),
        )
        return hold_against(self.ceiling, product, write_step)

    def stops(self, values: Values) -> list[Stop]:
        base = values.get(self.base)
        if not isinstance(base, Fraction) or not self.rate:
            return []
        return [(self.beyond * base + self.ceiling / self.rate, ">=", "ceiling")]

    def starts(self, values: Values) -> list[Fraction]:
        return [self.beyond * number(values, self.base)]

    def assumed(self, least: Fraction) -> dict[str, Fraction]:
        """Take a base whose share is not above the other thresholds, so that none is hidden."""
        return {self.base: (least or self.ceiling) / self.beyond}


if __debug__:
    from eligibility.mechanisms.declaration import Declaration, Field

    class ExcessDeclared(Declaration):
        doc = "A share of what a figure exceeds a share of another by (clause 9)."
        key = "beyond"
        claims = ("excess",)
        fields = (
            Field("rate", "rate"),
            Field("of", "fact"),
            Field("beyond_share", "share", "beyond.share", paid=False),
            Field("beyond_of", "fact", "beyond.of"),
            Field("at_most", "ceiling"),
        )
        parts = {
            "beyond": (
                "Beyond",
                "The part of a figure that is subsidised begins beyond this share of another.",
            )
        }
        support = "rate"
        formula = {
            "zh": "（{of} − {beyond_of} × {beyond_share}）× {rate}",
            "en": "{rate} of ({of} − {beyond_share} of {beyond_of})",
        }
        base = {
            "zh": "{of}中超过{beyond_of}{beyond_share}的部分",
            "en": "part of the {of} above {beyond_share} of the {beyond_of}",
        }
        examples = (
            (
                {
                    "rate": "不高于50%",
                    "of": "rd",
                    "beyond": {"share": "超过6%以上", "of": "sales"},
                    "at_most": "最高不超过200万元",
                },
                [
                    ({"rd": "3000000", "sales": "50000000"}, "0"),
                    ({"rd": "2999999", "sales": "50000000"}, "0"),
                    ({"rd": "3000001", "sales": "50000000"}, "0.5"),
                    ({"rd": "6999999.98", "sales": "50000000"}, "1999999.99"),
                    ({"rd": "7000000", "sales": "50000000"}, "2000000"),
                    ({"rd": "9000000", "sales": "50000000"}, "2000000"),
                ],
            ),
        )

        def sentence(self, rule: Json) -> Texts:
            return {"zh": "{rate}，{at_most}", "en": "{rate}, {at_most}"}

    Excess.declared = ExcessDeclared()
