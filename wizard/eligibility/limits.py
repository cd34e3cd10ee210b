"""Limits over the whole application, and the choice that pays most under them (A57, A23, A31).

Each unit (one project, product or platform with its bundles, or a single claim outside the groups)
takes one of its options. Each piece takes a place of a count limit; sums under a cumulative limit
share its room, and the last sum may be partial.

The search is dynamic programming. From the last unit to the first it keeps, for the units from
there on, the states that no other state dominates (`fronts`). Then, from the first unit to the
last, each unit gets the first of its options that still allows the highest sum.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from eligibility.application import Paid
from eligibility.entries import total
from eligibility.fronts import SearchWork, State, Way
from eligibility.rules import Limit


@dataclass(frozen=True, slots=True)
class Option:
    """One way to pay a unit: the sum outside limits, and what it draws on them."""

    free: int
    """Fen that no limit affects."""
    places: Mapping[str, int]
    """Places taken, by count limit."""
    pooled: Mapping[str, int]
    """Fen drawn, by cumulative limit, before its room is considered."""

    def pays_under(self, room: "Room") -> bool:
        """Whether the option could pay anything if it were the only one."""
        fits = all(count <= room.places[name] for name, count in self.places.items())
        return fits and (self.free > 0 or any(room.pools[name] for name in self.pooled))


@dataclass(frozen=True, slots=True)
class Room:
    """The room that earlier payments leave under the limits, by limit: places, and pools in fen."""

    places: Mapping[str, int]
    pools: Mapping[str, int]
    counted: frozenset[tuple[str, str]]
    """Pairs of limit and subject that have a place already; further sums need no other place."""
    work: SearchWork = field(default_factory=SearchWork)


def room_under(
    limits: Sequence[Limit], paid: Sequence[Paid], work: SearchWork | None = None
) -> Room:
    """Compute the room: earlier payments count by distinct subject, or by amount."""
    places: dict[str, int] = {}
    pools: dict[str, int] = {}
    counted: set[tuple[str, str]] = set()
    for limit in limits:
        payments = [payment for payment in paid if limit.reaches(payment.award.id, payment.date)]
        if limit.count is not None:
            subjects = {payment.subject for payment in payments}
            counted |= {(limit.id, subject) for subject in subjects}
            places[limit.id] = _left(limit.count, len(subjects))
        else:
            assert limit.in_all is not None
            pools[limit.id] = _left(limit.in_all, total(payments))
    return Room(places, pools, frozenset(counted), work or SearchWork())


def _left(limit: int, used: int) -> int:
    """Return what a limit leaves, in its own unit: never less than nothing."""
    return max(limit - used, 0)


class Choice(NamedTuple):
    """One option for each unit."""

    ranks: list[int | None]
    """The index of the option within its unit, or None if the limits leave the unit nothing."""
    missed: int = 0
    """Fen by which another choice might pay more; 0 if this one is proved to be the highest."""


def choose(units: Sequence[Sequence[Option]], room: Room) -> Choice:
    """Choose one option per unit so that the sum payable is highest.

    Options are in order of preference, units in order of their turn: among choices with equal sums,
    the earlier unit gets its preferred option.
    """
    place_names = [name for name, most in room.places.items() if _most(units, name) > most]
    pool_names = [name for name, most in room.pools.items() if _most(units, name) > most]
    if not place_names and not pool_names:
        return Choice([_best(options) for options in units])
    most_places = tuple(room.places[name] for name in place_names)
    most_pools = tuple(room.pools[name] for name in pool_names)

    def way(option: Option) -> Way:
        """Convert an option; sums under limits that cannot be reached count as free."""
        drawn = tuple(option.pooled.get(name, 0) for name in pool_names)
        used = tuple(option.places.get(name, 0) for name in place_names)
        return used, drawn, option.free + sum(option.pooled.values()) - sum(drawn)

    ways = [[way(option) for option in options] for options in units]
    nothing: Way = ((0,) * len(place_names), (0,) * len(pool_names), 0)
    for own in ways:
        # taking nothing can only help if every option needs a place
        if all(any(used) for used, _, _ in own):
            own.append(nothing)
    behind, given_up = room.work.fronts(ways, most_places, most_pools)

    chosen: list[int | None] = []
    state: State = nothing
    highest = _highest(state, behind[0], most_places, most_pools)
    missed = max(given_up - highest, 0)
    for options, own, rest in zip(units, ways, behind[1:], strict=True):
        rank, state = next(
            (rank, after)
            for rank, one in enumerate(own)
            for after in [_add(state, one, most_pools)]
            if _highest(after, rest, most_places, most_pools) >= highest
        )
        highest = _highest(state, rest, most_places, most_pools)
        chosen.append(rank if rank < len(options) else None)
    return Choice(chosen, missed)


def _add(state: State, way: Way, most_pools: tuple[int, ...]) -> State:
    used, drawn, free = state
    return (
        tuple(a + b for a, b in zip(used, way[0], strict=True)),
        tuple(min(a + b, most) for a, b, most in zip(drawn, way[1], most_pools, strict=True)),
        free + way[2],
    )


def _highest(
    state: State,
    rest: Sequence[State],
    most_places: tuple[int, ...],
    most_pools: tuple[int, ...],
) -> int:
    """Return the highest sum that a state can reach with the states of the units after it."""
    used, drawn, free = state
    if most_places:
        left = tuple(map(int.__sub__, most_places, used))
        rest = [further for further in rest if all(map(int.__le__, further[0], left))]
    if len(most_pools) == 1:
        room = most_pools[0] - drawn[0]
        sums = [more + min(draws[0], room) for _, draws, more in rest]
    else:
        sums = [
            more + sum(map(min, most_pools, map(int.__add__, drawn, draws))) - sum(drawn)
            for _, draws, more in rest
        ]
    return max(sums) + free + sum(drawn) if sums else -1


def _most(units: Sequence[Sequence[Option]], name: str) -> int:
    """Return the most that all units together could take of one limit."""
    return sum(
        max((o.places.get(name, 0) + o.pooled.get(name, 0) for o in options), default=0)
        for options in units
    )


def _best(options: Sequence[Option]) -> int | None:
    """Return the index of the option that pays most without limits; the first of equals."""
    return max(
        range(len(options)),
        key=lambda rank: options[rank].free + sum(options[rank].pooled.values()),
        default=None,
    )
