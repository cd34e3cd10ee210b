"""最高1亿元: a sum that depends on nothing."""

from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Mechanism, Texts, Values, Write
from eligibility.money import write_exact


class Fixed(Mechanism):
    """One sum for every applicant who qualifies."""

    name = "fixed"
    steps = {"fixed": ("amount",)}
    said = {"fixed": {"zh": "原文金额：{amount}。", "en": "Amount in the text: {amount}."}}
    as_stated = "fixed"

    def __init__(self, entry: Json) -> None:
        super().__init__(entry)
        self.amount = Fraction(entry["amount"])

    def evaluate(self, values: Values, write: Write) -> Fraction:
        write("fixed", amount=write_exact(self.amount))
        return self.amount

    def maximum_amount(self) -> Fraction:
        return self.amount

    def stated_sums(self) -> list[Fraction]:
        return [self.amount]


if __debug__:
    from eligibility.mechanisms.declaration import Declaration, Field

    class FixedDeclared(Declaration):
        doc = "A sum that depends on nothing: `amount: 最高1亿元`."
        key = "amount"
        fields = (Field("amount", "money"),)
        support = "fixed"
        examples = (
            ({"amount": "最高1亿元"}, [({}, "100000000")]),
            ({"amount": "10万元/个"}, [({}, "100000")]),
        )

        def sentence(self, rule: Json) -> Texts:
            return {"zh": "{amount}", "en": "{amount}"}

    Fixed.declared = FixedDeclared()
