"""不超过20%、最高3000万元: a share of a figure, and never more than the ceiling (A07)."""

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


class CappedRate(Mechanism):
    """The smaller of `rate × figure` and the ceiling; without a ceiling, the share."""

    name = "rate"
    steps = {"rate": ("rate", "fact", "value", "amount")}
    said = {
        "rate": {
            "zh": "{fact}{value} × {rate} = {amount}。",
            "en": "{fact} {value} × {rate} = {amount}.",
        }
    }
    product = "rate"
    curved = True

    def __init__(self, entry: Json) -> None:
        super().__init__(entry)
        self.rate, self.figure = Fraction(entry["rate"]), entry["of"]
        self.at_most = None if entry["at_most"] is None else Fraction(entry["at_most"])

    def evaluate(self, values: Values, write_step: Write) -> Fraction:
        value = number(values, self.figure)
        product = self.rate * value
        write_step(
            "rate",
            rate=write_exact(self.rate),
            fact=self.figure,
            value=write_exact(value),
            amount=write(floor_to_fen(product)),
        )
        return hold_against(self.at_most, product, write_step)

    def stops(self, values: Values) -> list[Stop]:
        if self.at_most is None or not self.rate:
            return []
        return [(self.at_most / self.rate, ">=", "ceiling")]


if __debug__:
    from eligibility.mechanisms.declaration import Declaration, Field

    class CappedRateDeclared(Declaration):
        doc = "A share of a figure, with or without a ceiling: `rate: 不超过20%`, `at_most: 最高…`."
        key = "rate"
        fields = (
            Field("rate", "rate"),
            Field("of", "fact"),
            Field("at_most", "ceiling", optional=True),
        )
        support = "rate"
        formula = {"zh": "{of} × {rate}", "en": "{rate} of {of}"}
        base = {"zh": "{of}", "en": "{of}"}
        examples = (
            (
                {"rate": "不超过20%", "of": "input", "at_most": "最高3000万元"},
                [
                    ({"input": "0"}, "0"),
                    ({"input": "100000000"}, "20000000"),
                    ({"input": "149999999.95"}, "29999999.99"),
                    ({"input": "150000000"}, "30000000"),
                    ({"input": "150000000.05"}, "30000000"),
                ],
            ),
            (
                {"rate": "30%", "of": "income", "at_most": "最高500万元"},
                [({"income": "16666667"}, "5000000"), ({"income": "0.01"}, "0.003")],
            ),
            ({"rate": "80%", "of": "premium"}, [({"premium": "123456.78"}, "98765.424")]),
        )

        def sentence(self, rule: Json) -> Texts:
            return {"zh": "{rate}，{at_most}", "en": "{rate}, {at_most}"}

    CappedRate.declared = CappedRateDeclared()
