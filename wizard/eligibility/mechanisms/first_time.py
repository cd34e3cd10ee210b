"""首次达到 / 首次超过: the highest step crossed for the first time (A16)."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.closing_rule import Steps
from eligibility.mechanisms.mechanism import (
    FEN,
    ZERO,
    Crossed,
    Json,
    Mechanism,
    Stop,
    Texts,
    Values,
    Write,
    number,
)
from eligibility.mechanisms.thresholds import Comparison, passes
from eligibility.money import floor_to_fen, write, write_exact

Step = tuple[Fraction, Fraction]
"""The threshold and the sum of a step, both in yuan."""


class FirstTime(Mechanism):
    """The sum of the highest step that the figure crosses and no earlier year crossed."""

    name = "first-time"
    steps = {"first-time": ("fact", "value", "before", "best", "step", "amount")}
    said = {
        "first-time": {
            "zh": "{fact}{value}，{before}{best}，首次跨过{step}一档，原文对应{amount}。",
            "en": "{fact} {value}, {before} {best}: the {step} step is passed for the first time; "
            "the text states {amount}.",
        }
    }
    as_stated = "first-time"
    by_steps = True
    curved = True
    large = True

    def __init__(self, entry: Json) -> None:
        super().__init__(entry)
        self.figure, self.before = entry["of"], entry["before"]
        self.comparison: Comparison = entry["compare"]
        self.ladder = tuple((Fraction(at), Fraction(amount)) for at, amount in entry["steps"])

    def evaluate(self, values: Values, write: Write) -> Fraction:
        """Compute the sum by the stated best earlier year, if no other claim has a better one."""
        crossed = self.cross(number(values, self.figure), number(values, self.before))
        return crossed[1] if crossed else ZERO

    def maximum_amount(self) -> Fraction:
        return max(amount for _, amount in self.ladder)

    def stated_sums(self) -> list[Fraction]:
        return [amount for _, amount in self.ladder]

    def bound(self) -> None:
        """Nothing: where the steps are added up, a claim gives more than the highest of them."""

    def candidates(self) -> Sequence[Fraction]:
        """One figure for each number of steps passed: nothing else of a figure matters."""
        passing = FEN if self.comparison == ">" else ZERO
        return [ZERO, *(at + passing for at, _ in self.ladder)]

    def stops(self, values: Values) -> list[Stop]:
        return [(at, self.comparison, "step") for at, _ in self.ladder]

    def assumed(self, least: Fraction) -> dict[str, Fraction]:
        return {self.before: ZERO}

    def passed(self, figure: Fraction) -> int:
        return sum(passes(figure, self.comparison, at) for at, _ in self.ladder)

    def cross(self, figure: Fraction, best: Fraction, steps: Steps = "each") -> Crossed | None:
        crossed = first_time(figure, best, self.ladder, self.comparison)
        if crossed is None or steps == "each":
            return crossed
        at, amount = crossed
        if steps == "added":
            return at, steps_added(figure, best, self.ladder, self.comparison)
        return at, amount - sum_reached(best, self.ladder, self.comparison)

    def crossing(self, figure: Fraction, best: Fraction, crossed: Crossed) -> Json:
        return {
            "fact": self.figure,
            "value": write_exact(figure),
            "before": self.before,
            "best": write_exact(best),
            "step": write_exact(crossed[0]),
            "amount": write(floor_to_fen(crossed[1])),
        }


def first_time(
    figure: Fraction, best_before: Fraction, steps: Sequence[Step], comparison: Comparison
) -> Step | None:
    """Return the highest step that `figure` crosses and no earlier year crossed, or None.

    Several steps crossed in one year are one award of the highest: 分档 puts a year in one tier.
    """
    crossed = [
        step
        for step in steps
        if passes(figure, comparison, step[0]) and not passes(best_before, comparison, step[0])
    ]
    return max(crossed, key=lambda step: step[0], default=None)


def steps_added(
    figure: Fraction, best_before: Fraction, steps: Sequence[Step], comparison: Comparison
) -> Fraction:
    """Add up every step that `figure` crosses and no earlier year did (another reading of A16)."""
    return sum(
        (
            sum_
            for at, sum_ in steps
            if passes(figure, comparison, at) and not passes(best_before, comparison, at)
        ),
        Fraction(0),
    )


def sum_reached(figure: Fraction, steps: Sequence[Step], comparison: Comparison) -> Fraction:
    """Return the sum of the highest step that a figure passes, or 0 if it passes none.

    Another reading of A16 pays only what a later step gives beyond it.
    """
    passed = [step for step in steps if passes(figure, comparison, step[0])]
    return max(passed, key=lambda step: step[0], default=(Fraction(0), Fraction(0)))[1]


if __debug__:
    from eligibility.mechanisms.declaration import Declaration, Field

    class FirstTimeDeclared(Declaration):
        doc = (
            "首次达到 / 首次超过: the highest step crossed for the first time (clauses 7, 11, 26)."
        )
        key = "steps"
        claims = ("first", "first-reached")
        fields = (
            Field("compare", "comparison", "first_time"),
            Field("of", "fact"),
            Field("before", "fact"),
            Field("steps", "steps"),
        )
        said = "首次"
        support = "steps"
        examples = (
            (
                {
                    "first_time": "达到",
                    "of": "revenue",
                    "before": "best",
                    "steps": [
                        {"at": "50元", "sum": "1元"},
                        {"at": "100元", "sum": "2元"},
                        {"at": "500元", "sum": "4元"},
                    ],
                },
                [
                    ({"revenue": "49", "best": "0"}, "0"),
                    ({"revenue": "50", "best": "0"}, "1"),
                    ({"revenue": "51", "best": "50"}, "0"),
                    ({"revenue": "120", "best": "60"}, "2"),
                    ({"revenue": "600", "best": "0"}, "4"),
                    ({"revenue": "90", "best": "600"}, "0"),
                ],
            ),
            (
                {
                    "first_time": "超过",
                    "of": "revenue",
                    "before": "best",
                    "steps": [{"at": "50元", "sum": "1元"}, {"at": "100元", "sum": "2元"}],
                },
                [
                    ({"revenue": "50", "best": "0"}, "0"),
                    ({"revenue": "51", "best": "50"}, "1"),
                    ({"revenue": "120", "best": "101"}, "0"),
                ],
            ),
        )

        def step(self, rule: Json) -> Texts:
            if rule["compare"] == ">":
                return {"zh": "{of}首次超过{at}", "en": "{of} exceeds {at} for the first time"}
            return {"zh": "{of}首次达到{at}", "en": "{of} reaches {at} for the first time"}

        def sentence(self, rule: Json) -> Texts:
            if rule["compare"] == ">":
                return {
                    "zh": "{of}首次超过（不含本数）{steps}；只计新超过的最高一档",
                    "en": "{steps} when the {of} exceeds it for the first time (the figure itself "
                    "excluded); only the highest step newly exceeded counts",
                }
            return {
                "zh": "{of}首次达到（含本数）{steps}；只计新达到的最高一档",
                "en": "{steps} when the {of} reaches it for the first time (the figure itself "
                "included); only the highest step newly reached counts",
            }

    FirstTime.declared = FirstTimeDeclared()
