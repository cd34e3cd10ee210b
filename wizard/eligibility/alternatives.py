"""The results under other readings of the text: the amount of each claim, and the total.

Every computable option of the ledger is a separate policy (see `other_readings`). The claims that
need no facts are settled under it, as if the others had not been made. If unknown facts would
decide under an option, it is not listed, since any amount would be a guess.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from eligibility.application import Application, Claim, Paid
from eligibility.closing import settle
from eligibility.completions import Outcome, complete
from eligibility.earlier import Years, about
from eligibility.ends import best_outcome, min_outcome
from eligibility.entries import Entry, payable
from eligibility.fronts import SearchWork
from eligibility.limits import room_under
from eligibility.money import write
from eligibility.other_readings import Shape
from eligibility.policy import OtherReading, Policy
from eligibility.refused import EligibilityError
from eligibility.settled import Settled

Json = dict[str, Any]

InteractionGroup = tuple[Sequence[Settled], Shape]
"""An interaction group: claims that may affect each other, and which awards occur where in it."""


class UndecidedError(EligibilityError):
    """Unknown facts would decide the result under another reading."""


def alternatives(
    policy: Policy,
    application: Application,
    settled: Sequence[Settled],
    years: Years,
    total: int,
    work: SearchWork,
) -> dict[int, list[Json]]:
    """List for each claim the other readings that change its amount, or the total.

    `settled` are the claims that need no facts, `years` the figures stated in the other claims,
    `total` the sum payable of the whole application in fen; `work` keeps the choices made so far.
    A reading that the award cites is listed if it changes the amount or the total, any other
    reading only if it changes the amount. Returns the readings by the index of the claim, in the
    shape of the contract.
    """
    found: dict[int, list[Json]] = {}
    groups = _interaction_groups(policy, application, settled)
    whole = [(settled, _shape(settled, application.paid))]
    for other in policy.others:
        if not other.may_matter(whole[0][1]):
            continue
        parts = whole if other.policy.closing.everything else groups
        try:
            amounts, payable = _amounts(other, application, parts, years, work)
        except UndecidedError:
            continue
        payable += total
        for one in settled:
            amount = amounts.get(one.claim.index, one.amount)
            cited = other.reading in one.claim.award.readings
            if amount != one.amount or (cited and payable != total):
                found.setdefault(one.claim.index, []).append(
                    {
                        "reading": other.reading,
                        "option": other.option,
                        "amount": write(amount),
                        "total_max": write(payable),
                    }
                )
    return found


def _interaction_groups(
    policy: Policy, application: Application, settled: Sequence[Settled]
) -> list[InteractionGroup]:
    """Split the claims so that parts never affect each other, except if everything is one group.

    This holds under every reading at once, so the parts are made once and used for all of them.
    """
    policies = [policy, *(other.policy for other in policy.others)]
    limited = frozenset(award for one in policies for limit in one.limits for award in limit.awards)
    under_limits = {one.claim.subject for one in settled if one.claim.award.id in limited}
    parts: dict[str | None, list[Settled]] = {}
    for one in settled:
        subject = one.claim.subject
        parts.setdefault(None if subject in under_limits else subject, []).append(one)
    return [
        (part, _shape(part, [p for p in application.paid if _concerns(p, part, limited)]))
        for part in parts.values()
    ]


def _concerns(payment: Paid, part: Sequence[Settled], limited: frozenset[str]) -> bool:
    return payment.award.id in limited or payment.subject in _subjects(part)


def _subjects(part: Sequence[Settled]) -> set[str]:
    return {one.claim.subject for one in part}


def _shape(part: Sequence[Settled], paid: Sequence[Paid]) -> Shape:
    lines = [(one.claim.award.id, one.claim.subject) for one in part]
    return Shape.of(lines + [(payment.award.id, payment.subject) for payment in paid])


def _amounts(
    other: OtherReading,
    application: Application,
    parts: Sequence[InteractionGroup],
    years: Years,
    work: SearchWork,
) -> tuple[dict[int, int], int]:
    """Return the amounts of the parts that are settled again, and the change of the total (fen)."""
    amounts: dict[int, int] = {}
    more = 0
    for part, shape in parts:
        entries = _under(other, application, part, shape, about(years, _subjects(part)), work)
        if entries is not None:
            amounts |= {entry.claim.index: entry.amount for entry in entries}
            more += payable(entries) - sum(one.counted for one in part)
    return amounts, more


def _under(
    other: OtherReading,
    application: Application,
    part: Sequence[Settled],
    shape: Shape,
    years: Sequence[Entry],
    work: SearchWork,
) -> list[Entry] | None:
    """Settle the claims of a part under another reading; None if the reading cannot affect them.

    Raises `UndecidedError` if the smallest and the largest outcome of a claim give different sums.
    """
    if not other.may_matter(shape):
        return None
    again = {
        one.claim.index: _judged(other, one, part) for one in part if _judges_again(other, one)
    }
    ends = [again.get(one.claim.index, (one.least, one.most)) for one in part]
    if not other.settles_again(shape) and ends == [(one.least, one.most) for one in part]:
        return None
    room = room_under(other.policy.limits, application.paid, work)

    def settled(end: int) -> list[Entry]:
        entries: list[Entry] = []
        for one, outcomes in zip(part, ends, strict=True):
            award = other.policy.awards[one.claim.award.id]
            claim = one.claim if award is one.claim.award else replace(one.claim, award=award)
            outcome = outcomes[end]
            entries.append(Entry.of(claim, outcome.judgement, outcome.date, silent=True))
        settle(other.policy, [*entries, *years], application.paid, room)
        return entries

    most = settled(1)
    if any(low is not high for low, high in ends) and (
        [entry.amount for entry in settled(0)] != [entry.amount for entry in most]
    ):
        raise UndecidedError
    return most


def _judges_again(other: OtherReading, one: Settled) -> bool:
    claim = one.claim
    if claim.award.id in other.judged_again:
        return True
    if not other.new_term:
        return False
    outside = one.most.judgement.status == "outside-validity"
    return claim.date is None or other.policy.covers(claim.award, claim.date) == outside


def _judged(
    other: OtherReading, one: Settled, settled: Iterable[Settled]
) -> tuple[Outcome, Outcome]:
    """Judge a claim on its own under the other policy; return its smallest and largest outcome."""
    policy, award = other.policy, other.policy.awards[one.claim.award.id]
    values = one.facts.values
    if award.base_of is not None and award.sum is not None:
        lent = _figure_of(award.base_of, one.claim, settled)
        if lent is not None:
            values = {**values, award.sum.figure: lent}
    unknown = [fact for fact in one.facts.unknown if fact.name not in values]
    completed = complete(policy, award, values, unknown, one.claim.date)
    return min_outcome(completed), best_outcome(completed)


def _figure_of(award: str, claim: Claim, settled: Iterable[Settled]) -> Any:
    """Return the base that the applicant stated for another award on the same project.

    Of several years that of the same year counts, else the latest, whatever their order.
    """

    def nearness(one: Settled) -> tuple[bool, date]:
        day = one.claim.date or date.min
        return (claim.date is not None and day.year == claim.date.year, day)

    same = [
        one for one in settled if one.claim.award.id == award and one.claim.subject == claim.subject
    ]
    if not same:
        return None
    nearest = max(same, key=nearness)
    assert nearest.claim.award.sum is not None, "lines without a sum are not settled"
    return nearest.facts.values.get(nearest.claim.award.sum.figure)
