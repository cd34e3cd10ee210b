"""Limits over the whole file, and the choice that pays most under them (A57, A23, A31).

Each unit (one project, product or platform with its bundles, or one claim that stands alone) takes
one of its options. Places of a count limit are taken one by one; sums under a cumulative limit
share its room, and the last may be partial.

The search goes from the last unit to the first and keeps, of all choices for the units behind,
those that no other beats whatever the units before do (`fronts`). Then it goes from the first unit
to the last and gives each the first of its options from which the highest sum can be reached.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from eligibility.application import Paid
from eligibility.entries import total
from eligibility.fronts import Fronts, Numbers, State, Way, fronts
from eligibility.policy import Limit
from eligibility.room import room_in_pool


@dataclass(frozen=True, slots=True)
class Option:
    """One way to pay a unit: what is free of limits, and what it draws on them."""

    free: int
    """Fen that no limit touches."""
    places: Mapping[str, int]
    """Places of count limits that it takes."""
    pooled: Mapping[str, int]
    """Fen that it draws from cumulative limits, before their room is considered."""

    def pays_under(self, room: "Room") -> bool:
        """Tell whether it could pay anything if it were alone."""
        fits = all(count <= room.places[name] for name, count in self.places.items())
        return fits and (self.free > 0 or any(room.pools[name] for name in self.pooled))


MOST_KEPT = 8


class TooWide(Exception):
    """More states than there is room for."""


@dataclass(slots=True)
class Work:
    """How many states the choices under the limits have looked at: what their time depends on."""

    states: int = 0
    most: int | None = None
    """Where it is more than so many, the choice stops with `TooWide`."""
    kept: dict[object, Fronts] = field(default_factory=dict)
    """The fronts of the last few choices: under most readings the choice is the same."""

    def fronts(self, ways: list[list[Way]], places: Numbers, pools: Numbers) -> Fronts:
        """Find the fronts of a choice, or take them from one that was the same."""
        key = (tuple(map(tuple, ways)), places, pools)
        if key not in self.kept:
            if len(self.kept) >= MOST_KEPT:
                del self.kept[next(iter(self.kept))]
            self.kept[key] = fronts(ways, places, pools, self)
        return self.kept[key]

    def add(self, states: int) -> None:
        """Count further states."""
        self.states += states
        if self.most is not None and self.states > self.most:
            raise TooWide


@dataclass(frozen=True, slots=True)
class Room:
    """What earlier payments leave of the limits."""

    places: Mapping[str, int]
    pools: Mapping[str, int]
    counted: frozenset[tuple[str, str]]
    """Limit and subject that have a place already: a further sum takes no other."""
    work: Work = field(default_factory=Work, compare=False)


def room_under(limits: Sequence[Limit], paid: Sequence[Paid], work: Work | None = None) -> Room:
    """Work out the room: paid pieces count by distinct subject, paid sums by amount."""
    places: dict[str, int] = {}
    pools: dict[str, int] = {}
    counted: set[tuple[str, str]] = set()
    for limit in limits:
        payments = [payment for payment in paid if limit.reaches(payment.award.id, payment.date)]
        if limit.count is not None:
            subjects = {payment.subject for payment in payments}
            counted |= {(limit.id, subject) for subject in subjects}
            places[limit.id] = room_in_pool(limit.count, len(subjects))
        else:
            assert limit.in_all is not None
            pools[limit.id] = room_in_pool(limit.in_all, total(payments))
    return Room(places, pools, frozenset(counted), work or Work())


class Choice(NamedTuple):
    """One option for each unit."""

    ranks: list[int | None]
    """The place of the option among those of its unit; None where the limits leave it nothing."""
    missed: int = 0
    """Fen by which another choice might pay more; 0 where this one is proved to be the highest."""


def choose(units: Sequence[Sequence[Option]], room: Room) -> Choice:
    """Choose one option a unit so that the sum payable is highest.

    Options stand in the order of preference, units in the order of their turn: among equal sums
    the earlier unit gets its preferred option.
    """
    place_names = [name for name, most in room.places.items() if _most(units, name) > most]
    pool_names = [name for name, most in room.pools.items() if _most(units, name) > most]
    if not place_names and not pool_names:
        return Choice([_best(options) for options in units])
    most_places = tuple(room.places[name] for name in place_names)
    most_pools = tuple(room.pools[name] for name in pool_names)

    def way(option: Option) -> Way:
        """An option under the limits that can be reached; what any other gives is free."""
        drawn = tuple(option.pooled.get(name, 0) for name in pool_names)
        used = tuple(option.places.get(name, 0) for name in place_names)
        return used, drawn, option.free + sum(option.pooled.values()) - sum(drawn)

    ways = [[way(option) for option in options] for options in units]
    nothing: Way = ((0,) * len(place_names), (0,) * len(pool_names), 0)
    for own in ways:
        # to take nothing can only help where every option would need a place
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
    """The highest sum that a state comes to with the choices left for the units behind it."""
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
    """The most that all units together could take of one limit."""
    return sum(
        max((o.places.get(name, 0) + o.pooled.get(name, 0) for o in options), default=0)
        for options in units
    )


def _best(options: Sequence[Option]) -> int | None:
    """The option that pays most where no limit binds; the earlier of equals."""
    return max(
        range(len(options)),
        key=lambda rank: options[rank].free + sum(options[rank].pooled.values()),
        default=None,
    )
