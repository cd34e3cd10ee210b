"""Claims outside the term, as if the policy had applied on their date; not part of any total."""

from collections.abc import Sequence
from typing import Any

from eligibility.application import Application, Claim
from eligibility.closing import settle
from eligibility.completions import Completed, complete
from eligibility.earlier import Years, stated_years
from eligibility.ends import best_outcome
from eligibility.entries import Entry, payable
from eligibility.limits import room_under
from eligibility.money import write
from eligibility.policy import Policy, without_term
from eligibility.ranges import deciding
from eligibility.settled import Settled

Json = dict[str, Any]


def as_if(
    policy: Policy,
    application: Application,
    settled: Sequence[Settled],
    years: Years,
    lines: Sequence[Claim],
) -> tuple[dict[int, Json], Json | None]:
    """Return the result of each claim outside the term, and the total, if the policy had applied.

    `lines` are the claims outside the term for lines without a sum. The claims within the term
    compete as usual. A claim whose unknown facts decide has no amount and names these facts.
    `years` are the figures stated in claims that need facts.
    """
    found = {claim.index: _entry(str(claim.award.line), None, []) for claim in lines}
    outside = [one for one in settled if one.most.judgement.status == "outside-validity"]
    if not outside:
        return found, None
    ever = without_term(policy)
    entries: dict[int, Entry] = {}
    waiting: list[Settled] = []
    for one in settled:
        claim, outcome = one.claim, one.most
        if one in outside:
            facts = one.facts
            completed = complete(ever, claim.award, facts.values, facts.unknown, claim.date)
            names = _deciding(completed)
            if names:
                found[claim.index] = _entry("needs-facts", None, names)
                waiting.append(one)
                continue
            outcome = best_outcome(completed)
        entries[claim.index] = Entry.of(claim, outcome.judgement, outcome.date, silent=True)
    stated = stated_years(
        [one.claim for one in waiting], {one.claim.index: one.facts for one in waiting}
    )
    earlier = [entry for known in (years, stated) for same in known.values() for entry in same]
    room = room_under(ever.limits, application.paid)
    settle(ever, [*entries.values(), *earlier], application.paid, room)
    for one in outside:
        entry = entries.get(one.claim.index)
        if entry is not None:
            found[one.claim.index] = _entry(entry.status, write(entry.amount), [])
    return found, {"max": write(payable(entries.values()))}


def _entry(status: str, amount: str | None, missing: list[str]) -> Json:
    return {"status": status, "amount": amount, "missing": missing}


def _deciding(completed: Completed) -> list[str]:
    """Return the names of the unknown facts that change the result of the claim on its own."""
    return deciding(completed, lambda outcomes: len(outcomes) > 1)
