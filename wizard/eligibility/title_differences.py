"""A title raised in a later year, if only the difference is paid (another reading of A01, A37)."""

from collections import defaultdict
from collections.abc import Sequence

from eligibility.application import Paid
from eligibility.closing_rule import GROUPED_KINDS, ClosingRule
from eligibility.entries import Entry, total


def pay_differences(entries: Sequence[Entry], paid: Sequence[Paid], closing: ClosingRule) -> None:
    """Deduct from each title the sums of the same award in earlier years, granted or paid.

    This applies only to titles with a tier outside the groups; within a group the closing rule
    already leaves only the highest.
    """
    highest: dict[object, int] = defaultdict(int)
    told: dict[tuple[str, str], object] = {}
    for entry in sorted(entries, key=lambda entry: entry.turn):
        title, line = entry.title, (entry.award.id, entry.claim.subject)
        outside = entry.judgement.kind not in GROUPED_KINDS and entry.judgement.tier is not None
        if not (entry.live and outside and closing.titles_of(entry.award.id) == "difference"):
            continue
        received = total(
            payment
            for payment in paid
            if (payment.award.id, payment.subject) == line and payment.date.year < entry.day.year
        )
        before = highest[title]
        # a payment does not say for which title it was, so it is deducted from one of them
        if received and told.setdefault(line, title) == title:
            before = max(before, received)
        highest[title] = max(highest[title], entry.amount)
        entry.amount = max(entry.amount - before, 0)
