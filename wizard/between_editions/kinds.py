"""How one claim fares under two editions: more, less, new, gone, or not comparable.

A claim that is invalid or needs facts on either side is never a difference, nor is one whose sum
one of the editions leaves to a decision. “Not eligible” and “eligible for 0” are two answers.
"""

from typing import Literal, Protocol

Kind = Literal[
    "same", "more", "less", "status", "new", "gone", "asks", "open", "invalid", "unstated"
]
KINDS: tuple[Kind, ...] = (
    "more", "less", "new", "gone", "status", "asks", "open", "unstated", "invalid", "same"
)  # fmt: skip
"""How a claim fares under the new edition.

- `more`, `less`: another sum on both sides.
- `new`, `gone`: the award is only in the new edition, or only in the old one.
- `status`: no other sum, but another answer: not eligible is not the same as eligible for 0.
- `asks`: the new edition asks a fact that is not known.
- `open`: facts are missing under both, or under the old one alone.
- `unstated`: one edition states a sum or refuses it, the other leaves it to a decision.
- `invalid`: a fact is impossible.
"""
NOT_COMPARABLE: frozenset[Kind] = frozenset({"asks", "open", "invalid", "unstated"})
_UNSTATED = frozenset(
    {"needs-review", "reference", "non-cash", "discretionary", "unspecified", "preference",
     "pending"}
)  # fmt: skip
"""Statuses for which the text does not say what is paid."""


class Claimed(Protocol):
    """A claim under one edition."""

    @property
    def status(self) -> str:
        """Its status, one of `eligibility.codes.STATUSES`."""

    @property
    def fen(self) -> int:
        """Its sum in fen; 0 if nothing is due, or not known."""


def is_unstated(claim: Claimed) -> bool:
    """Whether the text leaves it open what is paid for a claim."""
    return claim.status in _UNSTATED


def payable(claim: Claimed | None) -> int | None:
    """Return the sum payable in fen; None where it cannot be computed, or there is no claim."""
    if claim is None or claim.status in ("invalid", "needs-facts"):
        return None
    return claim.fen if claim.status == "payable" else 0


def kind_of(old: Claimed | None, new: Claimed | None) -> Kind:
    """Compare a claim under two editions; None where an edition does not have its award."""
    statuses = {claim.status for claim in (old, new) if claim}
    if "invalid" in statuses:
        return "invalid"
    if "needs-facts" in statuses:
        only_new = old is not None and old.status != "needs-facts"
        return "asks" if only_new else "open"
    if old is None:
        return "new"
    if new is None:
        return "gone"
    if is_unstated(old) != is_unstated(new):
        return "unstated"
    before, after = payable(old) or 0, payable(new) or 0
    if before != after:
        return "more" if after > before else "less"
    return "same" if old.status == new.status and old.fen == new.fen else "status"


def difference(kind: Kind, old: Claimed | None, new: Claimed | None) -> int:
    """Return what the new edition gives more, in fen; 0 if the sides cannot be compared."""
    return 0 if kind in NOT_COMPARABLE else (payable(new) or 0) - (payable(old) or 0)
