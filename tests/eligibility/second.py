"""A second evaluator: it computes the result of an application by trying everything.

It was written from the contract, the inventory of awards and the text, independently of the engine:
it imports nothing from it and has its own table of awards. It is slow and simple: it tries every
choice under the closing rule and the limits, and takes the first of the highest.

All sums are whole fen. Facts are as in the application, and all are known.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from typing import Any

Json = dict[str, Any]
Verdict = tuple[str, Fraction]
"""A status before other claims are considered, and the sum in yuan."""

WAN = 10_000
NO: Verdict = ("not-eligible", Fraction(0))


def figure(facts: Json, name: str) -> Fraction:
    return Fraction(str(facts[name]))


def pays(yuan: Fraction | int, status: str = "payable") -> Verdict:
    return (status, Fraction(yuan))


def share(condition: Callable[[Json], bool], base: str, percent: int, most: int) -> Any:
    """不超过…%、最高…: a share of the input, up to the ceiling."""

    def rule(facts: Json) -> Verdict:
        if not condition(facts):
            return NO
        return pays(min(figure(facts, base) * percent / 100, Fraction(most * WAN)))

    return rule


def tier(name: str, sums: Mapping[Any, int], also: Callable[[Json], bool] = lambda _: True) -> Any:
    """分档: a sum for each named level, none for other levels."""

    def rule(facts: Json) -> Verdict:
        if facts[name] not in sums or not also(facts):
            return NO
        return pays(sums[facts[name]] * WAN)

    return rule


def fixed(sum_: int, *conditions: str) -> Any:
    def rule(facts: Json) -> Verdict:
        return pays(sum_ * WAN) if all(facts[name] is True for name in conditions) else NO

    return rule


def yes(name: str) -> Callable[[Json], bool]:
    return lambda facts: facts[name] is True


def among(name: str, *codes: str) -> Callable[[Json], bool]:
    return lambda facts: facts[name] in codes


def software(facts: Json) -> Verdict:
    """Clause 9: research above 6% of sales and above 2 million, both strict."""
    spent, sales = figure(facts, "rd"), figure(facts, "sales")
    if facts["software_enterprise"] is not True or spent <= 200 * WAN:
        return NO
    if sales == 0:
        return pays(0, "needs-review")
    if spent * 100 <= sales * 6:
        return NO
    return pays(min((spent - sales * 6 / 100) / 2, Fraction(200 * WAN)))


def green_title(facts: Json) -> Verdict:
    sums = {"national": 50, "provincial": 25}
    if facts["level"] not in sums:
        return NO
    if facts["form"] == "other":  # with 等 the list is open
        return pays(0, "needs-review")
    return pays(sums[facts["level"]] * WAN)


def capacity(facts: Json) -> Verdict:
    if facts["centre_level"] not in ("municipal", "provincial", "national"):
        return NO
    if figure(facts, "investment") < 200 * WAN:
        return NO
    return pays(min(figure(facts, "actual_input") / 5, Fraction(2000 * WAN)))


def premium(facts: Json) -> Verdict:
    """Clause 21: 80% without central money; with it, for two kinds, a review figure (A28)."""
    sum_, central = figure(facts, "premium"), figure(facts, "central_subsidy")
    eighty = sum_ * 8 / 10
    if facts["kind"] == "first-set":
        return NO if facts["central_subsidised"] is True else pays(eighty)
    if cut(eighty) == 0:
        return NO
    if facts["kind"] == "other":
        return pays(0, "needs-review")
    if facts["central_subsidised"] is True:
        return pays(max(min(eighty, sum_ - central), Fraction(0)), "needs-review")
    return pays(eighty)


def match(facts: Json) -> Verdict:
    if facts["kind"] != "first-set" or facts["central_subsidised"] is not True:
        return NO
    return pays(figure(facts, "premium") / 5)


def champion(facts: Json) -> Verdict:
    holders = {
        "single-champion": (300, ("enterprise", "product")),
        "little-giant": (200, ("enterprise",)),
        "hidden-champion": (100, ("enterprise",)),
    }
    if facts["title"] not in holders:
        return NO
    sum_, held_by = holders[facts["title"]]
    return pays(sum_ * WAN) if facts["held_by"] in held_by else NO


def grant(facts: Json) -> Verdict:
    return pays(figure(facts, "national_grant"), "reference") if facts["listed"] is True else NO


def floor(facts: Json) -> Verdict:
    if facts["in_catalogue"] is not True:
        return NO
    whole = figure(facts, "minimum_price") * figure(facts, "area_m2")
    return pays(whole * 7 / 10 if facts["intensive"] is True else whole, "non-cash")


@dataclass(frozen=True)
class Line:
    """One award."""

    rule: Callable[[Json], Verdict] | None = None
    subject: str = "enterprise"
    """The kind of subject; with the prefix `by `, the name of the fact that decides it."""
    wording: str = "ceiling"
    tier: str | None = None
    """The fact with the level; each level is a separate award."""
    steps: tuple[str, str, bool, tuple[tuple[int, int], ...]] | None = None
    """First-time awards: the figure, the condition, strict or not, thresholds and sums in 万元."""
    yearly: bool = False
    named_by: str | None = None
    """A fact whose codes count as separate subjects: the form, the kind, the capacity."""
    adds_to: frozenset[str] = frozenset()


IN_YEARS = ((5000, 100), (10000, 200))
LINES: dict[str, Line] = {
    "03-industrial-investment": Line(share(yes("selected"), "actual_input", 20, 3000), "project"),
    "04-application-scenario": Line(share(yes("listed"), "actual_input", 30, 1000), "project"),
    "05-demo-base": Line(
        tier("level", {"national": 200, "provincial": 100}), "platform", tier="level"
    ),
    "05-small-enterprise-park": Line(tier("star", {5: 100, 4: 80}), "platform", tier="star"),
    "06-digital-workshop": Line(
        share(among("plan_level", "national", "provincial"), "actual_input", 20, 3000), "project"
    ),
    "06-park-digital-upgrade": Line(
        share(among("pilot_level", "provincial"), "actual_input", 5, 500), "project"
    ),
    "07-platform-solution-service": Line(
        share(yes("listed"), "annual_service_income", 30, 500), "platform", yearly=True
    ),
    "07-service-company-revenue": Line(steps=("revenue", "service_company", False, IN_YEARS)),
    "08-platform-construction": Line(share(yes("listed"), "actual_input", 20, 3000), "project"),
    "08-new-mode-pilot": Line(share(yes("listed"), "actual_input", 20, 2000), "project"),
    "08-demo-topup": Line(
        tier("level", {"national": 200, "provincial": 200}, yes("clause_8_project")),
        "project",
        tier="level",
        adds_to=frozenset({"08-platform-construction", "08-new-mode-pilot"}),
    ),
    "09-software-rd": Line(software, yearly=True),
    "10-service-manufacturing": Line(
        tier(
            "level",
            {"national": 200, "provincial": 100},
            among("listed_as", "enterprise", "project", "platform"),
        ),
        "by listed_as",
        tier="level",
        named_by="listed_as",
    ),
    "11-design-firm-revenue": Line(
        steps=("revenue", "design_body", False, ((500, 20), (1000, 30)))
    ),
    "11-design-centre": Line(tier("level", {"provincial": 100, "national": 200}), tier="level"),
    "13-green-title": Line(green_title, "by form", wording="exact", tier="level", named_by="form"),
    "13-green-product": Line(tier("level", {"national": 10}), "product", wording="exact"),
    "14-city-centre": Line(fixed(1000, "recognised"), "platform", wording="exact"),
    "14-provincial-centre": Line(
        fixed(1000, "recognised"),
        "platform",
        wording="exact",
        adds_to=frozenset({"14-city-centre"}),
    ),
    "14-national-centre": Line(fixed(10000, "recognised"), "platform"),
    "14-national-branch": Line(fixed(5000, "introduced"), "platform"),
    "14-industrialisation-platform": Line(fixed(3000, "introduced"), "platform"),
    "14-capacity-project": Line(capacity, "project"),
    "17-chokepoint-product": Line(
        tier("level", {"national": 100, "provincial": 50}), "product", tier="level"
    ),
    "17-innovation-enterprise": Line(
        tier("level", {"national": 100, "provincial": 50}), tier="level"
    ),
    "21-insurance-premium": Line(premium, "insurance", wording="exact", yearly=True),
    "21-insurance-match": Line(match, "insurance", wording="exact", yearly=True),
    "21-first-set": Line(
        tier("scope", {"domestic": 100, "provincial": 50}), "product", tier="scope"
    ),
    "22-pin-enterprise": Line(tier("route", {"certified": 30, "self-declared": 20})),
    "22-pin-product": Line(
        tier("route", {"certified": 15, "self-declared": 10}, yes("existing_enterprise")),
        "product",
        tier="route",
    ),
    "22-well-known-trademark": Line(fixed(50, "recognised")),
    "22-industrial-brand": Line(fixed(100, "recognised")),
    "22-regional-brand": Line(
        tier("kind", {"cluster": 100, "industry": 50}), tier="kind", named_by="kind"
    ),
    "22-zhejiang-quality": Line(fixed(20, "recognised"), wording="exact"),
    "26-world-500": Line(fixed(3000, "first_time")),
    "26-china-500": Line(fixed(200, "first_time")),
    "26-core-team": Line(
        steps=("sales_in_city", "", True, ((500000, 50), (1000000, 100), (5000000, 200)))
    ),
    "26-champion-title": Line(champion, "by held_by", tier="title"),
    "28-platform-construction": Line(
        share(yes("national_project"), "investment", 30, 100), "platform"
    ),
    "28-platform-title": Line(fixed(100, "awarded"), "platform"),
    "29-cluster-organisation": Line(fixed(50, "city_level", "evaluated"), yearly=True),
    "29-cluster-match": Line(grant, wording="reference", yearly=True),
    "37-land-floor": Line(floor, "land", wording="floor"),
}
ORDER = list(LINES)
GROUPED = ("project", "product", "platform")
MAY_BE_GROUPED = frozenset(
    award
    for award, line in LINES.items()
    if line.subject in GROUPED or line.subject in ("by listed_as", "by form", "by held_by")
)
INSURANCE = ("21-insurance-premium", "21-insurance-match")
PIN = ("22-pin-enterprise", "22-pin-product")
GREEN = "13-green-product"
FIRST_DAY, LAST_DAY = "2020-01-01", "2022-12-31"


def cut(yuan: Fraction) -> int:
    return yuan.numerator * 100 // yuan.denominator


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


def evaluate(application: Json) -> list[tuple[str, int]]:
    """Return status and fen of every claim; a claim with `stated_only` pays nothing.

    Such a claim needs facts; only its stated figure may count, as that of an earlier year.
    """
    items, units, paid = prepare(application)
    choose(units, paid)
    return [(item.status, item.amount) for item in items]


def prepare(application: Json) -> tuple[list[Item], list[Unit], list[Received]]:
    """Judge every claim on its own, and list the ways to pay each unit."""
    paid = [
        Received(p["award"], p["subject"], int(p["date"][:4]), fen)
        for p in application.get("paid") or []
        if (fen := -(-Fraction(p["amount"]) * 100 // 1))
    ]
    claims = application["claims"]
    items = [judge(place, claim, claims) for place, claim in enumerate(claims)]
    refuse_what_was_awarded(items, paid)
    keep_the_highest(items)
    units = [*apart(items, paid), *groups(items, paid)]
    return items, units, paid


def judge(place: int, claim: Json, claims: list[Json]) -> Item:
    """Return the claim's own result; first-time awards consider the figures of earlier years."""
    line, facts, day = LINES[claim["award"]], claim["facts"], claim["date"] or LAST_DAY
    item = Item(place, claim["award"], claim["subject"], day)
    if claim.get("stated_only"):
        item.status = "needs-facts"
        return item
    kind = line.subject
    if kind.startswith("by "):
        kind = {"park": "platform"}.get(facts[kind[3:]], facts[kind[3:]])
    item.grouped = kind in GROUPED
    item.level = facts[line.tier] if line.tier else None
    item.name = facts[line.named_by] if line.named_by else None
    if facts.get("central_subsidised") is False and Fraction(facts.get("central_subsidy", 0)) > 0:
        item.status = "invalid"
    elif not FIRST_DAY <= day <= LAST_DAY:
        item.status = "outside-validity"
    elif line.steps:
        item.amount = step(item, line.steps, facts, claims)
        item.status = "payable" if item.amount else "not-eligible"
    else:
        assert line.rule is not None
        item.status, yuan = line.rule(facts)
        item.amount = cut(yuan)
        if item.status != "needs-review" and not item.amount:
            item.status = "not-eligible"
    return item


