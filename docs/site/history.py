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
    others: list[Clause]
    """Clauses of the edition that hold the rest of it: it was split, or they were merged into it.
    """
    entries: list[Json]
    """What the report says of it, from the edition before; empty for the first."""
    step: EditionStep | None


@dataclass(frozen=True)
class Successor:
    """What a clause is in another edition."""

    fate: Literal["same", "merged", "split", "part", "parts", "gone", "new"]
    """`same`: the same clause; `merged`, `split`: its words are in one or several of a later
    edition; `part`, `parts`: they were, in an earlier one; `gone`: nothing, in a later edition;
    `new`: nothing yet, in an earlier one."""
    clauses: list[Clause]
    """The one that has its key first."""


def successor(
    editions: Editions, policy: PolicyDocument, clause: Clause, other: PolicyDocument
) -> Successor:
    """Return where a clause of `policy` is in another edition: by its key, and by its text."""
    later = date_of(other) > date_of(policy)
    if later:
        entries = _step(editions, policy, other).became(clause)
    else:
        entries = _step(editions, other, policy).came_from(clause)
    numbers = [one["new" if later else "old"] for one in entries]
    found = [one for one in other.clauses if one.number in numbers or one.key == clause.key]
    found.sort(key=lambda one: one.key != clause.key)
    joined = {one["fate"] for one in entries} & {"merged", "split"}
    if not found:
        return Successor("gone" if later else "new", [])
    if not joined:
        return Successor("same", found[:1])
    several = len(found) > 1
    if later:
        return Successor("split" if several else "merged", found)
    return Successor("parts" if several else "part", found)


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
    others: list[Clause] = []
    step = step_into(editions, policy)
    while here is not None:
        entries = step.came_from(here) if step else []
        yield ClauseStage(policy, here, others, entries, step)
        if step is None:
            return
        policy = step.old
        here, others = _followed(entries, "old", policy, here.key)
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
        found, others = _followed(entries, "new", step.new, here.key)
        shown = step.came_from(found) if found else entries
        yield ClauseStage(step.new, found, others, shown, step)
        if found is None:
            return
        policy, here = step.new, found


def _followed(
    entries: Sequence[Json], side: str, policy: PolicyDocument, key: str
) -> tuple[Clause | None, list[Clause]]:
    """Return the clause of an edition with a key, else the first of those named, and the others."""
    numbers = [one[side] for one in entries]
    found = [one for one in policy.clauses if one.number in numbers]
    main = next((one for one in found if one.key == key), next(iter(found), None))
    return main, [one for one in found if one is not main]
