"""A second evaluator: it computes the result of an application by trying everything.

It was written from the contract, the inventory of awards and the text, independently of the engine:
it imports nothing from it and has its own table of awards. It is slow and simple: it tries every
choice under the closing rule and the limits, and takes the first of the highest.

All sums are whole fen. Facts are as in the application, and all are known.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

from tests.eligibility.second_awards import (
    FIRST_DAY,
    GROUPED,
    INSURANCE,
    LAST_DAY,
    LINES,
    MAY_BE_GROUPED,
    ORDER,
    WAN,
    Json,
    cut,
    figure,
)
from tests.eligibility.second_ways import (
    Item,
    Received,
    Unit,
    Way,
    all_years,
    alone,
    choose,
    with_top_up,
)


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