def step(item: Item, steps: Any, facts: Json, claims: list[Json]) -> int:
    """首次: return the highest threshold reached this year and in no earlier one."""
    name, condition, strict, thresholds = steps
    if condition and facts[condition] is not True:
        return 0
    best = figure(facts, "prior_best")
    for other in claims:
        same = (other["award"], other["subject"]) == (item.award, item.subject)
        stated = other["date"] is not None and other["facts"].get(name) is not None
        if same and stated and int(other["date"][:4]) < item.year:
            best = max(best, figure(other["facts"], name))

    def passed(sum_: Fraction, at: int) -> bool:
        return sum_ > at * WAN if strict else sum_ >= at * WAN

    now = figure(facts, name)
    crossed = [sum_ for at, sum_ in thresholds if passed(now, at) and not passed(best, at)]
    return crossed[-1] * WAN * 100 if crossed else 0


def refuse_what_was_awarded(items: list[Item], paid: list[Received]) -> None:
    """Outside the groups, count a title in its first year only, unless yearly or first-time."""
    titles = [
        item
        for item in items
        if item.stands
        and not (item.grouped or item.line.steps or item.line.yearly)
        and item.status != "non-cash"
    ]
    refused = []
    for item in titles:
        earlier = any(
            (other.award, other.subject, other.name, other.level)
            == (item.award, item.subject, item.name, item.level)
            and other.year < item.year
            for other in titles
        )
        # a payment does not name its level
        before = item.level is None and any(
            (p.award, p.subject) == (item.award, item.subject) and p.year < item.year for p in paid
        )
        if earlier or before:
            refused.append(item)
    for item in refused:
        item.lose("not-eligible")


