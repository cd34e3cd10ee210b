"""What another reading of the text would give: the amount of a claim, and the sum of all.

Every option of the ledger that can be computed is a policy of its own (see `other_readings`).
The firm claims are settled under it, as if those that need facts were not made. An option under
which unknown facts would decide says nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from eligibility.application import Application
from eligibility.closing import settle
from eligibility.completions import Outcome, complete
from eligibility.ends import furthest, least
from eligibility.entries import Entry, payable
from eligibility.firm import Firm
from eligibility.limits import room_under
from eligibility.money import write
from eligibility.other_readings import OtherReading, Shape
from eligibility.policy import Award, Policy

Json = dict[str, Any]


def alternatives(
    policy: Policy, application: Application, firm: Sequence[Firm], total: int
) -> dict[int, list[Json]]:
    """List for each claim the other readings that change it, or the sum of a file that rests on it.

    `total` is the sum payable of the whole file, in fen. A reading on which the award rests is
    listed where it changes the amount or the total, any other where it changes the amount.
    """
    found: dict[int, list[Json]] = {}
    figures = {one.claim.index: one for one in firm}
    lines = [(one.claim.award.id, one.claim.subject) for one in firm]
    lines += [(payment.award.id, payment.subject) for payment in application.paid]
    shape = Shape.of(lines)
    for other in policy.others:
        entries = _under(other, application, figures, shape)
        if entries is None:
            continue
        sum_payable = payable(entries)
        for entry in entries:
            one = figures[entry.claim.index]
            cited = other.reading in one.claim.award.readings
            if entry.amount != one.amount or (cited and sum_payable != total):
                found.setdefault(one.claim.index, []).append(
                    {
                        "reading": other.reading,
                        "option": other.option,
                        "amount": write(entry.amount),
                        "total_max": write(sum_payable),
                    }
                )
    return found


def _under(
    other: OtherReading, application: Application, firm: Mapping[int, Firm], shape: Shape
) -> list[Entry] | None:
    """Settle the firm claims under another reading; None where it cannot matter or is open."""
    low: list[Entry] = []
    high: list[Entry] = []
    changed = other.settles_anew(shape)
    for one in firm.values():
        award = other.policy.awards[one.claim.award.id]
        claim = one.claim if award is one.claim.award else replace(one.claim, award=award)
        ends = one.least, one.most
        if _judges_anew(other, one):
            ends = _judged(other.policy, award, one, firm.values())
            changed = changed or ends != (one.least, one.most)
        for entries, outcome in zip((low, high), ends, strict=True):
            entries.append(Entry.of(claim, outcome.judgement, outcome.date, silent=True))
    if not changed:
        return None
    room = room_under(other.policy.limits, application.paid)
    settle(other.policy, high, application.paid, room)
    if any(one.least is not one.most for one in firm.values()):
        settle(other.policy, low, application.paid, room)
        if [entry.amount for entry in low] != [entry.amount for entry in high]:
            return None
    return high


def _judges_anew(other: OtherReading, one: Firm) -> bool:
    claim = one.claim
    if claim.award.id in other.judged_anew:
        return True
    if not other.new_term:
        return False
    outside = one.most.judgement.status == "outside-validity"
    return claim.date is None or other.policy.covers(claim.award, claim.date) == outside


def _judged(
    policy: Policy, award: Award, one: Firm, firm: Iterable[Firm]
) -> tuple[Outcome, Outcome]:
    """Judge a claim by itself under the other policy."""
    values = one.facts.values
    if award.base_of is not None and award.sum is not None:
        lent = _figure_of(award.base_of, one.claim.subject, firm)
        if lent is not None:
            values = {**values, award.sum.of: lent}
    unknown = [fact for fact in one.facts.unknown if fact.name not in values]
    completed = complete(
        policy, award, values, unknown, one.claim.date, [], year_matters=False, day_matters=False
    )
    return least(completed), furthest(completed)


def _figure_of(award: str, subject: str, firm: Iterable[Firm]) -> Any:
    """The base that the applicant stated for another line of the same project."""
    for one in firm:
        if one.claim.award.id == award and one.claim.subject == subject:
            rule = one.claim.award.sum
            return one.facts.values.get(rule.of) if rule is not None else None
    return None
