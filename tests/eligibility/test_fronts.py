"""Each step of the choice under limits, compared with a plain version of its definition."""

import random
from collections.abc import Iterator, Sequence
from itertools import product

import pytest

from eligibility import fronts
from eligibility.fronts import ONE, Numbers, SearchWork, State, Way

Problem = tuple[list[list[Way]], Numbers, Numbers]


def problems(count: int) -> Iterator[Problem]:
    """Units with a few ways each, with no limit, or one to three of each kind."""
    chance = random.Random(16)
    for number in range(count):
        places = tuple(chance.randint(0, 4) for _ in range(number % 3))
        pools = tuple(chance.randint(0, 30) for _ in range(number // 3 % 4))
        units = [
            [way(chance, places, pools) for _ in range(chance.randint(1, 3))]
            for _ in range(chance.randint(1, 6))
        ]
        yield units, places, pools


def way(chance: random.Random, places: Numbers, pools: Numbers) -> Way:
    return (
        tuple(chance.choice([0, 0, 1, 2]) for _ in places),
        tuple(chance.choice([0, 0, 3, 5, 9]) for _ in pools),
        chance.choice([0, 0, 2, 5, 7]),
    )


def nothing(places: Numbers, pools: Numbers) -> State:
    return (0,) * len(places), (0,) * len(pools), 0


def worth(state: State) -> int:
    return state[2] + sum(state[1])


def plainly_following(states: Sequence[State], ways: Sequence[Way], problem: Problem) -> set[State]:
    """Combine every state with every way; keep the best of equal places and sums drawn."""
    _, places, pools = problem
    best: dict[tuple[Numbers, Numbers], int] = {}
    for (used, drawn, free), (needed, drawing, gain) in product(states, ways):
        after = tuple(a + b for a, b in zip(used, needed, strict=True))
        if any(a > most for a, most in zip(after, places, strict=True)):
            continue
        sums = tuple(min(a + b, p) for a, b, p in zip(drawn, drawing, pools, strict=True))
        best[after, sums] = max(best.get((after, sums), 0), free + gain)
    return {(used, drawn, free) for (used, drawn), free in best.items()}


def plainly_beats(one: State, other: State) -> bool:
    """Whether a state dominates another, by the definition in `fronts`."""
    if any(a > b for a, b in zip(one[0], other[0], strict=True)):
        return False
    leaves_room = all(a <= b for a, b in zip(one[1], other[1], strict=True))
    has_drawn = all(a >= b for a, b in zip(one[1], other[1], strict=True))
    return (leaves_room and worth(one) >= worth(other)) or (
        has_drawn and one[2] >= other[2] and worth(one) >= worth(other)
    )


def plain_front(states: set[State]) -> set[State]:
    """Return the states, by value, that no kept state dominates."""
    kept: list[State] = []
    for state in sorted(states, key=lambda one: (-worth(one), one[1], one[0])):
        if not any(plainly_beats(other, state) for other in kept):
            kept.append(state)
    return set(kept)


def test_one_more_unit_is_added_to_every_state_as_far_as_the_places_go() -> None:
    for problem in problems(120):
        units, places, pools = problem
        states = [nothing(places, pools)]
        for own in units:
            found = fronts._following(states, own, places, pools)
            assert len(found) == len(set(found))
            assert set(found) == plainly_following(states, own, problem)
            states = found


def test_the_states_kept_are_those_that_no_other_beats() -> None:
    for problem in problems(120):
        units, places, pools = problem
        states = plainly_following([nothing(places, pools)], units[0], problem)
        for own in units[1:]:
            states = plainly_following(list(states), own, problem)
        kept = fronts._front(random.Random(3).sample(sorted(states), len(states)), pools)
        assert len(kept) == len(set(kept))
        assert set(kept) == plain_front(states)


def test_of_states_of_one_value_that_which_leaves_more_room_stays() -> None:
    more_drawn: State = ((0,), (5, 0), 2)
    less_drawn: State = ((0,), (2, 0), 5)
    for states in ([more_drawn, less_drawn], [less_drawn, more_drawn]):
        assert fronts._front(states, (9, 9)) == [less_drawn]


def test_without_a_bound_every_row_of_units_has_its_front(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fronts, "MANY", 10**9)
    for problem in problems(60):
        units, places, pools = problem
        work = SearchWork()
        found = fronts.fronts(units, places, pools, work)
        states, looked_at = [nothing(places, pools)], 0
        levels = [set(states)]
        for own in reversed(units):
            states = fronts._following(states, fronts._front(list(own), ()), places, pools)
            looked_at += len(states)
            states = fronts._front(states, pools)
            levels.append(set(states))
        assert [set(level) for level in found.levels] == levels[::-1]
        assert found.given_up == 0
        assert work.states == looked_at


def gain(way: Way, of_places: Sequence[int], of_pools: Sequence[int]) -> int:
    used, drawn, free = way
    return (
        ONE * free
        + sum(price * sum_ for price, sum_ in zip(of_pools, drawn, strict=True))
        - sum(price * number for price, number in zip(of_places, used, strict=True))
    )


def bound(problem: Problem, of_places: Sequence[int], of_pools: Sequence[int]) -> int:
    """Return the upper bound of a complete choice for some prices."""
    units, places, pools = problem
    room = sum(price * most for price, most in zip(of_places, places, strict=True))
    room += sum((ONE - price) * most for price, most in zip(of_pools, pools, strict=True))
    return room + sum(max(gain(own, of_places, of_pools) for own in unit) for unit in units)


def one_limit(count: int) -> Iterator[Problem]:
    """Problems with one pool or one limit of places, for which the prices found are optimal."""
    for units, places, pools in problems(count):
        if len(places) + len(pools) == 1:
            with_none = [[*unit, nothing(places, pools)] for unit in units]
            yield with_none, places, pools


def taken(problem: Problem, price: int) -> int:
    """Return what is taken of the limit if each unit takes its best way after the price."""
    units, places, _ = problem
    prices = ([price], []) if places else ([], [price])
    best = [max(unit, key=lambda own: gain(own, *prices)) for unit in units]
    return sum(sum(own[0] if places else own[1]) for own in best)


def test_the_price_of_one_limit_is_where_all_fits_just_so() -> None:
    binding = 0
    for problem in one_limit(480):
        _, places, pools = problem
        (found,) = [price for prices in fronts._prices(*problem) for price in prices]
        if places:  # to one fen, from below: the higher the price, the fewer places
            assert found == 0 or taken(problem, found) > places[0]
            assert taken(problem, found + ONE) <= places[0]
            binding += found > 0
        else:  # to the last part, from above: the higher the value, the more is drawn
            assert found == ONE or taken(problem, found) > pools[0]
            assert found == 1 or taken(problem, found - 1) <= pools[0]
            binding += found < ONE
    assert binding > 30


def test_prices_stay_within_their_bounds_and_cost_only_where_a_limit_binds() -> None:
    for problem in problems(120):
        units, places, pools = problem
        of_places, of_pools = fronts._prices(*problem)
        assert (len(of_places), len(of_pools)) == (len(places), len(pools))
        dearest = ONE * (1 + max(free for unit in units for _, _, free in unit))
        assert all(0 <= price <= dearest for price in of_places)
        assert all(0 < price <= ONE for price in of_pools)
        wide = tuple(100 for _ in places), tuple(1000 for _ in pools)
        assert fronts._prices(units, *wide) == ([0] * len(places), [ONE] * len(pools))


def best_with(problem: Problem, at: int, state: State) -> int:
    """Return the highest sum of a complete choice with a given state from this unit on."""
    units, _, _ = problem
    states = [state]
    for own in units[:at]:
        states = list(plainly_following(states, own, problem))
    return max(map(worth, states), default=-1)


def test_the_bound_is_what_the_units_before_and_all_the_room_can_add(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fronts, "BEAM", 10**6)
    for problem in problems(60):
        units, places, pools = problem
        units = [[*unit, nothing(places, pools)] for unit in units]
        problem = (units, places, pools)
        work = SearchWork()
        made = fronts._Bound(units, places, pools, work)
        empty = nothing(places, pools)
        assert made.before[len(units)] == bound(problem, made.place_prices, made.pool_prices)
        best = best_with(problem, len(units), empty)
        assert 0 <= made.least <= ONE * best <= made.before[len(units)]
        states, looked_at = [empty], sum(map(len, units))
        for own in units:
            states = fronts._following(states, own, places, pools)
            looked_at += len(states)
        assert work.states == looked_at
        assert made.least == ONE * best
        assert made.given_up == 0


def test_a_state_is_dropped_only_where_it_cannot_come_to_the_choice_found() -> None:
    dropped = 0
    for problem in problems(90):
        units, places, pools = problem
        units = [[*unit, nothing(places, pools)] for unit in units]
        made = fronts._Bound(units, places, pools, SearchWork())
        states = [nothing(places, pools)]
        for at in range(len(units) - 1, -1, -1):
            states = fronts._following(states, units[at], places, pools)
            kept = made.keep(states, at)
            prices = made.place_prices, made.pool_prices
            at_most = {state: made.before[at] + gain(state, *prices) for state in states}
            assert kept == [state for state in states if at_most[state] >= made.least]
            dropped += len(states) - len(kept)
            for state in states:
                assert ONE * best_with((units, places, pools), at, state) <= at_most[state]
    assert dropped > 50
    assert made.given_up == 0


def test_of_too_many_states_the_best_stay_and_what_the_others_come_to_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given_up = 0
    for problem in problems(90):
        units, places, pools = problem
        units = [[*unit, nothing(places, pools)] for unit in units]
        made = fronts._Bound(units, places, pools, SearchWork())
        made.least = 0
        states = fronts._following([nothing(places, pools)], units[-1], places, pools)
        if len(states) < 3:
            continue
        at = len(units) - 1
        prices = made.place_prices, made.pool_prices
        rated = sorted((-made.before[at] - gain(state, *prices), state) for state in states)
        monkeypatch.setattr(fronts, "MOST", 2 * len(units) + len(units) // 2)
        assert made.keep(states, at) == [state for _, state in rated[:2]]
        assert made.given_up == -rated[2][0]
        made.least = made.before[0] * 1000 + ONE * 10**6  # no choice can reach it
        monkeypatch.setattr(fronts, "MOST", len(states) * len(units))
        assert made.keep(states, at) == states
        assert made.given_up == -rated[2][0]
        given_up += 1
    assert given_up > 20


def test_what_was_given_up_is_told_in_whole_fen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fronts, "MANY", 1)
    seen = 0
    for problem in problems(120):
        units, places, pools = problem
        units = [[*unit, nothing(places, pools)] for unit in units]
        monkeypatch.setattr(fronts, "MOST", 16_000)
        proved = fronts.fronts(units, places, pools, SearchWork())
        best = max(map(worth, proved.levels[0]))
        assert best == best_with((units, places, pools), len(units), nothing(places, pools))
        assert proved.given_up == 0
        monkeypatch.setattr(fronts, "MOST", len(units))
        short = fronts.fronts(units, places, pools, SearchWork())
        found = max(map(worth, short.levels[0]))
        assert found <= best
        assert best in (found, *range(found, short.given_up + 1))
        assert all(len(level) == 1 for level in short.levels)
        seen += short.given_up > 0
    assert seen > 20


def test_the_beam_keeps_the_best_after_prices(monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (1, 3):
        monkeypatch.setattr(fronts, "BEAM", width)
        for problem in problems(60):
            units, places, pools = problem
            units = [[*unit, nothing(places, pools)] for unit in units]
            made = fronts._Bound(units, places, pools, SearchWork())
            prices = made.place_prices, made.pool_prices
            states = [nothing(places, pools)]
            for own in units:
                states = fronts._following(states, own, places, pools)
                states.sort(key=lambda state: -gain(state, *prices))
                del states[width:]
            assert made.least == ONE * max(map(worth, states))


class Keeps:
    """A bound that keeps every state and records where it was used."""

    given_up = 0

    def __init__(self) -> None:
        self.made = 0
        self.asked: list[int] = []

    def __call__(self, *given: object) -> "Keeps":
        self.made += 1
        return self

    def keep(self, states: list[State], at: int) -> list[State]:
        self.asked.append(at)
        return states


def test_states_are_bounded_only_where_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    units: list[list[Way]] = [[((1,), (), 2**n), nothing((5,), ())] for n in range(5)]
    for many, asked in ((2, [3, 2, 1, 0]), (5, [0]), (6, [])):
        keeps = Keeps()
        monkeypatch.setattr(fronts, "_Bound", keeps)
        monkeypatch.setattr(fronts, "MANY", many)
        found = fronts.fronts(units, (5,), (), SearchWork())
        assert [len(level) for level in found.levels] == [6, 5, 4, 3, 2, 1]
        assert keeps.asked == asked
        assert keeps.made == bool(asked)


def test_the_effort_is_counted_and_given_up_beyond_the_most() -> None:
    work = SearchWork(most=7)
    for states in (3, 4):
        work.add(states)
    assert work.states == 7
    with pytest.raises(fronts.TooManyStatesError):
        work.add(1)
    SearchWork(states=10**9).add(1)


def test_the_fronts_of_the_last_few_choices_are_kept() -> None:
    work = SearchWork()
    choices: list[list[list[Way]]] = [[[((), (), n)]] for n in range(fronts.MOST_KEPT + 1)]
    found = [work.fronts(ways, (), ()) for ways in choices]
    assert len(work.kept) == fronts.MOST_KEPT
    assert work.fronts(choices[-1], (), ()) is found[-1]
    assert work.fronts(choices[1], (), ()) is found[1]
    assert work.fronts(choices[0], (), ()) is not found[0]
