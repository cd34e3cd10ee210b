"""Adds up assessments: by award, clause, department, payee, year and milestone.

Each table adds up to the same total, to the fen. Two tallies can be added: a worker makes one of
its chunk.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from clauses.rosters.sums import Assessed

Json = dict[str, Any]
LARGEST = 20
"""How many of the largest enterprises are listed."""
SCALE = tuple(10**power * 100 for power in range(4, 10))
"""Bounds in fen of the classes of a distribution: 1万, 10万, 100万 … 10亿元."""


@dataclass
class Tally:
    """Counts, and sums in fen."""

    applications: int = 0
    claims: int = 0
    absent: int = 0
    """Claims of awards that the edition does not have."""
    open: int = 0
    """Claims that need facts."""
    exact: int = 0
    ceiling: int = 0
    reference: int = 0
    least: int = 0
    most: int = 0
    unbounded: int = 0
    """Applications whose sum has no upper bound; `most` counts them with the least."""
    statuses: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    """Payable claims of each award."""
    by_award: Counter[str] = field(default_factory=Counter)
    by_payee: Counter[str] = field(default_factory=Counter)
    by_time: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By year and milestone."""
    sizes: Counter[int] = field(default_factory=Counter)
    """Applications by the class of their sum (`SCALE`); those of nothing are in none."""
    size_sums: Counter[int] = field(default_factory=Counter)
    largest: list[tuple[int, str]] = field(default_factory=list)
    """The largest sums, with their enterprises."""

    def add(self, enterprise: str, found: Assessed) -> None:
        """Count one application."""
        self.applications += 1
        self.claims += len(found.claims)
        self.absent += len(found.absent)
        self.least += found.least
        if found.most is None:
            self.unbounded += 1
        self.most += found.least if found.most is None else found.most
        whole = 0
        for claim in found.claims:
            self.statuses[claim.status] += 1
            self.open += claim.status == "needs-facts"
            if claim.bucket == "reference":
                self.reference += claim.fen
            if claim.status != "payable":
                continue
            whole += claim.fen
            if claim.bucket == "exact":
                self.exact += claim.fen
            else:
                self.ceiling += claim.fen
            self.counted[claim.award] += 1
            self.by_award[claim.award] += claim.fen
            self.by_payee[claim.payee] += claim.fen
            for part in claim.parts:
                self.by_time[part.year, part.milestone] += part.fen
        if whole:
            size = size_of(whole)
            self.sizes[size] += 1
            self.size_sums[size] += whole
            self.largest.append((whole, enterprise))
            if len(self.largest) > 10 * LARGEST:
                self._trim()

    def _trim(self) -> None:
        # of equal sums those come first whose name does, whatever the order of the file
        ordered = sorted(self.largest, key=lambda one: (-one[0], one[1]))
        self.largest = ordered[:LARGEST]

    def merge(self, other: "Tally") -> None:
        """Add what another tally counted."""
        add_up(self, other)
        self._trim()

    @property
    def total(self) -> int:
        """The sum payable, in fen."""
        return self.exact + self.ceiling


def add_up[T](into: T, other: T) -> None:
    """Add each count, sum and list of a tally to that of another of its kind."""
    for own in fields(into):  # type: ignore[arg-type]
        mine, added = getattr(into, own.name), getattr(other, own.name)
        if isinstance(mine, Counter):
            mine.update(added)
        else:
            setattr(into, own.name, mine + added)


def size_of(fen: int) -> int:
    """Return the class of a sum: 0 below the first bound of `SCALE`."""
    return sum(abs(fen) >= bound for bound in SCALE)


def grouped(by_award: Mapping[str, int], key_of: Mapping[str, str]) -> dict[str, int]:
    """Add sums by award up by what each award belongs to, a clause or departments."""
    sums: Counter[str] = Counter()
    for award, fen in by_award.items():
        sums[key_of[award]] += fen
    return dict(sums)
