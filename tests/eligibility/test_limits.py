"""The choice under the limits equals the best of all choices."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility import fronts
from eligibility.fronts import SearchWork, TooManyStatesError
from eligibility.limits import Option, Room, choose, room_under
from eligibility.rules import Limit
from tests.eligibility.made_entries import payment
from tests.policy import policy

amounts = st.sampled_from([1, 2, 3, 5, 5, 8])
options = st.one_of(
    st.builds(lambda sum_: Option(sum_, {}, {}), amounts),
    st.builds(lambda sum_: Option(sum_, {"pieces": 1}, {}), amounts),
    st.builds(lambda sum_: Option(0, {}, {"pool": sum_}), amounts),
)
units = st.lists(st.lists(options, min_size=1, max_size=3), max_size=6)


def ranks_of(units: list[list[Option]], room: Room) -> list[int | None]:
    """Return the ranks of the choice under limits."""
    return choose(units, room).ranks


def payable(chosen: list[Option | None], room: Room) -> int | None:
    """Return what a choice pays, or None if it takes too many places."""
    picked = [option for option in chosen if option is not None]
    for name, places in room.places.items():
        if sum(option.places.get(name, 0) for option in picked) > places:
            return None
    pooled = sum(
        min(sum(option.pooled.get(name, 0) for option in picked), most)
        for name, most in room.pools.items()
    )
    return sum(option.free for option in picked) + pooled


@given(units, st.integers(0, 3), st.integers(0, 12))
def test_the_choice_pays_most(all_units: list[list[Option]], places: int, pool: int) -> None:
    room = Room({"pieces": places}, {"pool": pool}, frozenset())
    ranks = ranks_of(all_units, room)
    chosen = [
        None if rank is None else options[rank]
        for rank, options in zip(ranks, all_units, strict=True)
    ]
    every = product(*([*options, None] for options in all_units))
    sums = (payable(list(choice), room) for choice in every)
    assert payable(chosen, room) == max(sum_ for sum_ in sums if sum_ is not None)


@pytest.mark.parametrize("received", [0, 3, 5, 7])
def test_earlier_payments_leave_room_and_never_less_than_nothing(received: int) -> None:
    award = min(policy().awards)
    words = {"zh": "最多5", "en": "at most 5"}
    in_pieces = Limit("pieces", 5, None, frozenset({award}), words, "")
    in_fen = Limit("pool", None, 500, frozenset({award}), words, "")
    paid = [payment(award, "2021-06-30", 100, f"甲{number}") for number in range(received)]
    room = room_under([in_pieces, in_fen], paid)
    assert room.places == {"pieces": max(5 - received, 0)}
    assert room.pools == {"pool": max(500 - 100 * received, 0)}


def test_what_was_looked_at_under_other_limits_counts_on() -> None:
    work = SearchWork(states=3)
    assert room_under(policy().limits, [], work).work is work
    assert room_under(policy().limits, []).work.states == 0


def test_among_equals_the_earlier_unit_gets_the_place() -> None:
    piece = Option(10, {"pieces": 1}, {})
    room = Room({"pieces": 2}, {}, frozenset())
    assert ranks_of([[piece], [piece], [piece]], room) == [0, 0, None]


def test_an_option_pays_where_its_places_are_free_and_something_is_left() -> None:
    room = Room({"pieces": 1}, {"empty": 0, "pool": 5}, frozenset())
    assert Option(1, {}, {}).pays_under(room)
    assert Option(1, {"pieces": 1}, {}).pays_under(room)
    assert Option(0, {}, {"pool": 3}).pays_under(room)
    assert Option(0, {}, {"empty": 3, "pool": 3}).pays_under(room)
    assert not Option(0, {}, {}).pays_under(room)
    assert not Option(0, {}, {"empty": 3}).pays_under(room)
    assert not Option(1, {"pieces": 2}, {}).pays_under(room)


def test_one_full_limit_is_enough_to_refuse() -> None:
    room = Room({"pieces": 1, "others": 5}, {}, frozenset())
    both = Option(10, {"pieces": 1, "others": 1}, {})
    assert ranks_of([[Option(10, {"pieces": 1}, {})], [both]], room) == [0, None]


def test_what_is_free_draws_nothing_from_a_pool() -> None:
    room = Room({}, {"pool": 4}, frozenset())
    first = [Option(2, {}, {}), Option(0, {}, {"pool": 4})]
    assert ranks_of([first, [Option(0, {}, {"pool": 1})]], room) == [1, 0]


def test_where_nothing_binds_each_unit_has_its_highest_and_the_earlier_of_equals() -> None:
    room = Room({"pieces": 2}, {"pool": 100}, frozenset())
    options = [Option(3, {}, {}), Option(5, {"pieces": 1}, {}), Option(5, {}, {})]
    assert ranks_of([options, [], [Option(1, {}, {"pool": 9}), Option(9, {}, {})]], room) == [
        1,
        None,
        0,
    ]


def test_many_equal_products_are_chosen_in_their_turn() -> None:
    piece = [Option(10, {"pieces": 1}, {})]
    sums = [[Option(0, {}, {"pool": 2**n})] for n in range(8)]
    room = Room({"pieces": 5}, {"pool": 100}, frozenset())
    chosen = ranks_of([unit for n in range(8) for unit in (piece, sums[n])], room)
    assert chosen[::2] == [0, 0, 0, 0, 0, None, None, None]
    assert chosen[1::2] == [0] * 8


def problem(seed: int) -> tuple[list[list[Option]], Room]:
    """Units that fill the limits in many ways, many of them equal."""
    chance = random.Random(seed)
    step = chance.choice([1, 5, 10])

    def option() -> Option:
        sum_ = step * chance.randint(1, 9)
        return chance.choice(
            [
                Option(sum_, {}, {}),
                Option(sum_, {"pieces": 1}, {}),
                Option(0, {}, {"pool": sum_}),
                Option(chance.choice([0, sum_]), {}, {"pool": sum_, "other": step}),
            ]
        )

    units = [[option() for _ in range(chance.randint(1, 3))] for _ in range(chance.randint(5, 13))]
    pools = {"pool": step * chance.randint(8, 40), "other": step * chance.randint(1, 5)}
    return units, Room({"pieces": chance.randint(1, 3)}, pools, frozenset())


def value(chosen: list[int | None], units: list[list[Option]], room: Room) -> int | None:
    picked = [None if r is None else u[r] for r, u in zip(chosen, units, strict=True)]
    return payable(picked, room)


@pytest.mark.parametrize("many", [0, 3])
def test_what_is_dropped_on_the_way_could_not_have_won(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bound removes states from the start or from a few on; sum and order stay the same."""
    crowded = 0
    for seed in range(160):
        units, room = problem(seed)
        with monkeypatch.context() as patched:
            patched.setattr(fronts, "_front", lambda states, pools: states)
            patched.setattr(fronts, "MANY", 10**9)
            plain = ranks_of(units, Room(room.places, room.pools, frozenset()))
        monkeypatch.setattr(fronts, "MANY", many)
        ranks = ranks_of(units, room)
        assert ranks == plain, seed
        crowded += room.work.states > 60
    assert crowded > 20


