"""How the editions of a site follow one another, and what became of a clause from each to the next.

Every step is compared once, for all pages of both languages, the feed and the open data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from clauses.document import Clause, PolicyDocument
from clauses.revision.editions import edition_report
from docs.site.editions import Editions, date_of

Json = Mapping[str, Any]

CHANGES = "changes/"
"""The page of what changed, below the folder of its edition."""


@dataclass(frozen=True)
class EditionStep:
    """An edition and the one that it follows, compared."""

    old: PolicyDocument
    new: PolicyDocument
    report: Json
    shown: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """How each language shows it: filled when asked for."""

    @property
    def url(self) -> str:
        """The page of what changed, below the folder of a language."""
        return f"{date_of(self.new)}/{CHANGES}"

    def became(self, clause: Clause) -> list[Json]:
        """Return what became of a clause of the old edition."""
        return [one for one in self.report["clauses"] if one["old"] == clause.number]

    def came_from(self, clause: Clause) -> list[Json]:
        """Return where a clause of the new edition comes from."""
        return [one for one in self.report["clauses"] if one["new"] == clause.number]


@dataclass(frozen=True)
class ClauseStage:
    """A clause in one edition; None if the edition no longer has it."""

    policy: PolicyDocument
    clause: Clause | None
    entries: list[Json]
    """What the report says of it, from the edition before; empty for the first."""
    step: EditionStep | None


@dataclass(frozen=True)
class Successor:
    """What replaces a clause in another edition."""

    fate: Literal["same", "merged", "gone", "new"]
    """`same`: a clause with its key; `merged`: its words are in another clause; `gone`: nothing, in
    a later edition; `new`: nothing yet, in an earlier one."""
    clause: Clause | None


def successor(
    editions: Editions, policy: PolicyDocument, clause: Clause, other: PolicyDocument
) -> Successor:
    """Return where a clause of `policy` is in another edition: by its key, else its text."""
    named = next((one for one in other.clauses if one.key == clause.key), None)
    if named is not None:
        return Successor("same", named)
    if date_of(other) < date_of(policy):
        return Successor("new", None)
    became = _step(editions, policy, other).became(clause)
    found = _numbered(other.clauses, became[0]["new"]) if became else None
    return Successor("merged" if found else "gone", found)


def steps(editions: Editions) -> list[EditionStep]:
    """Return each edition with the one that it follows, by date."""
    return [step for policy in editions.all if (step := step_into(editions, policy))]


def step_into(editions: Editions, policy: PolicyDocument) -> EditionStep | None:
    """Return the step that leads to an edition, None for one that follows no other of the site."""
    former = editions.followed.get(date_of(policy))
    return None if former is None else _step(editions, former, policy)


def _step(editions: Editions, old: PolicyDocument, new: PolicyDocument) -> EditionStep:
    pair = date_of(old), date_of(new)
    if pair not in editions.steps:
        editions.steps[pair] = EditionStep(old, new, edition_report(old, new))
    found: EditionStep = editions.steps[pair]
    return found


def stages(editions: Editions, policy: PolicyDocument, clause: Clause) -> list[ClauseStage]:
    """Return a clause in every edition that has it, by date; `policy` has it.

    Backwards it is followed to the clause with its key, or else to the one that it came from;
    forwards to its successor, up to the edition that dropped it.
    """
    before = list(_backwards(editions, policy, clause))
    return [*reversed(before), *_forwards(editions, policy, clause)]


def _backwards(editions: Editions, policy: PolicyDocument, clause: Clause) -> Iterator[ClauseStage]:
    here: Clause | None = clause
    step = step_into(editions, policy)
    while here is not None:
        entries = step.came_from(here) if step else []
        yield ClauseStage(policy, here, entries, step)
        if step is None:
            return
        main = next((one for one in entries if one["key"] == here.key), None)
        number = (main or next(iter(entries), {"old": None}))["old"]
        policy = step.old
        here = _numbered(policy.clauses, number)
        step = step_into(editions, policy)


def _forwards(editions: Editions, policy: PolicyDocument, clause: Clause) -> Iterator[ClauseStage]:
    here = clause
    while True:
        later = (one for one in editions.all if editions.followed.get(date_of(one)) is policy)
        follower = next(later, None)
        step = step_into(editions, follower) if follower else None
        if step is None:
            return
        entries = step.became(here)
        main = next((one for one in entries if one["successor"] == here.key), None)
        number = (main or next(iter(entries), {"new": None}))["new"]
        found = _numbered(step.new.clauses, number)
        shown = step.came_from(found) if found else entries
        yield ClauseStage(step.new, found, shown, step)
        if found is None:
            return
        policy, here = step.new, found


def _numbered(clauses: Sequence[Clause], number: int | None) -> Clause | None:
    return next((one for one in clauses if one.number == number), None)
