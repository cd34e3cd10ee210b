"""How the second evaluator (`second.py`) pays: it tries every choice under the limits."""

from dataclasses import dataclass, field
from itertools import product
from typing import Any

from tests.eligibility.second_awards import GREEN, LINES, PIN, Line


@dataclass(eq=False)
class Item:
    """One claim while it is evaluated."""

    place: int
    award: str
    subject: str
    day: str
    status: str = "not-eligible"
    amount: int = 0
    grouped: bool = False
    level: Any = None
    name: Any = None

    @property
    def year(self) -> int:
        return int(self.day[:4])

    @property
    def line(self) -> Line:
        return LINES[self.award]

    @property
    def stands(self) -> bool:
        return self.status in ("payable", "reference", "non-cash")

    def lose(self, status: str) -> None:
        self.status, self.amount = status, 0


@dataclass
class Received:
    """A payment, in fen."""

    award: str
    subject: str
    year: int
    amount: int


@dataclass
class Way:
    """One way to pay some items: the sum of each, before the common limit of 品字标."""

    items: list[Item]
    nets: list[int]

    @property
    def net(self) -> int:
        return sum(self.nets)


@dataclass
class Unit:
    """Alternatives of which one is paid."""

    ways: list[Way] = field(default_factory=list)

    def members(self) -> list[Item]:
        return list({id(i): i for way in self.ways for i in way.items}.values())


def alone(item: Item, payments: list[Received]) -> Way:
    """Deduct all payments for the subject, except that for the base of a top-up."""
    received = sum(p.amount for p in payments if p.award not in item.line.adds_to)
    return Way([item], [max(item.amount - received, 0)])


def with_top_up(base: Item, top_up: Item, payments: list[Received]) -> Way:
    """Deduct payments for the base from the base; others from the base, then from the top-up."""
    for_base = sum(p.amount for p in payments if p.award in top_up.line.adds_to)
    others = sum(p.amount for p in payments) - for_base
    left = max(base.amount - for_base, 0)
    return Way(
        [base, top_up],
        [max(left - others, 0), max(top_up.amount - max(others - left, 0), 0)],
    )


def all_years(years: list[Item], payments: list[Received]) -> Way:
    """Clause 7: deduct payments of each year from it; others from the earliest year on."""
    award = years[0].award
    others = sum(p.amount for p in payments if p.award != award)
    nets = []
    for item in years:
        own = sum(p.amount for p in payments if (p.award, p.year) == (award, item.year))
        left = max(item.amount - own, 0)
        nets.append(max(left - others, 0))
        others = max(others - left, 0)
    return Way(years, nets)


def left_of_limits(paid: list[Received]) -> tuple[set[str], int, int]:
    """Return products that already have a place, places left of five, fen left of 500,000 yuan."""
    products = {p.subject for p in paid if p.award == GREEN}
    received = sum(p.amount for p in paid if p.award in PIN)
    return products, max(5 - len(products), 0), max(50_000_000 - received, 0)


def choose(units: list[Unit], paid: list[Received]) -> None:
    """Try every choice; among the highest sums, take the first by date, order and preference."""
    products_paid, places, room = left_of_limits(paid)

    def turn(unit: Unit) -> Any:
        return min((i.day, i.place) for i in unit.members() if i.award in (GREEN, *PIN))

    limited = [
        u for u in units if any(i.award in (GREEN, *PIN) for way in u.ways for i in way.items)
    ]
    limited.sort(key=turn)
    chosen: dict[int, Way | None] = {}
    for unit in units:
        if unit not in limited:
            chosen[id(unit)] = max(unit.ways, key=lambda way: way.net)
    options: list[list[Way | None]] = []
    for unit in limited:
        # skip a way that could not pay anything even on its own
        paying = [
            way for way in unit.ways if worth([way], places, room, products_paid) not in (None, 0)
        ]
        options.append([*paying, None])
    best = -1
    picked: tuple[Way | None, ...] = ()
    for choice in product(*options):
        sum_ = worth([way for way in choice if way], places, room, products_paid)
        if sum_ is not None and sum_ > best:
            best, picked = sum_, choice
    for unit, taken in zip(limited, picked, strict=True):
        chosen[id(unit)] = taken
    for unit in units:
        settle(unit, chosen[id(unit)])
    left = room
    drawing = [i for u in units for i in u.members() if i.award in PIN and i.status == "payable"]
    for item in sorted(drawing, key=lambda i: (i.day, i.place)):
        item.amount = min(item.amount, left)
        left -= item.amount
        if not item.amount:
            item.status = "over-limit"


def worth(ways: list[Way], places: int, room: int, products_paid: set[str]) -> int | None:
    """Return what some ways pay under the limits; None if they need too many places."""
    free = drawn = needed = 0
    for way in ways:
        for item, net in zip(way.items, way.nets, strict=True):
            if item.award in PIN:
                drawn += net
            else:
                free += net
            if item.award == GREEN and net and item.subject not in products_paid:
                needed += 1
    return None if needed > places else free + min(drawn, room)


def settle(unit: Unit, way: Way | None) -> None:
    """Set the sums of the chosen way; without a choice, the highest is over the limit."""
    members = unit.members()
    over = way is None
    if way is None:
        way = max(unit.ways, key=lambda one: one.net)
    for item in members:
        if item not in way.items:
            item.lose("same-subject")
    for item, net in zip(way.items, way.nets, strict=True):
        if not net:
            item.lose("same-subject")
        elif over:
            item.lose("over-limit")
        else:
            item.amount = net
