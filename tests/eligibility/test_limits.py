"""The choice under the limits equals trying everything."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from eligibility.limits import Option, Room, choose

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
