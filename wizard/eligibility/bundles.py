"""The bundles in which one project, product or platform can be paid (从高、不重复).

A bundle is a single award, a base with its top-up (再给予), or the years of a yearly award. Each
states what it still pays after the sums already received for the subject.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from eligibility.application import Paid
from eligibility.closing_rule import ClosingRule
from eligibility.entries import Entry, total
from eligibility.money import floor_to_fen
from eligibility.rules import Award


@dataclass(frozen=True, slots=True)
class Bundle:
    """Entries that are paid together, and the net amount of each in fen."""

    entries: tuple[Entry, ...]
    nets: tuple[int, ...]
    standing: int
    """Fen still due, negative if more was received; it ranks bundles that are all paid in full."""
    net: int
    """The sum of `nets`, in fen."""

    @staticmethod
    def of(entries: Sequence[Entry], nets: Sequence[int], standing: int) -> "Bundle":
        """Make a bundle of entries and the fen still due to each."""
        return Bundle(tuple(entries), tuple(nets), standing, sum(nets))

    def __add__(self, other: "Bundle") -> "Bundle":
        entries, nets = (*self.entries, *other.entries), (*self.nets, *other.nets)
        return Bundle.of(entries, nets, self.standing + other.standing)

    def less(self, received: int) -> "Bundle":
        """Deduct a payment in fen, from the first sum on."""
        nets, left = [], received
        for net in self.nets:
            nets.append(max(net - left, 0))
            left = max(left - net, 0)
        return Bundle.of(self.entries, nets, self.standing - received)

    @property
    def preference(self) -> tuple[tuple[int, int], ...]:
        """The rank in a tie: for each entry the order of its award in the policy, of its claim."""
        return tuple(entry.preference for entry in self.entries)

    @property
    def gross(self) -> int:
        return sum(entry.amount for entry in self.entries)


def bundles_of(
    entries: Sequence[Entry], received: Sequence[Paid], closing: ClosingRule
) -> list[Bundle]:
    """List every bundle of one subject, in the order in which ties are decided."""
    beside = [entry for entry in entries if entry.award.id in closing.together_against]
    others = [entry for entry in entries if entry not in beside]
    found = [*_competing(others, received, closing), *_side_by_side(beside, received, closing)]
    return sorted(found, key=lambda bundle: bundle.preference)


def _side_by_side(
    entries: Sequence[Entry], received: Sequence[Paid], closing: ClosingRule
) -> list[Bundle]:
    """List the bundles of awards that another reading parts, and the highest of the parts together.

    A payment for an award that is not one of them is deducted from all together.
    """
    parts: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.turn):
        award = entry.award
        part = closing.part(award.id, award.support, entry.judgement.kind, entry.day.year)
        parts[part].append(entry)
    others = total(p for p in received if p.award.id not in closing.together_against)
    found: list[Bundle] = []
    highest: list[Bundle] = []
    granted: list[Paid] = []
    for part, members in parts.items():
        own = [p for p in (*received, *granted) if _is_of(p, part, members, closing)]
        bundles = _competing(members, own, closing)
        highest.append(_best(bundles))
        granted += granted_by_year(bundles, closing)
        found += [bundle.less(others) for bundle in bundles]
    if len(parts) > 1:
        first, *rest = sorted(highest, key=lambda bundle: bundle.preference)
        found.append(reduce(Bundle.__add__, rest, first).less(others))
    return found


def _best(bundles: Sequence[Bundle]) -> Bundle:
    """Return the bundle that pays the most; of equals the first by preference."""
    return min(bundles, key=lambda bundle: (-bundle.net, bundle.preference))


def _is_of(payment: Paid, part: Hashable, members: Sequence[Entry], closing: ClosingRule) -> bool:
    award = payment.award
    return (
        closing.part(award.id, award.support, award.kind, payment.date.year) == part
        and award.id in closing.together_against
    ) or any(entry.award.id == award.id and entry.judgement.tier is None for entry in members)


def granted_by_year(bundles: Sequence[Bundle], closing: ClosingRule) -> Iterator[Paid]:
    """Yield what a year pays towards lines that a later year may claim for the same project (A03).

    A limit that leaves the year less is not looked at.
    """
    best = _best(bundles)
    for entry, net in zip(best.entries, best.nets, strict=True):
        award = entry.award
        once = award.is_title or award.by_steps
        if closing.takes_each_year_by_itself(award.id) and not once:
            yield Paid(award, entry.claim.subject, entry.day, net)


def _competing(
    entries: Sequence[Entry], received: Sequence[Paid], closing: ClosingRule
) -> list[Bundle]:
    """List the bundles of awards that all compete with each other."""
    found: list[Bundle] = []
    yearly: dict[tuple[frozenset[str], str], list[Entry]] = {}
    top_ups = [entry for entry in entries if entry.award.adds_to]
    for entry in entries:
        if entry.award.yearly:
            yearly.setdefault((entry.award.pot, entry.claim.subject), []).append(entry)
        else:
            found.append(_alone(entry, _touching([entry], received, closing)))
        for top_up in top_ups:
            if entry.award.id in top_up.award.adds_to and (
                entry.claim.subject == top_up.claim.subject
            ):
                payments = _touching([entry, top_up], received, closing)
                found.append(_with_top_up(entry, top_up, payments))
    for years in yearly.values():
        chosen = _one_a_year(years)
        found.append(_years(chosen, _touching(chosen, received, closing)))
        found += [
            _alone(entry, _touching([entry], received, closing))
            for entry in years
            if entry not in chosen
        ]
    return found


def _touching(
    entries: Sequence[Entry], received: Sequence[Paid], closing: ClosingRule
) -> list[Paid]:
    """Return the payments to deduct: everything paid for the subject, or that of one year.

    If each year counts separately, a payment of another year concerns only its own award (A03).
    """
    own = {(entry.award.id, entry.claim.subject) for entry in entries}
    years = {entry.day.year for entry in entries}
    return [
        payment
        for payment in received
        if not closing.takes_each_year_by_itself(payment.award.id)
        or payment.date.year in years
        or (payment.award.id, payment.subject) in own
    ]


def _one_a_year(entries: Sequence[Entry]) -> list[Entry]:
    """Return the highest award of each year among awards that exclude each other, by date."""
    best: dict[int, Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.preference):
        year = entry.day.year
        if year not in best or entry.amount > best[year].amount:
            best[year] = entry
    return sorted(best.values(), key=lambda entry: entry.turn)


def _alone(entry: Entry, payments: Sequence[Paid]) -> Bundle:
    """Deduct every payment for the subject, except that for the base of a top-up.

    再给予 adds the top-up to the base, so money for the base does not reduce it (A04, A05).
    """
    counted = [p for p in payments if p.award.id not in entry.award.adds_to]
    worth = entry.amount - total(counted)
    return Bundle.of([entry], [max(worth, 0)], worth)


def _with_top_up(base: Entry, top_up: Entry, payments: Sequence[Paid]) -> Bundle:
    """Deduct payments from the base first, then from the top-up; what the base was paid never
    reduces the top-up."""
    for_base = total(p for p in payments if p.award.id in top_up.award.adds_to)
    others = total(payments) - for_base
    base_left = max(base.amount - for_base, 0)
    net_base = max(base_left - others, 0)
    net_top_up = max(top_up.amount - max(others - base_left, 0), 0)
    return Bundle.of([base, top_up], [net_base, net_top_up], base_left + top_up.amount - others)


def _years(years: list[Entry], payments: Sequence[Paid]) -> Bundle:
    """Return the bundle of a yearly award; a payment for one year reduces that year only."""
    award, subject = years[0].award, years[0].claim.subject
    own = [p for p in payments if p.award.pot == award.pot and p.subject == subject]
    left = [
        max(entry.amount - total(p for p in own if p.date.year == entry.day.year), 0)
        for entry in years
    ]
    if award.one_ceiling:
        left = _within(award, left, total(own))
    others = total(p for p in payments if p not in own)
    return Bundle.of(years, left, sum(left)).less(others)


def _within(award: Award, amounts: Sequence[int], received: int) -> list[int]:
    """Let the years share the rest of one common ceiling (another reading of A15)."""
    if award.sum is None or award.sum.at_most is None:
        return list(amounts)
    room = max(floor_to_fen(award.sum.at_most) - received, 0)
    shared: list[int] = []
    for amount in amounts:
        shared.append(min(amount, room))
        room -= shared[-1]
    return shared
