"""The choices worth keeping under limits, for every row of units from one unit to the last.

A state is what some units have taken together: places used, sums drawn on the pools, and the sum
outside of them. With P the room of a pool, what a state is worth in the end is its free sum and the
lesser of P and all that is drawn. So one beats another for certain if it uses no more places and

* has drawn no more and is worth as much (it leaves more room), or
* has as much outside the pools and has drawn as much.

Where states are many, a bound takes away those that cannot come to the highest sum any more. For
every price of a place (0 or more) and of a fen of a pool (0 to 1), a whole choice pays no more than
what each unit can gain after paying these prices, and the price of all the room: with the prices
that make this least, little is left between the bound and a choice that was found (Lagrange).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from eligibility.limits import Work

Numbers = tuple[int, ...]
Way = tuple[Numbers, Numbers, int]
"""One way to pay a unit: places it takes, fen it draws on each pool, fen that no limit touches."""
State = Way
"""What several units have taken together."""

MANY = 32
"""From so many states on the bound is worth its time."""

BEAM = 48
"""States kept while a good choice is looked for."""

MOST = 16_000
"""States kept at most, for all units together; each has an equal part.

More are left only by many sums made for it; then the best by their bound stay, and what the others
could have come to at most is told, so that nobody takes the choice for proved.
"""

ONE = 1 << 30
"""A price of one: prices are whole numbers of this part."""


class Fronts(NamedTuple):
    """The states of all units from one to the last, and what was given up for their number."""

    levels: list[list[State]]
    """For each unit those from it to the last, and one for none at all."""
    given_up: int
    """Fen that a whole choice with a state that was given up comes to at most; 0 without any."""


def fronts(ways: Sequence[Sequence[Way]], places: Numbers, pools: Numbers, work: "Work") -> Fronts:
    """Find the states of the units from each one to the last."""
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
    """Add every way of one more unit to every state, as far as the places go."""
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
    """Keep the states that no other beats."""
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
        # with as many places or fewer: their fronts stand in the sweep, but are kept already
        beside = [
            state for other, front in lower if all(map(int.__le__, other, used)) for state in front
        ]
        front = _sweep(levels[used], beside)
        lower.append((used, front))
        kept += front
    return kept


def _sweep(states: list[State], beside: list[State]) -> list[State]:
    """One pool, or none: in the order of what is drawn, worth must rise and the free sum fall."""
    order = sorted(
        [(s[1], -s[2], 1, s) for s in states] + [(s[1], -s[2], 0, s) for s in beside],
        key=lambda entry: entry[:3],
    )
    worth = -1
    rising: list[tuple[int, State]] = []
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
    """Several pools: each state against those worth as much or more."""
    kept: list[State] = []
    for state in sorted(states, key=lambda s: (-s[2] - sum(s[1]), s[1], s[0])):
        if not any(_beats(other, state) for other in kept):
            kept.append(state)
    return kept


def _beats(one: State, other: State) -> bool:
    """Tell whether one state, worth as much as the other or more, stays ahead whatever follows."""
    return all(map(int.__le__, one[0], other[0])) and (
        all(map(int.__le__, one[1], other[1]))
        or (one[2] >= other[2] and all(map(int.__ge__, one[1], other[1])))
    )


class _Bound:
    """What a state can come to at most, and the best choice found so far."""

    def __init__(
        self, ways: Sequence[Sequence[Way]], places: Numbers, pools: Numbers, work: "Work"
    ) -> None:
        self.ways, self.places, self.pools = ways, places, pools
        self.place_prices, self.pool_prices = _prices(ways, places, pools)
        work.add(sum(map(len, ways)))
        room = sum(map(int.__mul__, self.place_prices, places)) + sum(
            (ONE - price) * most for price, most in zip(self.pool_prices, pools, strict=True)
        )
        self.before = [room]
        """At most what the units before each unit can add, with the price of all the room."""
        for own in ways:
            self.before.append(self.before[-1] + max(map(self._after_prices, own)))
        self.least = ONE * self._found(work)
        self.given_up = 0

    def keep(self, states: list[State], at: int) -> list[State]:
        """Drop what cannot come to the best choice found; `at` units stand before these."""
        before = self.before[at]
        rated = [(before + self._after_prices(state), state) for state in states]
        # none can be left where the best were given up for their number
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

    def _found(self, work: "Work") -> int:
        """Find a good choice: a few states a unit, the best after prices."""
        states: list[State] = [((0,) * len(self.places), (0,) * len(self.pools), 0)]
        for own in self.ways:
            states = _following(states, own, self.places, self.pools)
            work.add(len(states))
            states = sorted(states, key=self._after_prices, reverse=True)[:BEAM]
        return max(free + sum(drawn) for _, drawn, free in states)


def _prices(
    ways: Sequence[Sequence[Way]], places: Numbers, pools: Numbers
) -> tuple[list[int], list[int]]:
    """Find prices that make the bound small: one after the other, each where all fits just so."""
    of_places, of_pools = [0] * len(places), [ONE] * len(pools)

    def taken(number: int, *, pooled: bool) -> int:
        """What the units take of one limit if each does what is best for it after prices."""
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
            while high - low > 1:  # a fen of the pool that is worth more is drawn more
                of_pools[number] = (low + high) // 2
                if taken(number, pooled=True) > most:
                    high = of_pools[number]
                else:
                    low = of_pools[number]
            of_pools[number] = high
        for number, most in enumerate(places):
            low, high = 0, dearest
            while high - low > ONE:  # a place that costs more is taken less
                of_places[number] = (low + high) // 2
                if taken(number, pooled=False) > most:
                    low = of_places[number]
                else:
                    high = of_places[number]
            of_places[number] = low
    return of_places, of_pools
