"""Less is due only in some cases, or for each step, as more is."""

from clauses.proof.parts.uplift import check

__all__ = ["check"]
