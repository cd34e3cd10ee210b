"""The best states under limits (Pareto fronts), for every sequence of units up to the last one.

A state is what some units have taken together: places used, sums drawn on the pools, and the sum
outside the pools (the free sum). If P is the room of a pool, the final value of a state is its free
sum plus the smaller of P and the sum drawn. So one state certainly dominates another if it uses no
more places and

* has drawn no more and has at least the same value (it leaves more room), or
* has at least the same free sum and has drawn at least as much.

If there are many states, an upper bound removes those that can no longer reach the highest sum
(Lagrangian relaxation). For any price of a place (0 or more) and of a fen of a pool (0 to 1), a
complete choice pays at most the gain of each unit after paying these prices, plus the price of all
the room. With the prices that minimise this bound, few states remain between it and a choice that
was found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from eligibility.refused import EligibilityError

Numbers = tuple[int, ...]
Way = tuple[Numbers, Numbers, int]
"""One way to pay a unit: places taken, fen drawn on each pool, fen that no limit affects."""
State = Way
"""The same sums for several units together."""

MANY = 32
"""The number of states above which computing the bound saves time."""

BEAM = 48
"""States kept in the beam search for a good choice."""

MOST = 16_000
"""The most states kept, for all units together; each unit has an equal part.

Only applications constructed for it exceed this. Then the states with the best bounds are kept, and
the bound of the others is reported, so that the choice is not presented as proved.
"""

ONE = 1 << 30
"""The price 1 in fixed-point arithmetic: prices are integer multiples of `1 / ONE`."""


class Fronts(NamedTuple):
    """The states of the units from each one to the last, and a bound on the discarded states."""

    levels: list[list[State]]
    """For each unit the states of it and all later units; the last list is for no units."""
    given_up: int
    """The most fen that a complete choice with a discarded state could pay; 0 if none was."""


MOST_KEPT = 8
"""Fronts of so many choices are kept."""


class TooManyStatesError(EligibilityError):
    """The choice needs more states than allowed (`SearchWork.most`)."""


@dataclass(slots=True)
class SearchWork:
    """Counts the states that the choices under limits have examined, a measure of their time.

    A count instead of a clock gives the same result on every machine.
    """

    states: int = 0
    most: int | None = None
    """If more states are examined, the choice raises `TooManyStatesError`."""
    kept: dict[object, Fronts] = field(default_factory=dict)
    """The fronts of the last few choices, since most readings lead to the same choice."""

    def fronts(self, ways: list[list[Way]], places: Numbers, pools: Numbers) -> Fronts:
        """Return the fronts of a choice, from an earlier identical choice if possible."""
        key = (tuple(map(tuple, ways)), places, pools)
        if key not in self.kept:
            if len(self.kept) >= MOST_KEPT:
                del self.kept[next(iter(self.kept))]
            self.kept[key] = fronts(ways, places, pools, self)
        return self.kept[key]

    def add(self, states: int) -> None:
        """Add to the number of states; raises `TooManyStatesError`."""
        self.states += states
        if self.most is not None and self.states > self.most:
            raise TooManyStatesError


def fronts(
    ways: Sequence[Sequence[Way]], places: Numbers, pools: Numbers, work: SearchWork
) -> Fronts:
    """Compute the fronts, from the last unit to the first."""
    states: list[State] = [((0,) * len(places), (0,) * len(pools), 0)]
    found = [states]
    reduced = [_front(list(own), ()) for own in ways]
    bound: _Bound | None = None
    for at in range(len(ways) - 1, -1, -1):
        states = _following(states, reduced[at], places, pools)
        work.add(len(states))
        states = _front(states, pools)
        if len(states) > MANY:
            bound = bound or _Bound(reduced, places, pools, work)
            states = bound.keep(states, at)
        found.append(states)
    return Fronts(found[::-1], bound.given_up // ONE if bound else 0)


def _following(
    states: Sequence[State], ways: Sequence[Way], places: Numbers, pools: Numbers
) -> list[State]:
    """Combine every state with every way of one more unit, within the places."""
    best: dict[tuple[Numbers, Numbers], int] = {}
    single = len(pools) == 1
    for needed, drawing, gain in ways:
        takes, draws = any(needed), any(drawing)
        for used, drawn, free in states:
            if takes:
                used = tuple(map(int.__add__, used, needed))
                if any(map(int.__gt__, used, places)):
                    continue
            if draws:
                if single:
                    sum_ = drawn[0] + drawing[0]
                    drawn = (sum_ if sum_ < pools[0] else pools[0],)
                else:
                    drawn = tuple(map(min, pools, map(int.__add__, drawn, drawing)))
            key = (used, drawn)
            if free + gain > best.get(key, -1):
                best[key] = free + gain
    return [(used, drawn, free) for (used, drawn), free in best.items()]


def _front(states: list[State], pools: Numbers) -> list[State]:
    """Keep the states that no other state dominates."""
    if len(states) < 2:
        return states
    if len(states[0][1]) > 1:
        return _front_of_pools(states)
    kept: list[State] = []
    lower: list[tuple[Numbers, list[State]]] = []
    levels: dict[Numbers, list[State]] = {}
    for state in states:
        levels.setdefault(state[0], []).append(state)
    for used in sorted(levels):
        # fronts with as many places or fewer take part in the comparison, but are already kept
        beside = [
            state for other, front in lower if all(map(int.__le__, other, used)) for state in front
        ]
        front = _sweep(levels[used], beside)
        lower.append((used, front))
        kept += front
    return kept


def _sweep(states: list[State], beside: list[State]) -> list[State]:
    """Return the front for one pool or none: by sum drawn, value rises and the free sum falls."""
    order = sorted(
        [(s[1], -s[2], True, s) for s in states] + [(s[1], -s[2], False, s) for s in beside]
    )
    worth = -1
    rising: list[tuple[bool, State]] = []
    for drawn, minus, own, state in order:
        value = sum(drawn) - minus
        if value > worth:
            worth = value
            rising.append((own, state))
    kept: list[State] = []
    free = -1
    for own, state in reversed(rising):
        if state[2] > free:
            free = state[2]
            if own:
                kept.append(state)
    return kept


def _front_of_pools(states: list[State]) -> list[State]:
    """Return the front for several pools: compare each state with those of at least its value."""
    kept: list[State] = []
    for state in sorted(states, key=lambda s: (-s[2] - sum(s[1]), s[1], s[0])):
        if not any(_beats(other, state) for other in kept):
            kept.append(state)
    return kept


def _beats(one: State, other: State) -> bool:
    """Whether a state of at least the same value dominates another, whatever follows."""
    return all(map(int.__le__, one[0], other[0])) and (
        all(map(int.__le__, one[1], other[1]))
        or (one[2] >= other[2] and all(map(int.__ge__, one[1], other[1])))
    )


class _Bound:
    """An upper bound for states, and the value of the best choice found (a lower bound)."""

    def __init__(
        self, ways: Sequence[Sequence[Way]], places: Numbers, pools: Numbers, work: SearchWork
    ) -> None:
        self.ways, self.places, self.pools = ways, places, pools
        self.place_prices, self.pool_prices = _prices(ways, places, pools)
        work.add(sum(map(len, ways)))
        room = sum(map(int.__mul__, self.place_prices, places)) + sum(
            (ONE - price) * most for price, most in zip(self.pool_prices, pools, strict=True)
        )
        self.before = [room]
        """For each unit, the most that earlier units can add, with the price of all the room."""
        for own in ways:
            self.before.append(self.before[-1] + max(map(self._after_prices, own)))
        self.least = ONE * self._found(work)
        self.given_up = 0

    def keep(self, states: list[State], at: int) -> list[State]:
        """Drop states that cannot reach the best choice found; `at` units come before these."""
        before = self.before[at]
        rated = [(before + self._after_prices(state), state) for state in states]
        # none may be left if the best states were discarded earlier because of their number
        kept = [entry for entry in rated if entry[0] >= self.least] or rated
        most = MOST // len(self.ways)
        if len(kept) > most:
            kept.sort(key=lambda entry: (-entry[0], entry[1]))
            self.given_up = max(self.given_up, kept[most][0])
            del kept[most:]
        return [state for _, state in kept]

    def _after_prices(self, way: Way) -> int:
        used, drawn, free = way
        return (
            ONE * free
            + sum(map(int.__mul__, self.pool_prices, drawn))
            - sum(map(int.__mul__, self.place_prices, used))
        )

    def _found(self, work: SearchWork) -> int:
        """Return the value of a good choice: a beam search over the best states after prices."""
        states: list[State] = [((0,) * len(self.places), (0,) * len(self.pools), 0)]
        for own in self.ways:
            states = _following(states, own, self.places, self.pools)
            work.add(len(states))
            states = sorted(states, key=self._after_prices, reverse=True)[:BEAM]
        return max(free + sum(drawn) for _, drawn, free in states)


def _prices(
    ways: Sequence[Sequence[Way]], places: Numbers, pools: Numbers
) -> tuple[list[int], list[int]]:
    """Find prices for a small bound, one after the other, each where demand just meets the room."""
    of_places, of_pools = [0] * len(places), [ONE] * len(pools)

    def taken(number: int, *, pooled: bool) -> int:
        """Return what the units take of one limit if each takes its best way after prices."""
        sum_ = 0
        for own in ways:
            most, least_taken = None, 0
            for way in own:
                gain = (
                    ONE * way[2]
                    + sum(map(int.__mul__, of_pools, way[1]))
                    - sum(map(int.__mul__, of_places, way[0]))
                )
                if most is None or gain > most:
                    most, least_taken = gain, (way[1] if pooled else way[0])[number]
            sum_ += least_taken
        return sum_

    dearest = ONE * (1 + max(free for own in ways for _, _, free in own))
    for _ in range(2 if places and pools else 1):
        for number, most in enumerate(pools):
            low, high = 0, ONE
            while high - low > 1:  # the higher the value of a fen of the pool, the more is drawn
                of_pools[number] = (low + high) // 2
                if taken(number, pooled=True) > most:
                    high = of_pools[number]
                else:
                    low = of_pools[number]
            of_pools[number] = high
        for number, most in enumerate(places):
            low, high = 0, dearest
            while high - low > ONE:  # the higher the price of a place, the fewer are taken
                of_places[number] = (low + high) // 2
                if taken(number, pooled=False) > most:
                    low = of_places[number]
                else:
                    high = of_places[number]
            of_places[number] = low
    return of_places, of_pools
