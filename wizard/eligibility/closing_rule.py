"""The settings of the closing rule and of titles; the defaults are the readings used.

“本政策中所涉及同一项目（产品、平台），按照“从高、不重复”的原则享受政策” (附则-1). Its other
readings (A01, A03, A05, A16, A37 …) are the same rule with other settings.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal

GROUPED_KINDS = frozenset({"project", "product", "platform"})
"""The three kinds that the closing rule names; it groups no others (A01)."""

PartedBy = Literal["support", "line", "year", "apart", "kind"]
Steps = Literal["each", "difference", "added"]
Titles = Literal["highest", "difference", "added"]


@dataclass(frozen=True, slots=True)
class ClosingRule:
    """Which sums compete with each other, and what several steps or titles give together."""

    everything: bool = False
    """Whether everything paid to the enterprise is one group (A01)."""
    not_paid_to: frozenset[str] = frozenset()
    """Payees other than the enterprise, whose money is not in that group."""
    also: frozenset[str] = frozenset()
    """Awards that compete on their subject although it is none of the three kinds (A29)."""
    parted_by: PartedBy | None = None
    """If set, only sums equal in this compete on a subject (A01, A03, A05, A13, A38, A59)."""
    parted: frozenset[str] = frozenset()
    """The awards to which `parted_by` applies; all if empty."""
    together_against: frozenset[str] = frozenset()
    """If only some are parted: those and the awards that they are parted from. Paid side by side,
    they compete together with every other award on their subject (A05, A13, A38)."""
    together: Mapping[str, str] = field(default_factory=dict)
    """A common name for awards that count as one item when competition is within one award."""
    steps: Steps = "each"
    """Which steps of a first-time award are paid (A16)."""
    titles: Titles = "highest"
    """How several titles of one award are paid together (A37)."""
    titled: frozenset[str] = frozenset()
    """The awards to which `titles` applies; all if empty."""

    def group(self, award: str, support: str, kind: str, subject: str, year: int) -> Hashable:
        """Return the key of the group in which a sum competes, or None if it is in no group."""
        if self.everything:
            return "everything"
        if kind not in GROUPED_KINDS and award not in self.also:
            return None
        return (subject, None if self.parted else self.part(award, support, kind, year))

    def part(self, award: str, support: str, kind: str, year: int) -> Hashable:
        """Return what only sums equal in it compete with, among those that are parted."""
        if self.parted and award not in self.parted:
            return None
        match self.parted_by:
            case "support":
                return support
            case "line":
                return self.together.get(award, award)
            case "year":
                return year
            case "apart":
                return self.parted_by
            case "kind":
                return kind
            case None:
                return None

    def takes_each_year_by_itself(self, award: str) -> bool:
        """Whether a later year does not compete with an earlier one (A03)."""
        return self.parted_by == "year" and (not self.parted or award in self.parted)

    def titles_of(self, award: str) -> Titles:
        """Return how several titles of an award are paid together."""
        return self.titles if not self.titled or award in self.titled else "highest"


AS_READ = ClosingRule()
"""The rule under the readings used."""
