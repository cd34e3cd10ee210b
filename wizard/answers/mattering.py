"""Which open questions decide the result, which no longer matter, and what is out of term."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from amounts import money
from answers.questions import Document, entries, facts

Json = dict[str, Any]


def spare(
    document: Document, claims: Sequence[Json], assessment: Mapping[str, Any]
) -> dict[str, list[str]]:
    """Return, by claim, the unanswered facts that no longer matter because a condition fails."""
    known = entries(document)
    found: dict[str, list[str]] = {}
    for claim, award in zip(claims, assessment["awards"], strict=True):
        if award["status"] == "not-eligible" and not award["missing"]:
            names = [fact["name"] for fact in facts(known[claim["award"]])]
            found[claim["id"]] = [name for name in names if name not in claim["facts"]]
    return {id_: names for id_, names in found.items() if names}


def missing(assessment: Mapping[str, Any]) -> list[str]:
    """Return the fields whose answers decide the result, such as `c1.actual_input`."""
    return [
        f"{award['claim']}.{name}"
        for award in assessment["awards"]
        if award["status"] == "needs-facts"
        for name in award["missing"]
    ]


def next_question(assessment: Mapping[str, Any]) -> str | None:
    """Return the open field that matters most: of the claim whose sum is the least certain.

    A sum without an upper limit comes first. Of one claim it is the first field that is missing:
    conditions come before sums, and both before the date, which is usually known.
    """
    open_ = [
        award
        for award in assessment["awards"]
        if award["status"] == "needs-facts" and award["missing"] and award["range"]
    ]
    if not open_:
        return None

    def width(award: Json) -> tuple[bool, Decimal]:
        least, most = award["range"]
        return (True, Decimal(0)) if most is None else (False, Decimal(most) - Decimal(least))

    most = max(open_, key=width)  # of equal ones the first
    names = [name for name in most["missing"] if name != "date"] or most["missing"]
    return f"{most['claim']}.{names[0]}"


def outside(assessment: Mapping[str, Any], language: str) -> Json | None:
    """Return the claims dated outside the term, and the total if the policy had applied to them.

    `{"claims": ["c1"], "sum": "2,000万元", "ceiling": true}`; the sum is None if nothing would be
    payable, and `ceiling` says whether some of it is a ceiling. It is not part of any total.
    """
    claims = [a["claim"] for a in assessment["awards"] if a["status"] == "outside-validity"]
    if not claims:
        return None
    whole = assessment["as_if"]
    counts = whole is not None and whole["max"] != "0"
    return {
        "claims": claims,
        "sum": money(whole["max"], language) if counts else None,
        "ceiling": any(_counts(a) and a["wording"] == "ceiling" for a in assessment["awards"]),
    }


def _counts(award: Mapping[str, Any]) -> bool:
    """Whether an award is payable, or would be if the policy had applied on its date."""
    found = award if award["status"] == "payable" else award.get("as_if") or {}
    return found.get("status") == "payable"
