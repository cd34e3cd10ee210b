"""The claims of a file that can touch each other: a change is tried on these alone.

Claims of one subject compete with each other, and those under a limit share it; everything else
of a file gives the same with the change as without it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from eligibility.application import Claim
from eligibility.policy import Policy

Json = Mapping[str, Any]


def parts(policy: Policy, claims: Sequence[Claim]) -> list[list[Claim]]:
    """Part the claims so that no two parts touch; each keeps the order of the file."""
    limited = {award for limit in policy.limits for award in limit.awards}
    under = {claim.subject for claim in claims if claim.award.id in limited}
    found: dict[str | None, list[Claim]] = {}
    for claim in claims:
        found.setdefault(None if claim.subject in under else claim.subject, []).append(claim)
    return list(found.values())


def only(application: Json, part: Sequence[Claim]) -> dict[str, Any]:
    """Return the application with the claims of a part alone; payments stay."""
    claims = application["claims"]
    return {
        "claims": [claims[claim.index] for claim in part],
        "paid": application.get("paid") or [],
    }


def changed(
    application: Json, claims: frozenset[str] | set[str], fact: str, value: Any
) -> dict[str, Any]:
    """Return an application with one fact of some claims changed, all else as it was."""
    return {
        **application,
        "claims": [
            claim | {"facts": {**(claim.get("facts") or {}), fact: value}}
            if claim["id"] in claims
            else claim
            for claim in application["claims"]
        ],
    }
