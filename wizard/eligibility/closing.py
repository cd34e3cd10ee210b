"""Settles the claims of one application against each other.

Source: the closing rule (附则-1) and the contract. Steps and titles come first, then 从高、不重复
within each project, product or platform, then the limits. All sums are net of earlier payments.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eligibility.application import Paid
from eligibility.bundles import Bundle, bundles_of, granted_by_year
from eligibility.closing_rule import ClosingRule
from eligibility.entries import Entry, total
from eligibility.facts import note
from eligibility.judgement import step
from eligibility.limits import Option, Room, choose
from eligibility.money import write
from eligibility.policy import Policy
from eligibility.rules import Limit
from eligibility.title_differences import pay_differences
from eligibility.titles import keep_highest_tier, refuse_repeated_titles, take_steps


@dataclass(slots=True)
class Unit:
    """Bundles, one of which is paid: those of a subject, or a single claim outside the groups."""

    bundles: list[Bundle]
    payments: Sequence[Paid]
    chosen: Bundle | None = None

    @property
    def received(self) -> int:
        """The sum already paid for the subject, in fen."""
        return total(self.payments)


def settle(policy: Policy, entries: Sequence[Entry], paid: Sequence[Paid], room: Room) -> None:
    """Set the final status, amount, notes and steps of every entry.

    `room` is the room that earlier payments leave under the limits (see `room_under`).
    """
    closing = policy.closing
    limits = [
        limit
        for limit in policy.limits
        if any(limit.reaches(entry.award.id, entry.day) for entry in entries)
    ]
    take_steps(entries, closing.steps)
    refuse_repeated_titles(entries, paid, closing)
    keep_highest_tier(entries, closing)
    if closing.titles == "difference":
        pay_differences(entries, paid, closing)
    units = _units(entries, paid, closing)
    choosing = [limit for limit in limits if limit.moves_choice]
    _choose_bundles(choosing, units, room)
    for unit in units:
        _apply(unit, choosing)
    _apply_pools(limits, entries, room)


def _units(entries: Sequence[Entry], paid: Sequence[Paid], closing: ClosingRule) -> list[Unit]:
    groups: dict[Hashable, list[Entry]] = defaultdict(list)
    apart: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.turn):
        if entry.live:
            group = entry.group(closing)
            if group is not None:
                groups[group].append(entry)
            else:
                apart[entry.award.pot, entry.claim.subject, _year(entry)].append(entry)
    units: list[Unit] = []
    spoken: set[int] = set()
    by_subject: dict[str, list[Paid]] = defaultdict(list)
    for payment in paid:
        by_subject[payment.subject].append(payment)
    for same in apart.values():
        own = by_subject.get(same[0].claim.subject, [])
        received = [] if same[0].status == "non-cash" else _payments_of(same[0], own)
        spoken |= {id(payment) for payment in received}
        units += _outside(same, received, closing)
    granted: dict[str, list[Paid]] = defaultdict(list)
    # in the order of their first entries: what an earlier year grants may count in a later one
    for group, members in groups.items():
        subjects = dict.fromkeys(entry.claim.subject for entry in members)
        payments = [
            payment
            for payment in (
                paid
                if closing.everything
                else [one for subject in subjects for one in by_subject.get(subject, [])]
            )
            # a payment for a title of the enterprise was not also made for its project
            if id(payment) not in spoken and _concerns(payment, group, members, closing)
        ]
        before = [one for subject in subjects for one in granted[subject]]
        counted = [one for one in before if _concerns(one, group, members, closing)]
        bundles = bundles_of(members, [*payments, *counted], closing)
        units.append(Unit(bundles, payments))
        for one in granted_by_year(bundles, closing):
            granted[one.subject].append(one)
    return units


def _outside(
    entries: Sequence[Entry], payments: Sequence[Paid], closing: ClosingRule
) -> list[Unit]:
    """Make the units outside the groups: one for awards that exclude each other, one per title.

    The entries are in the order of their turn. Payments are deducted once, from the earliest title
    on, since a payment does not say for which title it was.
    """
    if entries[0].award.excludes:
        return [Unit(bundles_of(entries, payments, closing), payments)]
    units: list[Unit] = []
    left = total(payments)
    for entry in entries:
        worth = entry.amount - left
        units.append(Unit([Bundle.of([entry], [max(worth, 0)], worth)], payments))
        left = max(-worth, 0)
    return units


def _year(entry: Entry) -> int | None:
    """Return the year within which awards exclude each other; None if that applies to all years."""
    return entry.day.year if entry.award.yearly or not entry.award.excludes else None


def _concerns(
    payment: Paid, group: Hashable, members: Sequence[Entry], closing: ClosingRule
) -> bool:
    """Whether a payment was made for the project, product or platform of a group."""
    award = payment.award
    if award.payee in closing.not_paid_to:
        return False
    year = payment.date.year
    kinds = award.grouped_kinds or {award.kind}  # a payment does not say which kind it was for
    if any(
        closing.group(award.id, award.support, kind, payment.subject, year) == group
        for kind in kinds
    ):
        return True
    # a payment for the same award on a project in an earlier year is part of the same sum
    return any(entry.award.id == award.id and entry.judgement.tier is None for entry in members)


def _payments_of(entry: Entry, paid: Sequence[Paid]) -> list[Paid]:
    """Return the payments outside the groups, of those for its subject, for its award and year.

    Payments for awards that it excludes count too (premium and match of one insurance policy).
    """
    year = _year(entry)
    return [
        payment
        for payment in paid
        if payment.award.id in (entry.award.id, *entry.award.excludes)
        and year in (None, payment.date.year)
    ]


def _choose_bundles(limits: Sequence[Limit], units: Sequence[Unit], room: Room) -> None:
    """Choose the highest bundle of each unit, or the best choice over all units under a limit."""
    limited: list[Unit] = []
    names = {award for limit in limits for award in limit.awards}
    for unit in units:
        if any(
            e.award.id in names and e.status == "payable" for b in unit.bundles for e in b.entries
        ):
            limited.append(unit)
        else:
            unit.chosen = max(unit.bundles, key=lambda bundle: bundle.net)
    limited.sort(key=lambda unit: _turn(unit, names))
    worth: list[list[Bundle]] = []
    options: list[list[Option]] = []
    for unit in limited:
        drawn = [(bundle, _option(limits, bundle, room)) for bundle in unit.bundles]
        paying = [(bundle, option) for bundle, option in drawn if option.pays_under(room)]
        worth.append([bundle for bundle, _ in paying])
        options.append([option for _, option in paying])
    choice = choose(options, room)
    for unit, bundles, rank in zip(limited, worth, choice.ranks, strict=True):
        unit.chosen = None if rank is None else bundles[rank]
        if choice.missed:
            for entry in {entry for bundle in unit.bundles for entry in bundle.entries}:
                if entry.award.id in names and not entry.silent:
                    entry.notes.append(note("choice-bound", amount=write(choice.missed)))


def _turn(unit: Unit, names: set[str]) -> tuple[object, ...]:
    return min(entry.turn for b in unit.bundles for entry in b.entries if entry.award.id in names)


def _option(limits: Sequence[Limit], bundle: Bundle, room: Room) -> Option:
    places: dict[str, int] = {}
    pooled: dict[str, int] = {}
    free = 0
    for entry, net in zip(bundle.entries, bundle.nets, strict=True):
        limit = _limit_of(limits, entry)
        if limit is None or limit.count is not None:
            free += net
        if limit is None or not net:
            continue
        if limit.count is None:
            pooled[limit.id] = pooled.get(limit.id, 0) + net
        elif (limit.id, entry.claim.subject) not in room.counted:
            places[limit.id] = places.get(limit.id, 0) + 1
    return Option(free, places, pooled)


def _limit_of(limits: Sequence[Limit], entry: Entry) -> Limit | None:
    return next((limit for limit in limits if limit.reaches(entry.award.id, entry.day)), None)


def _apply(unit: Unit, limits: Sequence[Limit]) -> None:
    """Give the chosen bundle its net amounts, and note for the others what they gave way to."""
    chosen = unit.chosen
    if chosen is None:
        _apply_nothing(unit)
        return
    if chosen.net == 0:
        # everything was paid already: show the bundle with the highest standing
        chosen = max(unit.bundles, key=lambda bundle: bundle.standing)
    if chosen.entries[0].silent:
        _apply_sums(unit, chosen)
        return
    others = _others(unit, chosen)
    lead = chosen.entries[0]
    for entry in others:
        if entry.award.wording == "exact" and entry.amount and lead.award.wording == "ceiling":
            lead.notes.append(
                note(
                    "ceiling-over-exact",
                    claim=entry.claim.id,
                    award=entry.award.id,
                    amount=write(entry.amount),
                )
            )
    for winner, rival in _ties(unit, chosen):
        winner.notes.append(note("tie", claim=rival.claim.id, award=rival.award.id))
    for entry in others:
        # a larger sum can only lose because its limit leaves it less, so note the limit
        full = _limit_of(limits, entry) if entry.amount > chosen.gross else None
        entry.lose_to(lead, chosen.gross)
        if full is not None:
            entry.notes.append(note("over-limit", limit=full.id, words=dict(full.words)))
    paid = [payment.award.id for payment in unit.payments]
    for entry, net in zip(chosen.entries, chosen.nets, strict=True):
        if entry.award.adds_to:
            own = [one.award.id for one in chosen.entries]
            base = next((id_ for id_ in (*own, *paid) if id_ in entry.award.adds_to), None)
            entry.notes.append(note("top-up", award=base) if base else note("top-up-alone"))
        less = entry.amount - net
        if net == 0:
            entry.lose("same-subject", "paid-in-full", amount=write(unit.received))
        elif less:
            entry.notes.append(note("less-paid", amount=write(less)))
            entry.steps.append(step(entry.award, "less-paid", paid=write(less), amount=write(net)))
            entry.amount = net


def _ties(unit: Unit, chosen: Bundle) -> Iterator[tuple[Entry, Entry]]:
    """Pair chosen entries with those that would have paid the same instead, each pair once."""
    found: set[tuple[int, int]] = set()
    for bundle in unit.bundles:
        if not chosen.net or bundle.net != chosen.net:
            continue
        winners = [entry for entry in chosen.entries if entry not in bundle.entries]
        rivals = [entry for entry in bundle.entries if entry not in chosen.entries]
        if not winners or not rivals:
            continue
        pair = (winners[0].claim.index, rivals[0].claim.index)
        if pair not in found:
            found.add(pair)
            yield winners[0], rivals[0]


def _apply_sums(unit: Unit, chosen: Bundle) -> None:
    """Give the chosen bundle its net amounts and the others nothing, without notes or steps."""
    for bundle in unit.bundles:
        for entry in bundle.entries:
            if entry not in chosen.entries:
                entry.status, entry.amount = "same-subject", 0
    for entry, net in zip(chosen.entries, chosen.nets, strict=True):
        entry.amount = net
        entry.status = entry.status if net else "same-subject"


def _apply_nothing(unit: Unit) -> None:
    """Set the results if limits or earlier payments leave the subject nothing.

    The best bundle without the limit is over the limit; the other claims give way to it.
    """
    chosen = max(unit.bundles, key=lambda bundle: bundle.net)
    lead, gross = chosen.entries[0], chosen.gross
    due = {e for b in unit.bundles for e, net in zip(b.entries, b.nets, strict=True) if net}
    for entry in [*chosen.entries, *_others(unit, chosen)]:
        if entry not in due:
            entry.lose("same-subject", "paid-in-full", amount=write(unit.received))
        elif entry in chosen.entries:
            entry.status, entry.amount = "over-limit", 0
        else:
            entry.lose_to(lead, gross)


def _others(unit: Unit, chosen: Bundle) -> list[Entry]:
    members = {entry: None for bundle in unit.bundles for entry in bundle.entries}
    return [entry for entry in members if entry not in chosen.entries]


def _apply_pools(limits: Sequence[Limit], entries: Sequence[Entry], room: Room) -> None:
    """Distribute the room of each limit by date, then by claim; the last sum may be partial."""
    for limit in limits:
        words = dict(limit.words)
        members = sorted(
            (
                e
                for e in entries
                if limit.reaches(e.award.id, e.day) and e.status in ("payable", "over-limit")
            ),
            key=lambda entry: entry.turn,
        )
        left = room.pools.get(limit.id, 0)
        for entry in members:
            if entry.status == "over-limit":
                entry.notes.append(note("over-limit", limit=limit.id, words=words))
            elif limit.count is None:
                _draw(entry, limit.id, words, left)
                left -= entry.amount


def _draw(entry: Entry, limit: str, words: Mapping[str, str], left: int) -> None:
    if left == 0:
        entry.lose("over-limit", "over-limit", limit=limit, words=words)
    elif entry.amount > left:
        entry.amount = left
        if entry.silent:
            return
        entry.notes.append(note("cut-by-limit", limit=limit, left=write(left), words=words))
        entry.steps.append(step(entry.award, "limit", left=write(left), amount=write(left)))
