"""The same claims under two editions: more, less, new, gone, or not comparable.

A claim that is invalid or needs facts on either side is never shown as a difference.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from between_editions.kinds import NOT_COMPARABLE, Kind, kind_of, payable
from clauses.rosters.sums import Assessed, AssessedClaim, Enterprise
from clauses.rosters.tally import LARGEST, SCALE, add_up, size_of


class ClaimChange(NamedTuple):
    """One claim under both editions."""

    enterprise: Enterprise
    claim: str
    award: str
    subject: str
    kind: Kind
    old_status: str
    """Empty where the edition does not have the award."""
    new_status: str
    old: int | None
    """The sum payable in fen; None where the claim cannot be computed, or does not exist."""
    new: int | None
    missing: tuple[str, ...]

    @property
    def is_comparable(self) -> bool:
        """Whether the sums of both sides are known."""
        return self.kind not in NOT_COMPARABLE

    @property
    def difference(self) -> int:
        """What the new edition gives more, in fen; 0 where the sides cannot be compared."""
        return (self.new or 0) - (self.old or 0) if self.is_comparable else 0


def compared(enterprise: Enterprise, old: Assessed, new: Assessed) -> list[ClaimChange]:
    """Compare an application under two editions, claim by claim."""
    before = {claim.claim: claim for claim in old.claims}
    after = {claim.claim: claim for claim in new.claims}
    return [_change(enterprise, before.get(name), after.get(name)) for name in {**before, **after}]


def _change(
    enterprise: Enterprise, old: AssessedClaim | None, new: AssessedClaim | None
) -> ClaimChange:
    one = new or old
    assert one is not None
    missing = new.missing if new else ()
    return ClaimChange(
        enterprise,
        one.claim,
        one.award,
        one.subject,
        kind_of(old, new),
        old.status if old else "",
        new.status if new else "",
        payable(old),
        payable(new),
        missing,
    )


@dataclass
class RosterComparison:
    """Counts, and sums in fen, of all changes; two can be added."""

    kinds: Counter[str] = field(default_factory=Counter)
    """Claims of each kind."""
    gains: int = 0
    losses: int = 0
    """Below nothing."""
    kind_sums: Counter[str] = field(default_factory=Counter)
    by_award: Counter[str] = field(default_factory=Counter)
    gaining: int = 0
    losing: int = 0
    equal: int = 0
    """Enterprises whose sum rises, falls or stays."""
    undecided: int = 0
    """Enterprises with a claim that cannot be compared."""
    sizes: Counter[int] = field(default_factory=Counter)
    """Enterprises by the class of their difference (`SCALE`), losses below nothing."""
    size_sums: Counter[int] = field(default_factory=Counter)
    most: list[tuple[int, str]] = field(default_factory=list)
    """The largest gains and losses of enterprises."""

    def add(self, enterprise: str, changes: Sequence[ClaimChange]) -> None:
        """Count the changes of one enterprise."""
        whole = 0
        for change in changes:
            difference = change.difference
            self.kinds[change.kind] += 1
            whole += difference
            if difference:
                self.kind_sums[change.kind] += difference
                self.by_award[change.award] += difference
        self.undecided += any(change.kind in NOT_COMPARABLE for change in changes)
        self.gaining += whole > 0
        self.losing += whole < 0
        self.equal += whole == 0
        self.gains += max(whole, 0)
        self.losses += min(whole, 0)
        if whole:
            size = (size_of(whole) + 1) * (1 if whole > 0 else -1)
            self.sizes[size] += 1
            self.size_sums[size] += whole
            self.most.append((whole, enterprise))
            if len(self.most) > 10 * LARGEST:
                self._trim()

    def _trim(self) -> None:
        gains = sorted((-sum_, name) for sum_, name in self.most if sum_ > 0)[:LARGEST]
        losses = sorted(one for one in self.most if one[0] < 0)[:LARGEST]
        self.most = [*losses, *((-sum_, name) for sum_, name in gains)]

    def merge(self, other: "RosterComparison") -> None:
        """Add what another comparison counted."""
        add_up(self, other)
        self._trim()

    @property
    def difference(self) -> int:
        """What the new edition costs more, in fen."""
        return self.gains + self.losses


def classes() -> list[int]:
    """Return the classes of a difference from the largest loss to the largest gain."""
    sizes = range(1, len(SCALE) + 2)
    return [*(-size for size in reversed(sizes)), *sizes]
