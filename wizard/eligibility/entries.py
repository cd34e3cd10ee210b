"""The claims of an application while they are held against each other."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date

from eligibility.application import Claim, Paid
from eligibility.closing_rule import ClosingRule
from eligibility.facts import Note, note
from eligibility.judgement import LIVE, Judgement, Step
from eligibility.money import write
from eligibility.policy import Award


@dataclass(slots=True, eq=False)
class Entry:
    """One claim with its judgement; status and amount change as the rules are applied."""

    claim: Claim
    day: date
    status: str
    amount: int
    """Fen: what stands after the rules applied so far."""
    judgement: Judgement
    notes: list[Note] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    silent: bool = False
    """True where only sums are asked for, many times over: nothing is written down."""

    @staticmethod
    def of(claim: Claim, judgement: Judgement, day: date, silent: bool = False) -> "Entry":
        """Start an entry from what the claim gives on its own."""
        status, amount = judgement.status, judgement.amount
        return Entry(claim, day, status, amount, judgement, silent=silent)

    @property
    def award(self) -> Award:
        return self.claim.award

    @property
    def live(self) -> bool:
        """True while a sum stands that something could still change."""
        return self.status in LIVE

    def group(self, closing: ClosingRule) -> Hashable:
        """Name the group in which 从高、不重复 lets the sum compete, or None outside all (A01)."""
        award, kind = self.award, self.judgement.kind
        if self.status != "payable" or award.payee in closing.not_paid_to:
            return None
        return closing.group(award.id, award.support, kind, self.claim.subject, self.day.year)

    @property
    def title(self) -> tuple[str, str, str | None]:
        """Name what is awarded: tiers compete, and repetition counts, within one title."""
        title = self.judgement.title if self.award.title_by else None
        return (self.award.id, self.claim.subject, title)

    @property
    def turn(self) -> tuple[date, int]:
        """By date, then by the order of the claims."""
        return (self.day, self.claim.index)

    @property
    def preference(self) -> tuple[int, int]:
        """By the order of the policy, then of the claims: who wins a tie between lines."""
        return (self.award.order, self.claim.index)

    def lose(self, status: str, code: str, **params: object) -> None:
        """Take the sum away, with the reason."""
        self.status, self.amount = status, 0
        if not self.silent:
            self.notes.append(note(code, **params))

    def lose_to(self, winner: "Entry", amount: int) -> None:
        """Give way to another line on the same project, product or platform, or policy."""
        self.lose(
            "same-subject",
            "excluded" if winner.award.id in self.award.excludes else "displaced",
            claim=winner.claim.id,
            award=winner.award.id,
            amount=write(amount),
        )


Counted = tuple[int, str]
"""A sum in fen, and the total it counts in; the same sum elsewhere is another answer."""


def counted(entry: Entry) -> Counted:
    """Tell what an entry adds, and to what: the payable sums, the reference, or neither."""
    return (entry.amount, bucket(entry.status) if entry.amount else "")


def bucket(status: str) -> str:
    """Name the total in which a sum of this status counts; nothing where in none."""
    if status == "payable":
        return "payable"
    return "reference" if status in ("reference", "needs-review") else ""


def total(payments: Iterable[Paid]) -> int:
    """Add up what was received, in fen."""
    return sum(payment.amount for payment in payments)


def payable(entries: Iterable[Entry]) -> int:
    """Add up what is payable, in fen."""
    return sum(entry.amount for entry in entries if entry.status == "payable")
