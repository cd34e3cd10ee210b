"""Splits an application into interaction groups, so that a change is tried on one group alone.

Claims of one subject compete with each other, and claims under a limit share it. A change does not
affect the other claims.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from eligibility.application import Claim
from eligibility.policy import Policy

Json = Mapping[str, Any]


def parts(policy: Policy, claims: Sequence[Claim]) -> list[list[Claim]]:
    """Split the claims into groups that cannot affect each other; each keeps the original order."""
    limited = {award for limit in policy.limits for award in limit.awards}
    under = {claim.subject for claim in claims if claim.award.id in limited}
    found: dict[str | None, list[Claim]] = {}
    for claim in claims:
        found.setdefault(None if claim.subject in under else claim.subject, []).append(claim)
    return list(found.values())


def only(application: Json, part: Sequence[Claim]) -> dict[str, Any]:
    """Return the application with the claims of one group only, and with all payments."""
    claims = application["claims"]
    return {
        "claims": [claims[claim.index] for claim in part],
        "paid": application.get("paid") or [],
    }


def changed(
    application: Json, claims: frozenset[str] | set[str], fact: str, value: Any
) -> dict[str, Any]:
    """Return the application with one fact of some claims changed."""
    return {
        **application,
        "claims": [
            claim | {"facts": {**(claim.get("facts") or {}), fact: value}}
            if claim["id"] in claims
            else claim
            for claim in application["claims"]
        ],
    }
