"""Runs the cases on changed policies until one notices, those of the changed line first."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from eligibility import Policy, assess
from tests.case_files import Case, all_cases, differences
from tests.mutation.change import Change, changed_document


def noticed_by(change: Change, cases: Sequence[Case] | None = None) -> str | None:
    """Return the name of a case that comes to something else under the change, or None."""
    policy = Policy.from_document(changed_document(change))
    for case in cases if cases is not None else _in_order(change.awards):
        if fails(policy, case):
            return case.name
    return None


def fails(policy: Policy, case: Case) -> bool:
    """Tell whether a case does not come to what was worked out by hand."""
    try:
        return differences(assess(policy, case.application), case.expected) != []
    except Exception:
        return True


@cache
def _in_order(awards: frozenset[str]) -> tuple[Case, ...]:
    """All cases: first those that are about the awards, the smaller before the larger."""
    return tuple(sorted(all_cases(), key=lambda case: (not _named(case) & awards, _size(case))))


@cache
def _named_in(name: str) -> frozenset[str]:
    case = next(case for case in all_cases() if case.name == name)
    parts = [*case.application["claims"], *(case.application.get("paid") or [])]
    return frozenset(part["award"] for part in parts)


def _named(case: Case) -> frozenset[str]:
    return _named_in(case.name)


def _size(case: Case) -> int:
    return len(case.application["claims"])
