"""The choice under the closing rule and the limits is the best of all choices.

With up to eight claims, every choice is tried (`second`). For fifty that is not feasible. The
engine stays exact because it keeps, unit by unit, the best choice so far for each number of places
used and each sum drawn from the common room, and drops a choice only for one that uses no more and
has at least the same value in every continuation. Here a table of *all* numbers of places and all
sums drawn, in steps of the greatest common divisor of the sums, without dropping any, must agree.
"""

from fractions import Fraction
from math import gcd
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.eligibility import second, second_awards, second_ways
from tests.eligibility.applications import (
    AWARDS,
    LIMITED,
    MANY,
    PIN,
    Json,
    applications,
    summed,
    yuan,
)

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

ON_ONE_PROJECT = (
    "03-industrial-investment",
    "07-platform-solution-service",
    "08-platform-construction",
    "08-new-mode-pilot",
    "08-demo-topup",
    "10-service-manufacturing",
    "14-city-centre",
    "14-provincial-centre",
    "14-national-centre",
)
UNDER_LIMITS = (
    *LIMITED,
    *LIMITED,
    "03-industrial-investment",
    "17-chokepoint-product",
    "26-champion-title",
    "28-platform-construction",
)
OUTSIDE = tuple(award for award in AWARDS if award not in (*ON_ONE_PROJECT, *LIMITED))


def agrees_with_every_choice(application: Json) -> None:
    """Compare status and sum of each claim, and the total."""
    found = second.evaluate(application)
    assessment = summed(application)
    got = [(award["status"], int(yuan(award["amount"]) * 100)) for award in assessment["awards"]]
    assert got == found
    assert yuan(assessment["totals"]["max"]) * 100 == second.totals(application, found)["max"]


@settings(suppress_health_check=SLOW)
@given(applications(awards=tuple(AWARDS), most=8))
def test_any_eight_claims(application: Json) -> None:
    agrees_with_every_choice(application)


@settings(suppress_health_check=SLOW)
@given(applications(awards=ON_ONE_PROJECT, most=8, most_paid=4, subjects="甲乙"))
def test_eight_claims_on_one_or_two_projects(application: Json) -> None:
    agrees_with_every_choice(application)


@settings(suppress_health_check=SLOW, max_examples=150)
@given(applications(awards=UNDER_LIMITS, most=8, most_paid=7, subjects=MANY))
def test_eight_claims_under_the_limits(application: Json) -> None:
    agrees_with_every_choice(application)


@settings(suppress_health_check=SLOW)
@given(applications(awards=OUTSIDE, most=8, most_paid=4, subjects="甲"))
def test_eight_claims_of_one_enterprise(application: Json) -> None:
    agrees_with_every_choice(application)


def full_table(application: Json) -> int:
    """Return the highest sum payable in fen, over all numbers of places and all sums drawn."""
    _, units, paid = second.prepare(application)
    products_paid, places, pool = second_ways.left_of_limits(paid)
    ways = [[_needs(way, products_paid) for way in unit.ways] for unit in units]
    step = gcd(pool, *(pin for unit in ways for _, pin, _ in unit)) or 1
    width = pool // step
    table = [[-1] * (width + 1) for _ in range(places + 1)]
    table[0][0] = 0
    for unit in ways:
        following = [row[:] for row in table]
        for products, pin, free in unit:
            for used in range(places + 1 - products):
                for drawn, worth in enumerate(table[used]):
                    if worth >= 0:
                        row = following[used + products]
                        at = min(drawn + pin // step, width)
                        row[at] = max(row[at], worth + free)
        table = following
    return max(
        worth + drawn * step for row in table for drawn, worth in enumerate(row) if worth >= 0
    )


def _needs(way: second_ways.Way, products_paid: set[str]) -> tuple[int, int, int]:
    """Return places, fen of the common room, and fen outside it, of payable sums only."""
    counted = [
        (item, net)
        for item, net in zip(way.items, way.nets, strict=True)
        if item.status == "payable"
    ]
    products = sum(
        item.award == second_awards.GREEN and net > 0 and item.subject not in products_paid
        for item, net in counted
    )
    pin = sum(net for item, net in counted if item.award in PIN)
    return products, pin, sum(net for _, net in counted) - pin


round_sums = st.integers(0, 40).map(lambda tenths: str(tenths * 10_000))


@st.composite
def crowded(draw: st.DrawFn) -> Json:
    """Fifty claims on twenty-five products, most of them under a limit, with round sums."""
    application = draw(applications(awards=LIMITED, least=1, most=1, most_paid=0))
    claims: list[Json] = []
    routes = st.sampled_from(["certified", "self-declared"])
    for n in range(50):
        award = draw(st.sampled_from(UNDER_LIMITS))
        facts: dict[str, Any] = {
            "level": draw(st.sampled_from(["national", "provincial"])),
            "route": draw(routes),
            "existing_enterprise": True,
            "title": "little-giant",
            "held_by": "enterprise",
            "selected": True,
            "national_project": True,
            "actual_input": draw(round_sums),
            "investment": draw(round_sums),
        }
        asked = {fact["name"] for fact in AWARDS[award]["facts"]}
        claims.append(
            {
                "id": f"c{n}",
                "award": award,
                "subject": f"产品{draw(st.integers(1, 25))}",
                "date": draw(st.sampled_from(["2020-06-30", "2021-06-30", "2022-06-30"])),
                "facts": {name: value for name, value in facts.items() if name in asked},
            }
        )
    payment = st.fixed_dictionaries(
        {
            "award": st.sampled_from([*LIMITED, "17-chokepoint-product"]),
            "subject": st.integers(1, 25).map(lambda n: f"产品{n}"),
            "date": st.just("2020-03-01"),
            "amount": st.integers(1, 12).map(lambda tenths: str(tenths * 10_000)),
        }
    )
    return application | {"claims": claims, "paid": draw(st.lists(payment, max_size=8))}


@settings(suppress_health_check=SLOW, max_examples=25)
@given(crowded())
def test_fifty_claims_under_the_limits(application: Json) -> None:
    assert yuan(summed(application)["totals"]["max"]) * 100 == full_table(application)


@settings(suppress_health_check=SLOW, max_examples=25)
@given(applications(awards=UNDER_LIMITS, most=8, most_paid=7, subjects=MANY))
def test_the_table_and_trying_everything_agree(application: Json) -> None:
    rounded = [
        payment | {"amount": str(Fraction(payment["amount"]) // 10_000 * 10_000)}
        for payment in application["paid"]
    ]
    application = application | {"paid": rounded}
    found = second.evaluate(application)
    assert full_table(application) == second.totals(application, found)["max"]
