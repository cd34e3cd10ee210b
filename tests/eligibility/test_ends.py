"""The smallest and the largest outcome of a claim with unknown facts."""

from dataclasses import replace
from datetime import date

import pytest

from eligibility.completions import Completed, Outcome
from eligibility.ends import best_outcome, min_outcome
from eligibility.judgement import Judgement
from tests.eligibility.made_entries import judgement


def completed(*judgements: Judgement) -> Completed:
    outcomes = tuple(Outcome(one, date(2021, 6, 30)) for one in judgements)
    return Completed(outcomes, ("fact",), {(n,): n for n in range(len(outcomes))}, False)


def after(steps: int, judged: Judgement) -> Judgement:
    """A judgement with a number of steps of the calculation."""
    return replace(judged, steps=({"code": "condition"},) * steps)


OUTSIDE = judgement(status="outside-validity")
UNMET = judgement(status="not-eligible")
REVIEW = judgement(status="needs-review")
STEP = judgement(figures=(60, 40))


@pytest.mark.parametrize(
    ("first", "further"),
    [
        (judgement(4), judgement(5)),
        (judgement(0), judgement(1, "needs-review")),
        (OUTSIDE, UNMET),
        (UNMET, REVIEW),
        (OUTSIDE, REVIEW),
        (REVIEW, STEP),
        (judgement(5), judgement(5, "needs-review")),
        (judgement(1), judgement(1, "needs-review")),
        (judgement(5, "reference"), judgement(5, "needs-review")),
        (judgement(5, "needs-review", figures=(6, 4)), judgement(5, figures=(6, 4))),
        (UNMET, after(1, UNMET)),
        (after(9, OUTSIDE), UNMET),
        (after(9, judgement(4)), judgement(5)),
    ],
)
def test_what_reaches_further(first: Judgement, further: Judgement) -> None:
    for pair in ((first, further), (further, first)):
        assert best_outcome(completed(*pair)).judgement is further


def test_among_equals_the_first() -> None:
    outcomes = completed(UNMET, replace(UNMET))
    assert best_outcome(outcomes) is outcomes.outcomes[0]


def test_the_least_is_the_smallest_sum() -> None:
    outcomes = completed(judgement(5), judgement(3, "needs-review"), judgement(4))
    assert min_outcome(outcomes) is outcomes.outcomes[1]
