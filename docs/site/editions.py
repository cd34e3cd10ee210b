"""The editions that a site shows: one is in front, the others are found by their dates.

The pages of an edition are below its date. The home page and what is said without an edition
(`readings/`, `coverage/`) are those of the edition in front.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from clauses.document import PolicyDocument

EDITIONS = "editions/"
"""The page that lists all editions; a site of one edition has none."""
OF_THE_EDITION = ("readings/", "coverage/", "how-to-read/", "wizard/")
"""Pages that every edition has, at the root for the edition in front."""


@dataclass(frozen=True)
class Editions:
    """The finished editions of a policy."""

    all: tuple[PolicyDocument, ...]
    """By date, the earliest first."""
    front: PolicyDocument
    steps: dict[tuple[str, str], Any] = field(default_factory=dict, compare=False, repr=False)
    """For a pair of editions, what changed (`docs.site.history`): filled when asked for."""

    @staticmethod
    def of(front: PolicyDocument, others: Iterable[PolicyDocument] = ()) -> "Editions":
        """Return the editions of a site; raises `ValueError` if two have the same date."""
        every = sorted([front, *others], key=date_of)
        if len({date_of(policy) for policy in every}) < len(every):
            raise ValueError("two editions have the same date")
        return Editions(tuple(every), front)

    @property
    def several(self) -> bool:
        """Whether there is more than the edition in front."""
        return len(self.all) > 1

    @property
    def others(self) -> list[PolicyDocument]:
        """All but the one in front, the latest first."""
        return [policy for policy in reversed(self.all) if policy is not self.front]

    @cached_property
    def followed(self) -> dict[str, PolicyDocument]:
        """By its date, the edition that one follows: the one it names, else the one before."""
        known = {date_of(policy): policy for policy in self.all}
        found = {}
        for before, policy in pairwise(self.all):
            named = policy.edition.follows
            former = before if named is None else known.get(named)
            if former is not None and date_of(former) < date_of(policy):
                found[date_of(policy)] = former
        return found

    def in_front(self, policy: PolicyDocument) -> bool:
        """Return whether this edition is the one in front."""
        return date_of(policy) == date_of(self.front)

    def before_front(self, policy: PolicyDocument) -> bool:
        """Return whether this edition is earlier than the one in front."""
        return date_of(policy) < date_of(self.front)

    def to_look_at(self, policy: PolicyDocument) -> list[PolicyDocument]:
        """Return where a reader of this edition should look: in front, and at the latest."""
        latest = self.all[-1]
        found = [] if self.in_front(policy) else [self.front]
        if date_of(latest) > max(date_of(policy), date_of(self.front)):
            found.append(latest)
        return found

    def place(self, url: str, policy: PolicyDocument) -> str:
        """Return where a page of an edition is, both below the folder of a language.

        `readings/` of an edition that is not in front is at `2020-03-16/readings/`.
        """
        if self.in_front(policy) or not url.startswith(OF_THE_EDITION):
            return url
        return f"{date_of(policy)}/{url}"

    def common(self, url: str, policy: PolicyDocument) -> str:
        """Return what all editions call the page at an address: the reverse of `place`."""
        inside = url.removeprefix(f"{date_of(policy)}/")
        return inside if inside.startswith(OF_THE_EDITION) else url


def date_of(policy: PolicyDocument) -> str:
    """Return the date that names an edition: `2020-03-16`."""
    return policy.edition.edition