def test_among_all_choices_of_the_highest_sum_the_first_in_order_is_made() -> None:
    for seed in range(80):
        units, room = problem(seed)
        units = units[:6]
        pays = {
            ranks: value([None if r == len(u) else r for r, u in zip(ranks, units)], units, room)  # noqa: B905
            for ranks in product(
                *(range(len(unit) + all(o.places for o in unit)) for unit in units)
            )
        }
        best = max(sum_ for sum_ in pays.values() if sum_ is not None)
        first = min(ranks for ranks, sum_ in pays.items() if sum_ == best)
        expected = [None if r == len(u) else r for r, u in zip(first, units, strict=True)]
        assert ranks_of(units, room) == expected, seed


def test_where_states_are_given_up_a_choice_is_made_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fronts, "MANY", 0)
    unproved = 0
    for seed in range(60):
        units, room = problem(seed)
        best = value(ranks_of(units, room), units, room)
        with monkeypatch.context() as patched:
            patched.setattr(fronts, "MOST", len(units))
            choice = choose(units, Room(room.places, room.pools, room.counted))
        found = value(choice.ranks, units, room)
        assert best is not None and found is not None
        assert found <= best <= found + choice.missed
        unproved += choice.missed > 0
    assert unproved > 10


def test_what_a_later_front_still_promises_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The front of all units gave up the states of a higher sum, which those after it kept."""
    units, room = problem(44)
    monkeypatch.setattr(fronts, "MANY", 0)
    monkeypatch.setattr(fronts, "MOST", len(units))
    choice = choose(units, room)
    ((levels, _),) = room.work.kept.values()
    promised = max(free + sum(drawn) for _, drawn, free in levels[0])
    assert (promised, value(choice.ranks, units, room)) == (275, 280)


def test_a_choice_that_looks_at_too_many_states_stops() -> None:
    units, room = problem(5)
    ranks_of(units, room)
    states = room.work.states
    assert states > 0
    short = Room(room.places, room.pools, frozenset(), SearchWork(0, states - 1))
    with pytest.raises(TooManyStatesError):
        ranks_of(units, short)
    assert ranks_of(units, Room(room.places, room.pools, frozenset(), SearchWork(0, states)))


def state(used: tuple[int, ...], drawn: tuple[int, ...], free: int) -> fronts.State:
    return (used, drawn, free)


@pytest.mark.parametrize(
    ("one", "beaten"),
    [
        (((1, 1), (4, 3), 11), True),
        (((0, 1), (4, 4), 10), True),
        (((1, 2), (4, 3), 99), False),
        (((2, 0), (4, 3), 99), False),
        (((1, 1), (3, 5), 99), False),
        (((1, 1), (4, 5), 11), True),
        (((1, 1), (5, 5), 11), True),
        (((1, 1), (4, 5), 10), True),
        (((1, 1), (4, 5), 9), False),
    ],
)
def test_which_choice_stays_ahead_whatever_follows(one: fronts.State, beaten: bool) -> None:
    assert fronts._beats(one, state((1, 1), (4, 4), 10)) is beaten


def beats(one: fronts.State, other: fronts.State) -> bool:
    worth = one[2] + sum(one[1]) >= other[2] + sum(other[1])
    return worth and fronts._beats(one, other)


small = st.integers(0, 5)


@given(st.lists(st.tuples(st.tuples(small), st.tuples(small), small), max_size=12))
def test_the_sweep_keeps_what_no_other_beats(states: list[fronts.State]) -> None:
    kept = fronts._front(list(dict.fromkeys(states)), (9,))
    assert all(any(one == other or beats(one, other) for one in kept) for other in states)
    assert not any(beats(a, b) for a in kept for b in kept if a != b)


def option(free: int = 0, places: str = "", **pooled: int) -> Option:
    """One way to pay: free fen, a place of each count limit named by a letter, fen from pools."""
    return Option(free, dict.fromkeys(places, 1), pooled)


def test_a_place_of_one_limit_takes_none_of_another() -> None:
    room = Room({"a": 1, "b": 1}, {}, frozenset())
    assert ranks_of([[option(10, "a")], [option(10, "b")], [option(5, "a")]], room) == [0, 0, None]


@pytest.mark.parametrize("first", ["free", "drawn"])
def test_what_one_pool_gives_draws_on_no_other(first: str) -> None:
    room = Room({}, {"p": 100, "q": 100, "r": 100}, frozenset())
    equal = [option(50), option(p=50)]
    choice = equal if first == "free" else equal[::-1]
    assert ranks_of([choice, [option(r=150)]], room) == [0, 0]  # the first of equal sums


def test_one_pool_with_enough_room_does_not_stand_for_another() -> None:
    room = Room({}, {"p": 100, "q": 100}, frozenset())
    two_ways = [option(p=41), option(40)]
    assert ranks_of([[option(p=60)], [option(p=41), option(41)], [option(5)]], room) == [0, 1, 0]
    assert ranks_of([[option(p=60)], two_ways, [option(5)]], room) == [0, 0, 0]


in_places = st.builds(
    lambda free, names: Option(free, dict.fromkeys(names, 1), {}),
    amounts,
    st.sampled_from(["", "a", "b", "ab"]),
)


@given(
    st.lists(st.lists(in_places, min_size=1, max_size=2), max_size=4),
    st.integers(0, 2),
    st.integers(0, 2),
)
def test_places_of_both_limits_are_free_where_one_option_takes_both(
    all_units: list[list[Option]], first: int, second: int
) -> None:
    room = Room({"a": first, "b": second}, {}, frozenset())
    every = product(*([*range(len(options)), None] for options in all_units))
    sums = [value(list(ranks), all_units, room) for ranks in every]
    chosen = value(ranks_of(all_units, room), all_units, room)
    assert chosen == max(one for one in sums if one is not None)
