"""Assesses an application under a policy: one entry for each claim, and the totals.

The result is the assessment as the contract defines it (docs/contract). This module names no award.
Its order: complete the unknown facts of each claim, split the claims into interaction groups,
explore what the unknown facts leave open in each group, settle the claims that need no facts, then
add other readings and the results outside the term.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from eligibility.alternatives import alternatives
from eligibility.application import Application, Claim, parse_application
from eligibility.as_if import as_if
from eligibility.closing import settle
from eligibility.completions import Completed, complete, distinct_outcomes
from eligibility.earlier import about, stated_years
from eligibility.ends import best_outcome, min_outcome
from eligibility.entries import Counted, Entry, counted, payable
from eligibility.facts import CheckedFacts, check_facts
from eligibility.fronts import TooManyStatesError
from eligibility.limits import Room, room_under
from eligibility.policy import Policy
from eligibility.ranges import (
    BUDGET,
    MOST_STATES,
    Undetermined,
    binding,
    bound,
    effort,
    entry_of,
    explore,
    interaction_groups,
)
from eligibility.report import award_entry, span, totals_of
from eligibility.rules import Limit
from eligibility.settled import Settled
from eligibility.version import VERSION

Json = dict[str, Any]


def assess(policy: Policy, application: object, *, only_sums: bool = False) -> Json:
    """Assess an application (parsed JSON, see the contract) and return the assessment.

    With `only_sums` the other readings and the results outside the term are not computed, and their
    keys are left out: for many applications at once, a third of the time.

    Raises `Refused` only if the application as a whole is malformed; an impossible fact makes only
    its own claim `invalid`.
    """
    parsed = parse_application(policy, application)
    facts = {claim.index: check_facts(claim) for claim in parsed.claims}
    sums = [
        claim
        for claim in parsed.claims
        if claim.award.line is None and not facts[claim.index].invalid
    ]
    room = room_under(policy.limits, parsed.paid)
    limits = binding(policy.limits, room, sums)
    completed = _complete_all(policy, parsed, limits, sums, facts)
    parts = interaction_groups(limits, sums, policy.closing)
    explored = _explore_all(policy, parsed, limits, room, parts, completed)
    opened = {
        claim.index: found
        for part, found in zip(parts, explored, strict=True)
        if found is not None
        for claim in part
    }
    open_claims = [c for c in sums if c.index in opened and c.index in opened[c.index].missing]
    years = stated_years(open_claims, facts)
    waiting = {claim.index for claim in open_claims}
    settled: dict[int, Entry] = {}
    low, high, varies = 0, 0, False
    for part, found in zip(parts, explored, strict=True):
        known = [claim for claim in part if claim.index not in waiting]
        earlier = about(years, {claim.subject for claim in part})
        entries = _settle_known(policy, parsed, room, known, completed, earlier)
        settled |= entries
        sure = payable(entries.values())
        low += sure if found is None else found.least
        high += sure if found is None else found.most
        varies = varies or (found is not None and found.varies)

    awards = [
        award_entry(policy, claim, facts[claim.index], settled.get(claim.index), opened)
        for claim in parsed.claims
    ]
    totals = totals_of(settled.values())
    totals["range"] = span(low, high) if varies else None
    assessment: Json = {
        "edition": policy.edition,
        "engine": VERSION,
        "policy": policy.hash,
        "awards": awards,
        "totals": totals,
    }
    if only_sums:
        return assessment
    settled_claims = _settled_claims(sums, facts, completed, settled)
    others = alternatives(
        policy, parsed, settled_claims, years, payable(settled.values()), room.work
    )
    outside = [claim for claim in parsed.claims if _is_line_outside(policy, claim, facts)]
    had_applied, had_applied_total = as_if(policy, parsed, settled_claims, years, outside)
    for claim, award in zip(parsed.claims, awards, strict=True):
        award["alternatives"] = others.get(claim.index, [])
        award["as_if"] = had_applied.get(claim.index)
    assessment["as_if"] = had_applied_total
    return assessment


def _settled_claims(
    claims: Sequence[Claim],
    facts: Mapping[int, CheckedFacts],
    completed: Mapping[int, Completed],
    settled: Mapping[int, Entry],
) -> list[Settled]:
    """Collect the claims that need no facts, with their outcomes and amounts."""
    return [
        Settled(
            claim,
            facts[claim.index],
            min_outcome(completed[claim.index]),
            best_outcome(completed[claim.index]),
            settled[claim.index].amount,
            payable([settled[claim.index]]),
        )
        for claim in claims
        if claim.index in settled
    ]


def _is_line_outside(policy: Policy, claim: Claim, facts: Mapping[int, CheckedFacts]) -> bool:
    return (
        claim.award.line is not None
        and claim.date is not None
        and not facts[claim.index].invalid
        and not policy.covers(claim.award, claim.date)
    )


def _complete_all(
    policy: Policy,
    application: Application,
    limits: Sequence[Limit],
    claims: Sequence[Claim],
    facts: Mapping[int, CheckedFacts],
) -> dict[int, Completed]:
    """Judge every claim under every completion of its unknown facts; `limits` are those that bind.

    The exact day matters only under a limit, which serves earlier claims first; the year matters
    only if the same title is claimed or was paid more than once.
    """
    limited = {award for limit in limits for award in limit.awards}
    days = {claim.index: claim.date for claim in claims if claim.award.id in limited}
    titles = Counter((claim.award.pot, claim.subject) for claim in claims)
    titles.update((payment.award.pot, payment.subject) for payment in application.paid)
    known: dict[tuple[object, ...], Completed] = {}
    completed: dict[int, Completed] = {}
    for claim in claims:
        own = facts[claim.index]
        rivals = (
            {day for index, day in days.items() if index != claim.index}
            if claim.index in days
            else set[date | None]()
        )
        tried = sorted(day for day in rivals if day is not None) if claim.date is None else []
        year_matters = titles[claim.award.pot, claim.subject] > 1
        day_matters = bool(rivals)
        # claims of the same award with the same facts share one completion
        key = (
            claim.award.id,
            frozenset(own.values.items()),
            claim.date,
            tuple(tried),
            year_matters,
            day_matters,
        )
        if key not in known:
            known[key] = complete(
                policy,
                claim.award,
                own.values,
                own.unknown,
                claim.date,
                tried,
                year_matters=year_matters,
                day_matters=day_matters,
            )
        completed[claim.index] = known[key]
    return completed


def _explore_all(
    policy: Policy,
    application: Application,
    limits: Sequence[Limit],
    room: Room,
    parts: Sequence[Sequence[Claim]],
    completed: Mapping[int, Completed],
) -> list[Undetermined | None]:
    """Explore what is open in each interaction group, the smallest first, within the budget.

    Returns None for a group in which every claim has one outcome. Groups of equal effort are
    either all explored or all bounded, so that the order of the claims cannot change the result.
    """
    limited = {award for limit in limits for award in limit.awards}
    undecided = [part for part in parts if any(len(completed[c.index].outcomes) > 1 for c in part)]
    tried = {
        claim.index: completed[claim.index]
        if claim.award.id in limited
        else distinct_outcomes(completed[claim.index])
        for part in undecided
        for claim in part
    }

    def settle_joint(
        part: Sequence[Claim], joint: Sequence[int]
    ) -> tuple[tuple[Counted, ...], int]:
        entries = [
            entry_of(claim, tried[claim.index], outcome, silent=True)
            for claim, outcome in zip(part, joint, strict=True)
        ]
        settle(policy, entries, application.paid, room)
        return tuple(map(counted, entries)), payable(entries)

    def states(part: Sequence[Claim]) -> int:
        """Count the states of one choice under the limits, whatever the order of the claims."""
        if all(claim.award.id not in limited for claim in part):
            return 0
        outcomes = [(claim, best_outcome(completed[claim.index])) for claim in part]
        best = [Entry.of(claim, own.judgement, own.date, silent=True) for claim, own in outcomes]
        before = room.work.states
        entries = [
            replace(entry, claim=replace(entry.claim, index=number))
            for number, entry in enumerate(sorted(best, key=_content))
        ]
        settle(policy, entries, application.paid, room)
        return room.work.states - before

    efforts = [effort(part, tried, 0) for part in undecided]
    # a group that is too large even without limits need not be measured with them
    efforts = [
        one if one > BUDGET else effort(part, tried, states(part))
        for one, part in zip(efforts, undecided, strict=True)
    ]
    spent, widest = 0, 0
    for one, parts_of_it in sorted(Counter(efforts).items()):
        spent += one * parts_of_it
        if spent > BUDGET:
            break
        widest = one
    wide = {id(part) for part, one in zip(undecided, efforts, strict=True) if one > widest}
    open_parts = {id(part) for part in undecided}
    room.work.most = room.work.states + MOST_STATES
    found: list[Undetermined | None] = []
    for part in parts:
        if id(part) not in open_parts:
            found.append(None)
            continue
        try:
            if id(part) in wide:
                raise TooManyStatesError
            found.append(explore(part, tried, partial(settle_joint, part)))
        except TooManyStatesError:
            found.append(bound(part, completed))
    room.work.most = None
    return found


def _content(entry: Entry) -> tuple[str, ...]:
    """Return what a claim is settled with, as a sort key: the order of the file has no part."""
    own = (entry.award.id, entry.claim.subject, entry.day)
    return tuple(map(str, (*own, entry.amount, entry.judgement.tier, entry.status)))


def _settle_known(
    policy: Policy,
    application: Application,
    room: Room,
    claims: Sequence[Claim],
    completed: Mapping[int, Completed],
    years: Sequence[Entry],
) -> dict[int, Entry]:
    """Settle the claims that need no facts, as if the others had not been made.

    Only the figures stated in the other claims, `years`, still count. A claim may have unknown
    facts that change nothing; it is shown with its best outcome.
    """
    entries: list[Entry] = []
    for claim in claims:
        own = completed[claim.index]
        entries.append(entry_of(claim, own, own.outcomes.index(best_outcome(own))))
    settle(policy, [*entries, *years], application.paid, room)
    return {entry.claim.index: entry for entry in entries}
