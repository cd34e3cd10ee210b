"""Claims of the same answers under two editions, side by side, and what they come to."""

from dataclasses import dataclass

from between_editions.kinds import NOT_COMPARABLE, Kind, difference, kind_of, payable
from between_editions.sides import EditionSide, SideClaim


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """One claim under both editions; a side is None where its edition does not have the award."""

    old: SideClaim | None
    new: SideClaim | None
    kind: Kind
    moved: tuple[int, int] | None
    """The number of its clause before and after, where they differ."""

    @property
    def claim(self) -> SideClaim:
        """The claim of the new edition, or else that of the old one."""
        one = self.new or self.old
        assert one is not None
        return one

    @property
    def is_comparable(self) -> bool:
        """Whether the sums of both sides are known."""
        return self.kind not in NOT_COMPARABLE

    @property
    def difference(self) -> int:
        """What the new edition gives more, in fen; 0 if the sides cannot be compared."""
        return difference(self.kind, self.old, self.new)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the comparable claims come to, in fen; the difference is that of their rows."""

    old: int
    new: int
    difference: int
    counted: int
    left_out: int
    """Claims that cannot be compared."""
    old_at_most: bool
    """Whether the old sum has ceilings in it."""
    new_at_most: bool


def pairs_of(old: EditionSide, new: EditionSide) -> list[ClaimPair]:
    """Pair the claims of two sides by their id and award, in the order of the form."""
    before, after = old.claims, new.claims
    clauses = [_clauses(side) for side in (old, new)]
    pairs = []
    for key in {**before, **after}:
        one, other = before.get(key), after.get(key)
        places = tuple(numbers.get(key[1], 0) for numbers in clauses)
        moved = (places[0], places[1]) if all(places) and places[0] != places[1] else None
        pairs.append(ClaimPair(one, other, kind_of(one, other), moved))
    return pairs


def sums_of(pairs: list[ClaimPair]) -> Sums:
    """Add up the claims that can be compared."""
    counted = [pair for pair in pairs if pair.is_comparable]
    return Sums(
        sum(payable(pair.old) or 0 for pair in counted),
        sum(payable(pair.new) or 0 for pair in counted),
        sum(pair.difference for pair in counted),
        len(counted),
        len(pairs) - len(counted),
        any(_is_ceiling(pair.old) for pair in counted),
        any(_is_ceiling(pair.new) for pair in counted),
    )


def _is_ceiling(claim: SideClaim | None) -> bool:
    return claim is not None and claim.at_most and bool(payable(claim))


def _clauses(side: EditionSide) -> dict[str, int]:
    entries = (*side.document["awards"], *side.document["lines"])
    return {entry["id"]: entry["clause"] for entry in entries}