def keep_the_highest(items: list[Item]) -> None:
    """Keep the highest of one award, subject and year; prefer one that cannot be displaced."""
    rivals: dict[Any, list[Item]] = {}
    for item in items:
        if item.stands and item.status != "non-cash":
            rivals.setdefault((item.award, item.subject, item.name, item.year), []).append(item)
    for same in rivals.values():
        winner = max(same, key=lambda i: (i.amount, not i.grouped, -i.place))
        for item in same:
            if item is not winner:
                item.lose("lower-tier")


def apart(items: list[Item], paid: list[Received]) -> Iterator[Unit]:
    """Outside the groups, deduct payments for the same award, subject and year."""
    pots: dict[Any, list[Item]] = {}
    for item in items:
        if item.stands and not (item.grouped and item.status == "payable"):
            pot = INSURANCE if item.award in INSURANCE else (item.award,)
            pots.setdefault((pot, item.subject, item.year), []).append(item)
    for (pot, subject, year), same in pots.items():
        received = sum(
            p.amount for p in paid if p.award in pot and (p.subject, p.year) == (subject, year)
        )
        same.sort(key=lambda i: (i.day, i.place))
        if pot == INSURANCE:  # one of the two
            same.sort(key=lambda i: (ORDER.index(i.award), i.place))
            yield Unit([Way([item], [max(item.amount - received, 0)]) for item in same])
            continue
        for item in same:
            if item.status == "non-cash":
                yield Unit([Way([item], [item.amount])])
                continue
            yield Unit([Way([item], [max(item.amount - received, 0)])])
            received = max(received - item.amount, 0)


