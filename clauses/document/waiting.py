"""A place of an edition in preparation that nobody has confirmed yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WaitingPlace:
    """One place: of a clause, a paragraph of it, an award or line of it, or of the edition."""

    clause: int | None
    paragraph: int | None
    """Counted from 1; None where it is not a paragraph."""
    award: str | None
    """The award or line whose rule is withheld from the engine."""
    kind: str
    """`proposed`, `stale` or `empty`."""
