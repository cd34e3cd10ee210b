"""How the closing rule and the titles are applied; the defaults are the readings that are used.

“本政策中所涉及同一项目（产品、平台），按照“从高、不重复”的原则享受政策” (附则-1). What another
reading of it would do (A01, A03, A05, A16, A37 …) is the same rule with other settings.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal

GROUPED_KINDS = frozenset({"project", "product", "platform"})
"""The three words of the closing rule; nothing else is grouped by it (A01)."""

PartedBy = Literal["support", "line", "year", "apart", "kind"]
Steps = Literal["each", "difference", "added"]
Titles = Literal["highest", "difference", "added"]


@dataclass(frozen=True, slots=True)
class ClosingRule:
    """Which sums compete with each other, and what several steps or titles give together."""

    everything: bool = False
    """All that is given to the enterprise is one group (A01)."""
    not_paid_to: frozenset[str] = frozenset()
    """Payees other than the enterprise, whose money that group leaves alone."""
    also: frozenset[str] = frozenset()
    """Awards that compete on their subject though it is none of the three kinds (A29)."""
    parted_by: PartedBy | None = None
    """Only sums alike in this compete on one subject (A01, A03, A05, A13, A38, A59)."""
    parted: frozenset[str] = frozenset()
    """The awards that are parted so; all where it is empty."""
    together: Mapping[str, str] = field(default_factory=dict)
    """Lines that are one and the same item, by a common name, where parted by line."""
    steps: Steps = "each"
    """What the steps of a first-time line give (A16)."""
    titles: Titles = "highest"
    """What several titles of one award give (A37)."""
    titled: frozenset[str] = frozenset()
    """The awards whose titles are taken so; all where it is empty."""

    def group(self, award: str, support: str, kind: str, subject: str, year: int) -> Hashable:
        """Name the group in which a sum competes, or None where it stands outside all."""
        if self.everything:
            return "everything"
        if kind not in GROUPED_KINDS and award not in self.also:
            return None
        part: Hashable = None
        if not self.parted or award in self.parted:
            match self.parted_by:
                case "support":
                    part = support
                case "line":
                    part = self.together.get(award, award)
                case "year":
                    part = year
                case "apart":
                    part = self.parted_by
                case "kind":
                    part = kind
        return (subject, part)

    def takes_each_year_by_itself(self, award: str) -> bool:
        """True where a later year does not compete with an earlier one (A03)."""
        return self.parted_by == "year" and (not self.parted or award in self.parted)

    def titles_of(self, award: str) -> Titles:
        """Tell what several titles of an award give together."""
        return self.titles if not self.titled or award in self.titled else "highest"


AS_READ = ClosingRule()
"""The rule under the readings that are used."""
