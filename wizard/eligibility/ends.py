"""The smallest and the largest outcome of a claim with unknown facts."""

from eligibility.completions import Completed, Outcome


def min_outcome(completed: Completed) -> Outcome:
    """Return the outcome with the smallest sum."""
    return min(completed.outcomes, key=lambda outcome: outcome.judgement.amount)


def best_outcome(completed: Completed) -> Outcome:
    """Return the outcome with the largest sum; among equals, the one that gets furthest.

    If the same sum is payable in one completion and needs review in another, it needs review.
    """
    order = ["outside-validity", "not-eligible", "needs-review"]

    def key(outcome: Outcome) -> tuple[int, int, int]:
        judgement = outcome.judgement
        known = judgement.status in order
        place = order.index(judgement.status) if known else len(order)
        settled = judgement.amount > 0 and judgement.figures is None
        return (judgement.amount, -place if settled else place, len(judgement.steps))

    return max(completed.outcomes, key=key)
