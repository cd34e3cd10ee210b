"""The choice under the limits equals trying everything."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eligibility import limits
from eligibility.limits import FEW, Option, Room, choose

amounts = st.sampled_from([1, 2, 3, 5, 5, 8])
options = st.one_of(
    st.builds(lambda sum_: Option(sum_, {}, {}), amounts),
    st.builds(lambda sum_: Option(sum_, {"pieces": 1}, {}), amounts),
    st.builds(lambda sum_: Option(0, {}, {"pool": sum_}), amounts),
)
units = st.lists(st.lists(options, min_size=1, max_size=3), max_size=6)


def payable(chosen: list[Option | None], room: Room) -> int | None:
    """What a choice pays, or None where it takes more places than there are."""
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
    ranks = choose(all_units, room)
    chosen = [
        None if rank is None else options[rank]
        for rank, options in zip(ranks, all_units, strict=True)
    ]
    every = product(*([*options, None] for options in all_units))
    sums = (payable(list(choice), room) for choice in every)
    assert payable(chosen, room) == max(sum_ for sum_ in sums if sum_ is not None)


def test_among_equals_the_earlier_unit_gets_the_place() -> None:
    piece = Option(10, {"pieces": 1}, {})
    room = Room({"pieces": 2}, {}, frozenset())
    assert choose([[piece], [piece], [piece]], room) == [0, 0, None]


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
    assert choose([[Option(10, {"pieces": 1}, {})], [both]], room) == [0, None]


def test_what_is_free_draws_nothing_from_a_pool() -> None:
    room = Room({}, {"pool": 4}, frozenset())
    first = [Option(2, {}, {}), Option(0, {}, {"pool": 4})]
    assert choose([first, [Option(0, {}, {"pool": 1})]], room) == [1, 0]


def test_where_nothing_binds_each_unit_has_its_highest_and_the_earlier_of_equals() -> None:
    room = Room({"pieces": 2}, {"pool": 100}, frozenset())
    options = [Option(3, {}, {}), Option(5, {"pieces": 1}, {}), Option(5, {}, {})]
    assert choose([options, [], [Option(1, {}, {"pool": 9}), Option(9, {}, {})]], room) == [
        1,
        None,
        0,
    ]


def test_many_equal_products_are_chosen_in_their_turn() -> None:
    piece = [Option(10, {"pieces": 1}, {})]
    sums = [[Option(0, {}, {"pool": 2**n})] for n in range(8)]
    room = Room({"pieces": 5}, {"pool": 100}, frozenset())
    chosen = choose([unit for n in range(8) for unit in (piece, sums[n])], room)
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


def test_what_is_dropped_on_the_way_could_not_have_won(monkeypatch: pytest.MonkeyPatch) -> None:
    drop = limits._undominated
    few = many = 0
    for seed in range(160):
        units, room = problem(seed)
        monkeypatch.setattr(limits, "_undominated", drop)
        ranks = choose(units, room)
        sizes = [0]
        monkeypatch.setattr(limits, "_undominated", lambda s, n=sizes: (n.append(len(s)), s)[1])
        plain = choose(units, room)
        pays = [
            payable([None if r is None else u[r] for r, u in zip(rs, units, strict=True)], room)
            for rs in (ranks, plain)
        ]
        assert pays[0] == pays[1], seed
        few += 16 < max(sizes) <= FEW
        many += max(sizes) > FEW
        if max(sizes) <= FEW:
            assert ranks == plain, seed
    assert few > 20
    assert many > 20


def test_few_states_are_all_kept_and_more_are_thinned() -> None:
    def states(many: int) -> dict[limits.State, limits.Best]:
        return {((n,), ()): (100 - n, (n,)) for n in range(many)}

    assert len(limits._undominated(states(16))) == 16
    assert list(limits._undominated(states(17))) == [((0,), ())]


def state(
    used: tuple[int, ...], drawn: tuple[int, ...], free: int, ranks: tuple[int, ...] = (1,)
) -> tuple[limits.State, limits.Best]:
    return (used, drawn), (free, ranks)


MIDDLE = state((1, 1), (4, 4), 10)


@pytest.mark.parametrize(
    ("one", "beaten", "but_for_a_tie"),
    [
        (state((1, 1), (4, 3), 11), True, True),
        (state((0, 1), (4, 4), 10, (2,)), True, True),
        (state((1, 2), (4, 3), 99), False, False),
        (state((2, 0), (4, 3), 99), False, False),
        (state((1, 1), (3, 5), 99), False, False),
        (state((1, 1), (4, 5), 11, (2,)), True, True),
        (state((1, 1), (5, 5), 11, (2,)), True, True),
        (state((1, 1), (4, 5), 10, (0,)), True, True),
        (state((1, 1), (4, 5), 10, (1,)), False, True),
        (state((1, 1), (4, 5), 10, (2,)), False, True),
        (state((1, 1), (4, 5), 9, (0,)), False, False),
    ],
)
def test_which_choice_stays_ahead_whatever_follows(
    one: tuple[limits.State, limits.Best], beaten: bool, but_for_a_tie: bool
) -> None:
    assert limits._beats(*one, *MIDDLE, True) is beaten
    assert limits._beats(*one, *MIDDLE, False) is but_for_a_tie


def worse(many: int) -> dict[limits.State, limits.Best]:
    """Choices that use more places and pay less than any of those that are tested."""
    return dict(state((9, 9 + n), (0, 0), -n) for n in range(many))


def test_among_equal_worth_the_earlier_preference_is_held_against_the_later() -> None:
    kept, dropped = state((0, 0), (4, 0), 6, (0,)), state((0, 0), (5, 0), 5, (1,))
    assert limits._undominated(dict([dropped, kept]) | worse(15)) == dict([kept])


def test_in_a_crowd_one_that_may_yet_draw_level_is_dropped() -> None:
    kept, equalled = state((0, 0), (5, 0), 5, (1,)), state((0, 0), (4, 0), 5, (0,))
    few = dict([kept, equalled]) | worse(FEW - 2)
    assert limits._undominated(few) == dict([kept, equalled])
    assert limits._undominated(few | worse(FEW - 1)) == dict([kept])


@pytest.mark.parametrize(
    ("places", "pool", "ample"), [(2, 9, True), (1, 9, False), (2, 8, False), (0, 0, False)]
)
def test_no_choice_is_needed_where_the_most_of_all_fits(
    places: int, pool: int, ample: bool
) -> None:
    units = [
        [Option(1, {"pieces": 1}, {}), Option(0, {}, {"pool": 4})],
        [],
        [Option(0, {"pieces": 1}, {"pool": 5}), Option(9, {}, {"pool": 2})],
    ]
    room = Room({"pieces": places}, {"pool": pool}, frozenset())
    assert limits._ample(units, room) is ample


def option(free: int = 0, places: str = "", **pooled: int) -> Option:
    """One way to pay: free fen, a place of each count limit named by a letter, fen from pools."""
    return Option(free, dict.fromkeys(places, 1), pooled)


def test_a_place_of_one_limit_takes_none_of_another() -> None:
    room = Room({"a": 1, "b": 1}, {}, frozenset())
    assert choose([[option(10, "a")], [option(10, "b")], [option(5, "a")]], room) == [0, 0, None]


@pytest.mark.parametrize("first", ["free", "drawn"])
def test_what_one_pool_gives_draws_on_no_other(first: str) -> None:
    room = Room({}, {"p": 100, "q": 100, "r": 100}, frozenset())
    equal = [option(50), option(p=50)]
    choice = equal if first == "free" else equal[::-1]
    assert choose([choice, [option(r=150)]], room) == [0, 0]  # of equal sums the first


def test_one_pool_with_enough_room_does_not_stand_for_another() -> None:
    room = Room({}, {"p": 100, "q": 100}, frozenset())
    two_ways = [option(p=41), option(40)]
    assert choose([[option(p=60)], [option(p=41), option(41)], [option(5)]], room) == [0, 1, 0]
    assert choose([[option(p=60)], two_ways, [option(5)]], room) == [0, 0, 0]
