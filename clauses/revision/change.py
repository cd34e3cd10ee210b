"""A change of a passage with its place, and the kinds of change of the report."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

ChangeKind = Literal[
    "rate", "ceiling", "amount", "strength", "base", "threshold", "comparison", "tier", "stage",
    "count-limit", "cumulative-limit", "first-time", "frequency", "condition", "beneficiary",
    "payee", "instrument", "department", "placeholder", "deadline", "validity", "target", "status",
    "text-added", "text-dropped", "wording", "title", "layout",
]  # fmt: skip
"""What changed; wording, titles and layout move neither money nor duties."""

NO_SUBSTANCE = frozenset({"wording", "title", "layout"})


@dataclass(frozen=True)
class Change:
    """One change of a passage: words of both texts, or None where one of them has none."""

    kind: str
    old: str | None
    new: str | None
    old_value: Fraction | None = None
    new_value: Fraction | None = None
    sure: bool = True
    dates: bool = field(default=False, compare=False)
    """True where the values are days, as yyyymmdd."""

    @property
    def figure(self) -> bool:
        """True where a figure was changed, added or dropped."""
        return self.old_value is not None or self.new_value is not None

    @property
    def substance(self) -> bool:
        """True where more than words changed."""
        return self.kind not in NO_SUBSTANCE


@dataclass(frozen=True)
class Place:
    """Where a sentence is: the place of its clause in the text, and its paragraph from 1."""

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
    """The sentence of the old text in which it is."""
