"""The closing rule and the limits once more, by trying everything.

Written from the text of the rule, to be held against the engine: what one claim gives on its own
is asked of the engine (an application of that one claim, nothing paid), and all that claims do to
each other is done here again, slowly: every choice of a bundle for every project, product or
platform, and every set of the sums under the limits.
"""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

from tests.eligibility.applications import AWARDS, PIN, Json, assessed, yuan

PRODUCT = "13-green-product"
MOST_PRODUCTS, MOST_PIN = 5, Fraction(500_000)


@dataclass
class Lone:
    """What a claim gives on its own."""

    place: int
    award: str
    subject: str
    year: int
    date: str
    amount: Fraction
    status: str
    grouped: bool
    tier: Any
    name: tuple[str, str, Any]
    """The award, the subject, and where an award has several titles which of them it is."""

    @property
    def title(self) -> bool:
        """An award that is given once: neither yearly nor by steps, and no price floor."""
        rule = AWARDS[self.award]
        steps = rule["sum"]["mechanism"] == "first-time"
        return not (self.grouped or steps or self.yearly or self.status == "non-cash")

    @property
    def yearly(self) -> bool:
        return AWARDS[self.award]["frequency"] in (
            "yearly",
            "per-policy",
            "with-national-grant",
        )


@dataclass
class Choice:
    """One way to pay a unit: claims and their net sums."""

    sums: dict[int, Fraction]
    products: frozenset[str]
    """Products that take one of the five places."""
    pin: Fraction
    free: Fraction


def lone_claims(application: Json) -> list[Lone]:
    """Judge each claim alone; a first-time line knows the revenue of the claimed earlier years."""
    found: list[Lone] = []
    for place, claim in enumerate(application["claims"]):
        rule = AWARDS[claim["award"]]["sum"]
        facts = dict(claim["facts"])
        if rule["mechanism"] == "first-time":
            earlier = [
                Fraction(other["facts"][rule["of"]])
                for other in application["claims"]
                if other["award"] == claim["award"]
                and other["subject"] == claim["subject"]
                and other["date"][:4] < claim["date"][:4]
            ]
            best = max([Fraction(facts[rule["before"]]), *earlier])
            facts[rule["before"]] = f"{best * 100 // 100}.{int(best * 100) % 100:02d}"
        alone = assessed({"claims": [claim | {"facts": facts}]})["awards"][0]
        kind = AWARDS[claim["award"]]["subject"]
        once = AWARDS[claim["award"]]["frequency"] == "once"
        named = kind["kinds"].get(facts.get(kind["by"]), kind["otherwise"])
        found.append(
            Lone(
                place,
                claim["award"],
                claim["subject"],
                int(claim["date"][:4]),
                claim["date"],
                yuan(alone["amount"]),
                alone["status"],
                named in ("project", "product", "platform"),
                None if once else facts.get(rule.get("by")),
                (
                    claim["award"],
                    claim["subject"],
                    facts.get(AWARDS[claim["award"]]["title_by"]),
                ),
            )
        )
    return [lone for lone in found if lone.status in ("payable", "reference", "non-cash")]


def first_of_each_title(claims: list[Lone], paid: list[Json]) -> list[Lone]:
    """Outside the groups the same title and tier counts in its first year only."""
    kept = []
    for claim in claims:
        if not claim.title:
            kept.append(claim)
            continue
        earlier = [
            other
            for other in claims
            if other.title
            and (other.name, other.tier) == (claim.name, claim.tier)
            and other.year < claim.year
        ]
        # a payment does not say for which tier it was: it bars only a title that has none
        received = claim.tier is None and any(
            p["award"] == claim.award
            and p["subject"] == claim.subject
            and int(p["date"][:4]) < claim.year
            for p in paid
        )
        if not earlier and not received:
            kept.append(claim)
    return kept


def highest_of_each_year(claims: list[Lone]) -> list[Lone]:
    """One title and year: the highest; among equals what no other line can displace."""
    best: dict[tuple[Any, int], Lone] = {}
    for claim in claims:
        if claim.status != "non-cash":
            key = (claim.name, claim.year)
            rank = (claim.amount, not claim.grouped)
            if key not in best or rank > (best[key].amount, not best[key].grouped):
                best[key] = claim
    return [claim for claim in claims if any(claim is winner for winner in best.values())]


