"""A change with its place in both texts."""

from dataclasses import dataclass

from clauses.revision.change import Change


@dataclass(frozen=True)
class Place:
    """Where a sentence stands: the place of its clause in the text, and its paragraph from 1."""

    clause: int
    paragraph: int


@dataclass(frozen=True)
class Placed:
    """A change with its places; outside the clauses `part` names the passage."""

    change: Change
    old: Place | None = None
    new: Place | None = None
    part: str = ""
    sentence: str = ""
    """The sentence of the old text in which it stands."""
