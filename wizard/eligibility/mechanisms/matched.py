"""按照国家补助标准给予资金配套: shown one to one, as a reference outside every total (A39)."""

from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Mechanism, Texts, Values, Write, number
from eligibility.money import floor_to_fen, write, write_exact


class Matched(Mechanism):
    """The grant itself: the text states neither ratio nor ceiling."""

    name = "matched"
    steps = {"matched": ("fact", "value", "amount")}
    said = {
        "matched": {
            "zh": "{fact}{value}，按1:1列参考数{amount}。",
            "en": "{fact} {value}, at 1:1 for reference: {amount}.",
        }
    }

    def __init__(self, entry: Json) -> None:
        super().__init__(entry)
        self.figure = entry["of"]

    def evaluate(self, values: Values, write_step: Write) -> Fraction:
        grant = number(values, self.figure)
        amount = write(floor_to_fen(grant))
        write_step("matched", fact=self.figure, value=write_exact(grant), amount=amount)
        return grant


if __debug__:
    from eligibility.mechanisms.declaration import Declaration, Field

    class MatchedDeclared(Declaration):
        doc = (
            "资金配套: follows another grant; the text states no ratio, "
            "so 1:1 as a reference (A39)."
        )
        key = "matches"
        claims = ("match",)
        fields = (Field("of", "fact", "matches"),)
        wording = "reference"
        support = "matching"
        formula = {"zh": "{of} × 1", "en": "1 × {of}"}
        remark = {
            "zh": "原文未定比例，按1:1列示仅供参考",
            "en": "The text states no ratio; 1:1 is shown for reference only",
        }
        gap = {
            "zh": "{award}：配套比例与出资方未写明，按1:1仅供参考",
            "en": "{award}: matching ratio and who pays not stated; 1:1 for reference only",
        }
        unstated = {
            "zh": "配套比例与出资方：原文未写明",
            "en": "Matching ratio and who pays: not stated in the text",
        }
        examples = (
            ({"matches": "grant"}, [({"grant": "2000000"}, "2000000"), ({"grant": "0"}, "0")]),
        )

        def sentence(self, rule: Json) -> Texts:
            return {
                "zh": "与{of}同额（按1:1，仅供参考），原文未写配套比例与出资方",
                "en": "the same amount as the {of} (at 1:1, for reference only), as the text "
                "states neither the ratio nor who pays",
            }

    Matched.declared = MatchedDeclared()
