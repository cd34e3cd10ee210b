"""Limits over the whole file, and the choice that pays most under them (A57, A23, A31).

Each unit (one project, product or platform with its bundles, or one claim that stands alone) takes
one of its options. Places of a count limit are taken one by one; sums under a cumulative limit
share its room, and the last may be partial. The search keeps, for each use of places and room,
the best choice so far: it is exact for any number of units.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eligibility.application import Paid
from eligibility.entries import total
from eligibility.mechanisms import room_in_pool
from eligibility.policy import Limit

State = tuple[tuple[int, ...], tuple[int, ...]]
"""Places used, and room drawn."""
Best = tuple[int, tuple[int, ...]]
"""The sum outside the pools, and the ranks chosen so far."""


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


@dataclass(frozen=True, slots=True)
class Room:
    """What earlier payments leave of the limits."""

    places: Mapping[str, int]
    pools: Mapping[str, int]
    counted: frozenset[tuple[str, str]]
    """Limit and subject that have a place already: a further sum takes no other."""


def room_under(limits: Sequence[Limit], paid: Sequence[Paid]) -> Room:
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
    return Room(places, pools, frozenset(counted))


def choose(units: Sequence[Sequence[Option]], room: Room) -> list[int | None]:
    """Choose one option a unit so that the sum payable is highest.

    Options stand in the order of preference, units in the order of their turn: among equal sums
    the earlier unit gets its preferred option. None where the limits leave a unit nothing.
    """
    if _ample(units, room):
        return [_best(options) for options in units]
    place_names, pool_names = list(room.places), list(room.pools)
    most_places = tuple(room.places[name] for name in place_names)
    most_pools = tuple(room.pools[name] for name in pool_names)
    # one way only, and no place taken: no choice and no place in a tie, so it is drawn beforehand
    forced = [len(options) == 1 and not options[0].places for options in units]
    given = [options[0] for options, no_choice in zip(units, forced, strict=True) if no_choice]
    start = tuple(
        min(sum(option.pooled.get(name, 0) for option in given), most)
        for name, most in zip(pool_names, most_pools, strict=True)
    )
    # (places used, room used) → (sum outside the pools, ranks chosen so far)
    states: dict[State, Best] = {((0,) * len(place_names), start): (0, ())}
    open_units = [
        options for options, no_choice in zip(units, forced, strict=True) if not no_choice
    ]
    for options in open_units:
        following: dict[State, Best] = {}
        nothing = len(options)
        # to take nothing can only help where every option would need a place
        spare = all(option.places for option in options)
        for (used, drawn), (free, ranks) in states.items():
            for rank in range(nothing + 1 if spare else nothing):
                now_used, now_drawn, now_free = used, drawn, free
                if rank < nothing:
                    option = options[rank]
                    if option.places:
                        now_used = tuple(
                            count + option.places.get(name, 0)
                            for name, count in zip(place_names, used, strict=True)
                        )
                        if any(n > most for n, most in zip(now_used, most_places, strict=True)):
                            continue
                    if option.pooled:
                        now_drawn = tuple(
                            min(sum_ + option.pooled.get(name, 0), most)
                            for name, sum_, most in zip(pool_names, drawn, most_pools, strict=True)
                        )
                    now_free = free + option.free
                key, value = (now_used, now_drawn), (now_free, (*ranks, rank))
                old = following.get(key)
                if old is None or (-value[0], value[1]) < (-old[0], old[1]):
                    following[key] = value
        states = _undominated(following)
    _, ranks = min(
        ((free + sum(drawn), ranks) for (_, drawn), (free, ranks) in states.items()),
        key=lambda state: (-state[0], state[1]),
    )
    chosen = iter(ranks)
    taken = [0 if no_choice else next(chosen) for no_choice in forced]
    return [
        rank if rank < len(options) else None for rank, options in zip(taken, units, strict=True)
    ]


def _ample(units: Sequence[Sequence[Option]], room: Room) -> bool:
    """Tell whether no choice at all could reach a limit."""
    return all(
        sum(max((o.places.get(name, 0) for o in options), default=0) for options in units) <= most
        for name, most in room.places.items()
    ) and all(
        sum(max((o.pooled.get(name, 0) for o in options), default=0) for options in units) <= most
        for name, most in room.pools.items()
    )


def _best(options: Sequence[Option]) -> int | None:
    """The option that pays most where no limit binds; the earlier of equals."""
    return max(
        range(len(options)),
        key=lambda rank: options[rank].free + sum(options[rank].pooled.values()),
        default=None,
    )


FEW = 64
"""Up to so many states every one that might still win a tie is kept."""


def _undominated(states: dict[State, Best]) -> dict[State, Best]:
    """Drop states that another beats for certain, so that their number stays small.

    A state with no more places used stays ahead of another if it has drawn no more and is worth
    as much, or has put as much aside outside the pools and drawn as much. Where states are many,
    one that may yet be equalled is dropped too: the sum stays the highest, and only the order
    among equal sums is given up.
    """
    if len(states) <= 16:
        return states
    keep_ties = len(states) <= FEW
    kept: list[tuple[State, Best]] = []
    ordered = sorted(states.items(), key=lambda item: (-item[1][0] - sum(item[0][1]), item[1][1]))
    for state, best in ordered:
        if not any(_beats(*other, state, best, keep_ties) for other in kept):
            kept.append((state, best))
    return dict(kept)


def _beats(one: State, its: Best, other: State, others: Best, keep_ties: bool) -> bool:
    """Tell whether one state, worth as much as the other or more, stays ahead whatever follows."""
    (used, drawn), (free, ranks) = one, its
    (other_used, other_drawn), (other_free, other_ranks) = other, others
    if any(a > b for a, b in zip(used, other_used, strict=True)):
        return False
    if all(a <= b for a, b in zip(drawn, other_drawn, strict=True)):
        return True
    ahead = free > other_free or (free == other_free and (not keep_ties or ranks < other_ranks))
    return ahead and all(a >= b for a, b in zip(drawn, other_drawn, strict=True))
