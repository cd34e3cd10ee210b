"""An application assessed under a policy: one entry for each claim, and the totals.

This is the whole of the contract's second document. Nothing here knows an award by name.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from eligibility.application import Application, Claim, parse_application
from eligibility.closing import settle
from eligibility.completions import DATE, UNBOUNDED, Completed, complete, thinned
from eligibility.entries import Entry
from eligibility.facts import Facts, Note, check_facts, note
from eligibility.judgement import step
from eligibility.limits import room_under
from eligibility.money import write, write_exact
from eligibility.policy import Award, Policy
from eligibility.ranges import BUDGET, Open, bound, circles, effort, entry_of, explore
from eligibility.stages import split
from eligibility.stated import stated_only
from eligibility.version import VERSION

Json = dict[str, Any]


def assess(policy: Policy, application: object) -> Json:
    """Assess an application (parsed JSON, see the contract) and return the assessment.

    Raises `Refused` only where the application as a whole has no sense; an impossible fact makes
    its own claim `invalid` and nothing else.
    """
    parsed = parse_application(policy, application)
    facts = {claim.index: check_facts(claim) for claim in parsed.claims}
    sums = [
        claim
        for claim in parsed.claims
        if claim.award.line is None and not facts[claim.index].invalid
    ]
    completed = _complete_all(policy, parsed, sums, facts)
    parts = _explore_all(policy, parsed, circles(policy, sums), completed)
    settled: dict[int, Entry] = {}
    opened: dict[int, Open] = {}
    least, most, varies = 0, 0, False
    for part, found in parts:
        firm = [claim for claim in part if claim.index not in found.missing]
        settled |= _settle_firm(policy, parsed, firm, completed)
        opened |= {claim.index: found for claim in part}
        least, most, varies = least + found.least, most + found.most, varies or found.varies

    awards = [
        _award_entry(policy, claim, facts[claim.index], settled.get(claim.index), opened)
        for claim in parsed.claims
    ]
    totals = _totals(settled.values())
    totals["range"] = _span(least, most) if varies else None
    return {
        "edition": policy.edition,
        "engine": VERSION,
        "policy": policy.hash,
        "awards": awards,
        "totals": totals,
    }


def _complete_all(
    policy: Policy, application: Application, claims: Sequence[Claim], facts: Mapping[int, Facts]
) -> dict[int, Completed]:
    """Judge every claim under every completion of its unknown facts."""
    limited = {award for limit in policy.limits for award in limit.awards}
    titles = [(claim.award.id, claim.subject) for claim in claims]
    titles += [(payment.award.id, payment.subject) for payment in application.paid]
    completed: dict[int, Completed] = {}
    for claim in claims:
        own = facts[claim.index]
        in_limit = claim.award.id in limited
        rivals = [c for c in claims if c is not claim and c.award.id in limited]
        completed[claim.index] = complete(
            policy,
            claim.award,
            own.values,
            own.unknown,
            claim.date,
            [c.date for c in rivals if c.date is not None] if in_limit else [],
            year_matters=titles.count((claim.award.id, claim.subject)) > 1,
            day_matters=in_limit and bool(rivals),
        )
    return completed


def _explore_all(
    policy: Policy,
    application: Application,
    parts: Sequence[Sequence[Claim]],
    completed: Mapping[int, Completed],
) -> list[tuple[Sequence[Claim], Open]]:
    """See what is open in each circle of claims, the easiest first, as far as the budget goes."""
    room = room_under(policy.limits, application.paid)
    found: list[tuple[Sequence[Claim], Open]] = []
    left = BUDGET
    for part in sorted(parts, key=lambda part: effort(part, completed)):
        tried = completed
        if effort(part, tried) > left:
            tried = {claim.index: thinned(completed[claim.index]) for claim in part}
        left -= effort(part, tried)
        if left < 0:
            left += effort(part, tried)
            found.append((part, bound(part, completed)))
            continue

        def settle_joint(
            joint: Mapping[int, int],
            part: Sequence[Claim] = part,
            tried: Mapping[int, Completed] = tried,
        ) -> tuple[dict[int, int], int]:
            entries = [entry_of(claim, tried[claim.index], joint[claim.index]) for claim in part]
            settle(policy, entries, application.paid, room)
            payable = sum(entry.amount for entry in entries if entry.status == "payable")
            return {entry.claim.index: entry.amount for entry in entries}, payable

        found.append((part, explore(part, tried, settle_joint)))
    return found


def _settle_firm(
    policy: Policy,
    application: Application,
    firm: Sequence[Claim],
    completed: Mapping[int, Completed],
) -> dict[int, Entry]:
    """Settle the claims that need no facts, as if the others were not made.

    A claim may still have unknown facts that change nothing. It is shown under the completion
    that takes it furthest, unless that would count a sum which another completion does not.
    """
    choice = {claim.index: _furthest(completed[claim.index]) for claim in firm}

    room = room_under(policy.limits, application.paid)

    def settled() -> list[Entry]:
        entries = [entry_of(claim, completed[claim.index], choice[claim.index]) for claim in firm]
        settle(policy, entries, application.paid, room)
        return entries

    entries = settled()
    for claim in firm:
        outcomes = completed[claim.index].outcomes
        if len(outcomes) == 1:
            continue
        amounts = [entry.amount for entry in entries]
        least = min(range(len(outcomes)), key=lambda o: outcomes[o].judgement.amount)
        before, choice[claim.index] = choice[claim.index], least
        if [entry.amount for entry in settled()] == amounts:
            choice[claim.index] = before
    return {entry.claim.index: entry for entry in settled()}


def _furthest(completed: Completed) -> int:
    """The outcome with the largest sum; among equals the one that a condition stops last.

    A sum that is payable in one completion and to be reviewed in another is to be reviewed.
    """
    order = ["outside-validity", "not-eligible", "needs-review"]

    def key(index: int) -> tuple[int, int, int]:
        judgement = completed.outcomes[index].judgement
        known = judgement.status in order
        place = order.index(judgement.status) if known else len(order)
        settled = judgement.amount > 0 and judgement.ladder is None
        return (judgement.amount, -place if settled else place, len(judgement.steps))

    return max(range(len(completed.outcomes)), key=key)


def _award_entry(
    policy: Policy,
    claim: Claim,
    facts: Facts,
    entry: Entry | None,
    opened: Mapping[int, Open],
) -> Json:
    award = claim.award
    found = opened.get(claim.index)
    notes: list[Note] = list(facts.notes)
    result: Json = {
        "claim": claim.id,
        "award": award.id,
        "subject": claim.subject,
        "date": claim.date.isoformat() if claim.date else None,
        "status": "invalid",
        "amount": "0",
        "wording": award.wording,
        "payee": award.payee,
        "stages": [],
        "missing": [],
        "range": None,
        "notes": notes,
        "readings": list(award.readings),
        "alternatives": [],
        "steps": [],
    }
    if facts.invalid:
        return result
    if award.line is not None:
        _put_line(policy, claim, result)
        return result
    if found is not None and claim.index in found.spans:
        result["range"] = _span(*found.spans[claim.index])
        if claim.index in found.bounded:
            notes.append(note("range-bound"))
    if entry is None:
        assert found is not None
        result |= {"status": "needs-facts", "amount": None, "missing": found.missing[claim.index]}
        return result
    unknown = {fact.name for fact in facts.unknown} | ({DATE} if claim.date is None else set())
    notes += stated_only([*entry.judgement.notes, *entry.notes], unknown)
    result |= {"status": entry.status, "amount": write(entry.amount)}
    result["steps"] = stated_only([*entry.judgement.steps, *entry.steps], unknown)
    if unknown:
        order = [DATE, *(fact.name for fact in award.facts)]
        notes.append(note("unknown-without-effect", facts=[f for f in order if f in unknown]))
    if entry.status == "payable":
        _put_stages(award, entry, result)
    return result


def _put_line(policy: Policy, claim: Claim, result: Json) -> None:
    """A line without a sum has its kind as its status; only a date outside the term changes it."""
    result |= {"status": claim.award.line, "amount": None}
    day: date | None = claim.date
    if day is not None and not policy.valid_from <= day <= policy.valid_to:
        span = {"from": policy.valid_from.isoformat(), "to": policy.valid_to.isoformat()}
        result["notes"].append(note("outside-validity", date=day.isoformat(), **span))
        result |= {"status": "outside-validity", "amount": "0"}


def _put_stages(award: Award, entry: Entry, result: Json) -> None:
    amounts = split(entry.amount, [stage.share for stage in award.stages])
    for stage, amount in zip(award.stages, amounts, strict=True):
        result["stages"].append([stage.code, write(amount)])
        share = write_exact(stage.share)
        result["steps"].append(
            step(award, "stage", stage=stage.code, share=share, amount=write(amount))
        )
    if any(stage.assumed for stage in award.stages):
        result["notes"].append(note("split-assumed"))


def _totals(entries: Any) -> Json:
    sums = {"exact": 0, "ceiling": 0, "reference": 0}
    for entry in entries:
        if entry.status == "payable":
            sums[entry.award.wording] += entry.amount
        elif entry.status in ("reference", "needs-review"):
            sums["reference"] += entry.amount
    most = sums["exact"] + sums["ceiling"]
    return {
        "exact": write(sums["exact"]),
        "ceiling": write(sums["ceiling"]),
        "max": write(most),
        "reference": write(sums["reference"]),
        "range": None,
    }


def _span(least: int, most: int) -> list[str | None]:
    """Write a range; without an upper limit the most is null."""
    return [write(least), None if most >= UNBOUNDED else write(most)]