def choices_of(bundle: list[Lone], payments: list[Json], products_paid: set[str]) -> Choice:
    """What a bundle pays: payments are deducted from the base first, then from the top-up."""
    lines = {claim.award for claim in bundle}
    top_up = next((claim for claim in bundle if AWARDS[claim.award]["adds_to"]), None)
    bases = set(AWARDS[top_up.award]["adds_to"]) if top_up else set()
    nets = [claim.amount for claim in bundle]
    rest = Fraction(0)
    for payment in payments:
        amount = Fraction(payment["amount"])
        if payment["award"] in lines and bundle[0].yearly:
            for n, claim in enumerate(bundle):  # another year of the line is left alone
                if claim.year == int(payment["date"][:4]):
                    nets[n] = max(nets[n] - amount, Fraction(0))
        elif payment["award"] in bases:  # the paid base of the winning top-up
            if len(bundle) == 2:
                nets[0] = max(nets[0] - amount, Fraction(0))
        else:
            rest += amount
    for n, net in enumerate(nets):
        nets[n], rest = max(net - rest, Fraction(0)), max(rest - net, Fraction(0))
    sums = {claim.place: net for claim, net in zip(bundle, nets, strict=True) if net}
    places = {
        claim.subject
        for claim in bundle
        if claim.award == PRODUCT and claim.place in sums and claim.subject not in products_paid
    }
    pin = sum((sums.get(c.place, Fraction(0)) for c in bundle if c.award in PIN), Fraction(0))
    return Choice(sums, frozenset(places), pin, sum(sums.values(), Fraction(0)) - pin)


def units_of(application: Json) -> list[list[Choice]]:
    """Every project, product or platform with its bundles, every other claim by itself."""
    paid = [p for p in application["paid"] if Fraction(p["amount"])]
    products_paid = {p["subject"] for p in paid if p["award"] == PRODUCT}
    claims = highest_of_each_year(first_of_each_title(lone_claims(application), paid))
    groups: dict[str, list[Lone]] = defaultdict(list)
    apart: dict[tuple[frozenset[str], str, int], list[Lone]] = defaultdict(list)
    units: list[list[Choice]] = []
    spoken: list[Json] = []
    for claim in claims:
        if claim.grouped:
            groups[claim.subject].append(claim)
        else:
            pot = frozenset({claim.award, *AWARDS[claim.award]["excludes"]})
            apart[pot, claim.subject, claim.year].append(claim)
    for (pot, subject, year), members in apart.items():
        same = [
            p
            for p in paid
            if p["award"] in pot and p["subject"] == subject and int(p["date"][:4]) == year
        ]
        spoken += same
        received = [p | {"award": ""} for p in same]
        payable = [claim for claim in members if claim.status == "payable"]
        if len(pot) > 1:  # they exclude each other: one of them
            units.append([choices_of([claim], received, products_paid) for claim in payable])
        elif payable:  # several titles: all of them, what was paid is taken off the earliest on
            payable.sort(key=lambda c: (c.date, c.place))
            units.append([choices_of(payable, received, products_paid)])
    for subject, members in groups.items():
        payments = [
            p
            for p in paid
            if p["subject"] == subject
            and {AWARDS[p["award"]]["subject"]["otherwise"]}.union(
                AWARDS[p["award"]]["subject"]["kinds"].values()
            ).intersection({"project", "product", "platform"})
            and not any(p is other for other in spoken)
        ]
        years: dict[str, list[Lone]] = defaultdict(list)
        bundles = [[claim] for claim in members if not claim.yearly]
        for claim in members:
            if claim.yearly:
                years[claim.award].append(claim)
            for rider in members:
                if claim.award in AWARDS[rider.award]["adds_to"]:
                    bundles.append([claim, rider])
        bundles += [sorted(one, key=lambda c: (c.date, c.place)) for one in years.values()]
        units.append([choices_of(bundle, payments, products_paid) for bundle in bundles])
    return units


def room(application: Json) -> tuple[int, Fraction]:
    """Places left for products, and what is left for 品字标."""
    paid = [p for p in application["paid"] if Fraction(p["amount"])]
    products = {p["subject"] for p in paid if p["award"] == PRODUCT}
    received = sum((Fraction(p["amount"]) for p in paid if p["award"] in PIN), Fraction(0))
    return max(MOST_PRODUCTS - len(products), 0), max(MOST_PIN - received, Fraction(0))


def try_everything(application: Json) -> tuple[Fraction, list[dict[int, Fraction]]]:
    """Return the highest sum payable, and every choice that reaches it (sums by claim).

    The sums are those before the common room of 品字标 cuts them.
    """
    places, pool = room(application)
    units = units_of(application)
    highest = Fraction(-1)
    reached: list[dict[int, Fraction]] = []
    for picked in product(*([*unit, None] for unit in units)):
        taken = [choice for choice in picked if choice is not None]
        if sum(len(choice.products) for choice in taken) > places:
            continue
        pin = sum((choice.pin for choice in taken), Fraction(0))
        total = sum((choice.free for choice in taken), Fraction(0)) + min(pin, pool)
        if total >= highest:
            sums = {place: net for choice in taken for place, net in choice.sums.items()}
            reached = [*reached, sums] if total == highest else [sums]
            highest = total
    return highest, reached
