"""Claims outside the term, as if the draft had applied on their day: outside every total."""

from collections.abc import Sequence
from typing import Any

from eligibility.application import Application, Claim
from eligibility.closing import settle
from eligibility.completions import Completed, complete
from eligibility.earlier import Years, stated_years
from eligibility.ends import best_outcome
from eligibility.entries import Entry, payable
from eligibility.facts import Facts
from eligibility.limits import room_under
from eligibility.money import write
from eligibility.other_readings import without_term
from eligibility.policy import Policy
from eligibility.ranges import deciding
from eligibility.settled import Settled

Json = dict[str, Any]


def as_if(
    policy: Policy,
    application: Application,
    firm: Sequence[Settled],
    years: Years,
    lines: Sequence[Claim],
) -> tuple[dict[int, Json], Json | None]:
    """Return what each claim outside the term would come to, and the sum of the whole file then.

    `lines` are the claims of lines without a sum that are outside the term. The claims within it
    compete as they stand; a claim whose unknown facts decide has no sum and names them. `years`
    are the figures stated in claims that need facts.
    """
    found = {claim.index: _entry(str(claim.award.line), None, []) for claim in lines}
    outside = [one for one in firm if one.most.judgement.status == "outside-validity"]
    if not outside:
        return found, None
    ever = without_term(policy)
    entries: dict[int, Entry] = {}
    waiting: list[Settled] = []
    for one in firm:
        claim, outcome = one.claim, one.most
        if one in outside:
            completed = _completed(ever, claim, one.facts)
            names = _deciding(completed)
            if names:
                found[claim.index] = _entry("needs-facts", None, names)
                waiting.append(one)
                continue
            outcome = best_outcome(completed)
        entries[claim.index] = Entry.of(claim, outcome.judgement, outcome.date, silent=True)
    facts = {one.claim.index: one.facts for one in waiting}
    stated = stated_years([one.claim for one in waiting], facts)
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


def _completed(ever: Policy, claim: Claim, facts: Facts) -> Completed:
    return complete(
        ever,
        claim.award,
        facts.values,
        facts.unknown,
        claim.date,
        [],
        year_matters=False,
        day_matters=False,
    )


def _deciding(completed: Completed) -> list[str]:
    """Name the unknown facts that change what the claim gives by itself."""
    return deciding(completed, lambda outcomes: len(outcomes) > 1)
