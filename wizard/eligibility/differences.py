"""A title raised in a later year, where only the difference is paid (A01, A37; another reading)."""

from collections import defaultdict
from collections.abc import Sequence

from eligibility.application import Paid
from eligibility.closing_rule import GROUPED_KINDS, ClosingRule
from eligibility.entries import Entry, total


def pay_differences(entries: Sequence[Entry], paid: Sequence[Paid], closing: ClosingRule) -> None:
    """Take from each title what the same award gave, or was paid, in earlier years.

    Only titles outside the groups, those with a tier: within a group the closing rule itself
    leaves no more than the highest.
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
        # a payment does not say for which title it was: it is taken off one of them
        if received and told.setdefault(line, title) != title:
            received = 0
        before = max(highest[title], received)
        highest[title] = max(highest[title], entry.amount)
        entry.amount = max(entry.amount - before, 0)
