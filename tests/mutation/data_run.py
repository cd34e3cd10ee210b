"""Runs the cases on changed policies until one notices, those of the changed award first."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import batched

from clauses.cases import Case
from clauses.worked import assessed, differences
from eligibility import Policy
from tests.mutation.change import Change, Rules, changed_document
from tests.mutation.forks import TOO_LONG, each_in_a_fork

TOGETHER = 12
"""The number of changes that run one after the other in one process."""


def judged(changes: Sequence[Change]) -> Iterator[tuple[Change, str | None]]:
    """Yield each change with the name of a case that notices it, or None."""
    for change in changes:
        _in_order(change.rules, change.awards)
    batches = list(batched(changes, TOGETHER, strict=False))
    for batch, noticed in each_in_a_fork(batches, lambda batch: [noticed_by(c) for c in batch]):
        answers = [TOO_LONG] * len(batch) if noticed == TOO_LONG else noticed
        yield from zip(batch, answers, strict=True)


def noticed_by(change: Change) -> str | None:
    """Return the name of a case whose result differs under the change, or None."""
    policy = Policy.from_document(changed_document(change))
    cases = _in_order(change.rules, change.awards)
    return next((case.name for case in cases if _fails(policy, case)), None)


def _fails(policy: Policy, case: Case) -> bool:
    try:
        return differences(assessed(policy, case), case.expected) != []
    except Exception:  # the engine fails on an invalid rule, which a case would show
        return True


@cache
def _in_order(rules: Rules, awards: frozenset[str]) -> tuple[Case, ...]:
    """Return all cases, first those that claim or pay the awards, smaller ones first."""

    def order(case: Case) -> tuple[bool, int]:
        claims, paid = case.application["claims"], case.application.get("paid") or []
        named = {part["award"] for part in (*claims, *paid)}
        return (not named & awards, len(claims))

    return tuple(sorted(rules.cases, key=order))
