"""首次达到 / 首次超过: the highest step crossed for the first time (A16)."""

from collections.abc import Sequence
from fractions import Fraction

from eligibility.mechanisms.thresholds import Comparison, passes

Step = tuple[Fraction, Fraction]
"""The threshold and the sum of a step, both in yuan."""


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
    """Return the sum of the highest step that a figure passes, 0 where it passes none.

    Another reading of A16 pays only what a later step gives beyond it.
    """
    passed = [step for step in steps if passes(figure, comparison, step[0])]
    return max(passed, key=lambda step: step[0], default=(Fraction(0), Fraction(0)))[1]
