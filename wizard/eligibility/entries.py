"""The claims of an application while they are settled against each other."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date

from eligibility.application import Claim, Paid
from eligibility.closing_rule import ClosingRule
from eligibility.facts import Note, note
from eligibility.judgement import LIVE, Judgement, Step
from eligibility.money import write
from eligibility.rules import Award


@dataclass(slots=True, eq=False)
class Entry:
    """One claim with its judgement; status and amount change as the rules are applied."""

    claim: Claim
    day: date
    status: str
    amount: int
    """The sum in fen after the rules applied so far."""
    judgement: Judgement
    notes: list[Note] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    silent: bool = False
    """Whether only sums are needed (in a search over many completions), without notes and steps."""

    @staticmethod
    def of(claim: Claim, judgement: Judgement, day: date, silent: bool = False) -> "Entry":
        """Make an entry from the result of the claim on its own."""
        status, amount = judgement.status, judgement.amount
        return Entry(claim, day, status, amount, judgement, silent=silent)

    @property
    def award(self) -> Award:
        return self.claim.award

    @property
    def live(self) -> bool:
        """Whether the entry still has a sum that a later rule could change."""
        return self.status in LIVE

    def group(self, closing: ClosingRule) -> Hashable:
        """Return the group in which the sum competes under 从高、不重复, or None (A01)."""
        award, kind = self.award, self.judgement.kind
        if self.status != "payable" or award.payee in closing.not_paid_to:
            return None
        return closing.group(award.id, award.support, kind, self.claim.subject, self.day.year)

    @property
    def title(self) -> tuple[str, str, str | None]:
        """Return the key of the title; tiers compete and repetition is counted within one title."""
        title = self.judgement.title if self.award.title_by else None
        return (self.award.id, self.claim.subject, title)

    @property
    def turn(self) -> tuple[date, int]:
        """The order in which limits serve entries: by date, then by the order of the claims."""
        return (self.day, self.claim.index)

    @property
    def preference(self) -> tuple[int, int]:
        """The order that decides ties: by the order of awards in the policy, then of the claims."""
        return (self.award.order, self.claim.index)

    def lose(self, status: str, code: str, **params: object) -> None:
        """Remove the sum and note the reason."""
        self.status, self.amount = status, 0
        if not self.silent:
            self.notes.append(note(code, **params))

    def lose_to(self, winner: "Entry", amount: int) -> None:
        """Give way to another award on the same project, product, platform or insurance policy."""
        self.lose(
            "same-subject",
            "excluded" if winner.award.id in self.award.excludes else "displaced",
            claim=winner.claim.id,
            award=winner.award.id,
            amount=write(amount),
        )


Counted = tuple[int, str]
"""A sum in fen and the total in which it counts; the same sum in another total is a different
result."""


def counted(entry: Entry) -> Counted:
    """Return what an entry adds, and to which total: payable, reference, or none."""
    return (entry.amount, bucket(entry.status) if entry.amount else "")


def bucket(status: str) -> str:
    """Return the total in which a sum of this status counts, or an empty string."""
    if status == "payable":
        return "payable"
    return "reference" if status in ("reference", "needs-review") else ""


def total(payments: Iterable[Paid]) -> int:
    """Add up payments, in fen."""
    return sum(payment.amount for payment in payments)


def payable(entries: Iterable[Entry]) -> int:
    """Add up the payable sums, in fen."""
    return sum(entry.amount for entry in entries if entry.status == "payable")
