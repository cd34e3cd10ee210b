"""减半: half of the tiers of another award (clause 22)."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from eligibility.mechanisms.mechanism import Json, Texts
from eligibility.mechanisms.tiered import Tiered
from eligibility.money import write_exact


class Halved(Tiered):
    """Tiers that are worked out when the policy is compiled; they are computed as any others."""

    name = "halved"
    steps = {}
    said = {}


if __debug__:
    from eligibility.mechanisms.declaration import Declaration, Field

    class HalvedDeclared(Declaration):
        doc = "减半: half of the tiers of another award (clause 22)."
        key = "half_of"
        claims = ("half",)
        fields = (
            Field("halved", "word"),
            Field("half_of", "award"),
            Field("by", "fact"),
        )
        support = "fixed"
        remark = {
            "zh": "原文“减半补助”：按企业档次的一半",
            "en": "The text says “减半” (halved): half of the amounts for enterprises",
        }
        examples = (
            (
                {"halved": "减半", "half_of": "01-example", "by": "route"},
                [
                    ({"route": "certified"}, "150000"),
                    ({"route": "self-declared"}, "100000.005"),
                    ({"route": "other"}, None),
                ],
            ),
        )
        followed = {
            "by": "route",
            "tiers": {"certified": "30万元", "self-declared": "200000.01元"},
        }

        def complete(
            self, compiled: dict[str, Any], sum_of: Callable[[str], Json]
        ) -> dict[str, Any]:
            base = compiled["half_of"]
            halves = [
                [code, write_exact(Fraction(amount) / 2)] for code, amount in sum_of(base)["tiers"]
            ]
            return {"by": compiled["by"], "tiers": halves, "undecided": [], "half_of": base}

        def sentence(self, rule: Json) -> Texts:
            return {
                "zh": "{tiers}，即{half_of}各档金额的一半",
                "en": "{tiers}, which is half of the amounts for: {half_of}",
            }

    Halved.declared = HalvedDeclared()