def groups(items: list[Item], paid: list[Received]) -> Iterator[Unit]:
    """Apply 从高、不重复 to each project, product and platform."""
    by_subject: dict[str, list[Item]] = {}
    for item in items:
        if item.status == "payable" and item.grouped:
            by_subject.setdefault(item.subject, []).append(item)
    for subject, members in by_subject.items():
        payments = [
            p
            for p in paid
            if p.subject == subject
            and p.award in MAY_BE_GROUPED
            # paid for a title of the enterprise in this year, not for the project
            and not any(
                i.stands
                and not (i.grouped and i.status == "payable")
                and (i.award, i.subject, i.year) == (p.award, subject, p.year)
                for i in items
            )
        ]
        ways = [alone(item, payments) for item in members if not item.line.yearly]
        for base, top_up in product(members, members):
            if base.award in top_up.line.adds_to:
                ways.append(with_top_up(base, top_up, payments))
        years = sorted((i for i in members if i.line.yearly), key=lambda i: (i.day, i.place))
        if years:
            ways.append(all_years(years, payments))
        ways.sort(key=lambda way: (ORDER.index(way.items[0].award), way.items[0].place))
        yield Unit(ways)


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


def totals(application: Json, found: list[tuple[str, int]]) -> dict[str, int]:
    """Add up the counted sums."""
    sums = {"exact": 0, "ceiling": 0, "reference": 0}
    for claim, (status, fen) in zip(application["claims"], found, strict=True):
        wording = LINES[claim["award"]].wording
        if status == "payable":
            sums[wording] += fen
        elif status in ("reference", "needs-review"):
            sums["reference"] += fen
    return sums | {"max": sums["exact"] + sums["ceiling"]}
