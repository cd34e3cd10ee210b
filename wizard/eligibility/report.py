"""Writes the assessment: one entry for each claim, and the totals."""

from collections.abc import Iterable, Mapping
from typing import Any

from eligibility.application import Claim
from eligibility.completions import DATE, UNBOUNDED
from eligibility.entries import Entry, bucket
from eligibility.facts import CheckedFacts, Note, note
from eligibility.judgement import outside_validity, step
from eligibility.money import write, write_share
from eligibility.policy import Policy
from eligibility.ranges import Undetermined
from eligibility.rules import Award
from eligibility.stages import split
from eligibility.stated import stated_only

Json = dict[str, Any]


def award_entry(
    policy: Policy,
    claim: Claim,
    facts: CheckedFacts,
    entry: Entry | None,
    opened: Mapping[int, Undetermined],
) -> Json:
    """Return the entry of one claim; `entry` is None if it needs facts or is not computed."""
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
        "steps": [],
    }
    if facts.invalid:
        return result
    if award.line is not None:
        _put_line(policy, claim, result)
        return result
    if found is not None and claim.index in found.spans:
        result["range"] = span(*found.spans[claim.index])
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
    """Complete the result of a line without a sum.

    Its status is its kind; only a date outside the term changes it.
    """
    result |= {"status": claim.award.line, "amount": None}
    if claim.date is not None and not policy.covers(claim.award, claim.date):
        result["notes"].append(outside_validity(policy, claim.date))
        result |= {"status": "outside-validity", "amount": "0"}


def _put_stages(award: Award, entry: Entry, result: Json) -> None:
    amounts = split(entry.amount, [stage.share for stage in award.stages])
    for stage, amount in zip(award.stages, amounts, strict=True):
        result["stages"].append([stage.code, write(amount)])
        share = write_share(stage.share)
        result["steps"].append(
            step(award, "stage", stage=stage.code, share=share, amount=write(amount))
        )
    if any(stage.assumed for stage in award.stages):
        result["notes"].append(note("split-assumed"))


def totals_of(entries: Iterable[Entry]) -> Json:
    """Add up what counts: exact sums, ceilings, and separately what is only for reference."""
    sums = {"exact": 0, "ceiling": 0, "reference": 0}
    for entry in entries:
        where = bucket(entry.status)
        if where == "payable":
            sums[str(entry.award.wording)] += entry.amount
        elif where == "reference":
            sums["reference"] += entry.amount
    most = sums["exact"] + sums["ceiling"]
    return {
        "exact": write(sums["exact"]),
        "ceiling": write(sums["ceiling"]),
        "max": write(most),
        "reference": write(sums["reference"]),
        "range": None,
    }


def span(least: int, most: int) -> list[str | None]:
    """Write a range from fen in yuan; without an upper limit its end is null."""
    return [write(least), None if most >= UNBOUNDED else write(most)]
