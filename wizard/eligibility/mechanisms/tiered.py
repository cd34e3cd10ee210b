"""分档: a sum for each named level, rating, route or title."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Self

from eligibility.mechanisms.mechanism import Json, Mechanism, Texts, Values, Write
from eligibility.money import write_exact


class Tiered(Mechanism):
    """The sum of the code of one fact; a code without a tier has no sum."""

    name = "tiered"
    steps = {"tier": ("fact", "value", "amount")}
    said = {
        "tier": {
            "zh": "{fact}：{value}；原文对应{amount}。",
            "en": "{fact}: {value}; the text states {amount}.",
        }
    }
    as_stated = "tier"

    def __init__(self, entry: Json) -> None:
        super().__init__(entry)
        self.by = entry["by"]
        self.tiers = {code: Fraction(amount) for code, amount in entry["tiers"]}
        self.undecided = frozenset(entry["undecided"])

    def with_tiers(self, changed: Iterable[tuple[str | int, str]]) -> Self:
        """A tier that is given a sum is decided."""
        tiers = dict(self.entry["tiers"]) | dict(changed)
        undecided = [code for code in self.entry["undecided"] if code not in dict(changed)]
        return type(self)(
            {**self.entry, "tiers": [*map(list, tiers.items())], "undecided": undecided}
        )

    def evaluate(self, values: Values, write: Write) -> Fraction:
        code = values[self.by]
        assert not isinstance(code, Fraction)
        amount = self.tiers[code]
        write("tier", fact=self.by, value=code, amount=write_exact(amount))
        return amount

    def maximum_amount(self) -> Fraction:
        return max(self.tiers.values(), default=Fraction(0))

    def stated_sums(self) -> list[Fraction]:
        return [*self.tiers.values()]


if __debug__:
    from eligibility.mechanisms.declaration import Declaration, Field

    class TieredDeclared(Declaration):
        doc = "分档: a sum for each code of a fact, in the order of the text."
        key = "tiers"
        fields = (
            Field("by", "fact"),
            Field("tiers", "tiers"),
            Field("undecided", "codes", optional=True),
        )
        support = "fixed"
        examples = (
            (
                {"by": "level", "tiers": {"national": "最高200万元", "provincial": "100万元"}},
                [
                    ({"level": "national"}, "2000000"),
                    ({"level": "provincial"}, "1000000"),
                    ({"level": "municipal"}, None),
                ],
            ),
            (
                {"by": "stars", "tiers": {5: "50万元/个", 4: "0.01元/个"}, "undecided": []},
                [({"stars": 5}, "500000"), ({"stars": 4}, "0.01"), ({"stars": 3}, None)],
            ),
        )

        def sentence(self, rule: Json) -> Texts:
            return {"zh": "按{by}：{tiers}", "en": "by {by}: {tiers}"}

    Tiered.declared = TieredDeclared()
