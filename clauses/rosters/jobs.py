"""What a worker does with a chunk of applications: exposure under one edition, or a comparison."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from clauses.rosters.alike import alike
from clauses.rosters.applications import application_of
from clauses.rosters.columns import Column, Columns
from clauses.rosters.comparison import ClaimChange, RosterComparison, compared
from clauses.rosters.faults import Remark
from clauses.rosters.sources import FoundApplication
from clauses.rosters.sums import Assessed, AssessedClaim, Enterprise, assessed, fen
from clauses.rosters.tally import Tally
from eligibility import Policy, Refused


@dataclass(frozen=True)
class Job:
    """What all chunks share: the policy documents as JSON texts, and the columns of the roster."""

    documents: tuple[str, ...]
    """One edition, or the old and the new one."""
    columns: tuple[Column | None, ...] = ()


@dataclass
class Done:
    """The result of a chunk."""

    tallies: list[Tally]
    """One for each edition."""
    left_out: list[Remark] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)
    """What should be checked in rows that count."""
    paid: list[int] = field(default_factory=list)
    """The payments of a roster, in fen."""
    comparison: RosterComparison = field(default_factory=RosterComparison)
    changes: list[ClaimChange] = field(default_factory=list)
    open: list[tuple[Enterprise, AssessedClaim]] = field(default_factory=list)
    """Under one edition: the claims that need facts, with their enterprises."""


def work(job: Job, cases: Sequence[FoundApplication]) -> Done:
    """Read and assess the applications of a chunk under each edition."""
    prepared = _prepared(job.documents)
    done = Done([Tally() for _ in prepared.policies])
    for case in cases:
        read = application_of(case, job.columns, prepared.columns)
        done.left_out += read.wrong
        done.doubts += read.doubts
        done.paid += [fen(payment["amount"]) for payment in read.paid]
        if read.application is None:
            continue
        try:
            found = _assessed(prepared, read.application, read.due)
        except Refused as refused:
            done.left_out.append(case.left_out("refused", said=str(refused)))
            continue
        for claim in sorted(set.intersection(*(set(one.absent) for one in found))):
            done.left_out.append(case.left_out("claim-of-no-edition", claim=claim))
        enterprise = Enterprise(case.enterprise, read.name)
        for tally, one in zip(done.tallies, found, strict=True):
            tally.add(enterprise.label, one)
        if len(found) > 1:
            done.changes += _compared(enterprise, found, done.comparison)
        else:
            needing = (claim for claim in found[0].claims if claim.status == "needs-facts")
            done.open += [(enterprise, claim) for claim in needing]
    return done


def _compared(
    enterprise: Enterprise, found: Sequence[Assessed], comparison: RosterComparison
) -> list[ClaimChange]:
    old, new = found
    changes = compared(enterprise, old, new)
    comparison.add(enterprise.label, changes)
    return [change for change in changes if change.kind != "same"]


class _Prepared(NamedTuple):
    policies: Sequence[Policy]
    columns: Columns
    alike: frozenset[str]
    """The awards of which both editions make the same."""


@lru_cache(maxsize=2)
def _prepared(documents: tuple[str, ...]) -> _Prepared:
    """Make the policies once for each worker."""
    read = [json.loads(text) for text in documents]
    policies = [Policy.from_document(document) for document in read]
    return _Prepared(policies, Columns(read), alike(read[0], read[-1]))


def _assessed(
    prepared: _Prepared, application: Mapping[str, Any], due: Mapping[str, Mapping[str, str]]
) -> list[Assessed]:
    """Assess an application under each edition; once, where the editions treat it alike."""
    first, *others = prepared.policies
    found = assessed(first, application, due)
    if others and _awards(application) <= prepared.alike:
        return [found for _ in prepared.policies]
    return [found, *(assessed(policy, application, due) for policy in others)]


def _awards(application: Mapping[str, Any]) -> set[str]:
    """Return the awards of an application that the engine did not refuse."""
    entries = [*application["claims"], *(application.get("paid") or ())]
    return {entry["award"] for entry in entries}
