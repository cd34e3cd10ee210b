"""A range is exact over all completions, and only deciding facts are asked for."""

from collections import defaultdict
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.eligibility.applications import (
    AWARDS,
    LIMITED,
    MANY,
    Json,
    applications,
    assessed,
    summed,
    yuan,
)
from tests.eligibility.completion_grid import blanks, completed, completions, size, values_of

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
MOST_UNKNOWN, MOST_COMPLETIONS = 6, 300
UNLIMITED = Fraction(10**30)

MIXED = tuple(AWARDS)
ON_ONE_PROJECT = (
    "03-industrial-investment",
    "07-platform-solution-service",
    "08-platform-construction",
    "08-demo-topup",
    "10-service-manufacturing",
    "22-pin-product",
)
STEPS = (
    "07-service-company-revenue",
    "26-core-team",
    "11-design-firm-revenue",
    "26-champion-title",
)
LIMITS = (*LIMITED, "17-chokepoint-product", "03-industrial-investment")


@st.composite
def partly_unknown(draw: st.DrawFn, awards: tuple[str, ...], **options: Any) -> Json:
    """An application of a few claims with up to six facts removed."""
    application = draw(applications(awards, least=1, **options))
    facts = [
        (number, name)
        for number, claim in enumerate(application["claims"])
        for name in ("date", *claim["facts"])
    ]
    for number, name in draw(st.permutations(facts))[:MOST_UNKNOWN]:
        claims = [claim | {"facts": dict(claim["facts"])} for claim in application["claims"]]
        if name == "date":
            claims[number]["date"] = None
        else:
            claims[number]["facts"][name] = None
        if size(application | {"claims": claims}) <= MOST_COMPLETIONS:
            application = application | {"claims": claims}
    return application


def bound(award: Json) -> bool:
    return any(note["code"] == "range-bound" for note in award["notes"])


def inside(amount: Fraction, span: list[str | None]) -> bool:
    return yuan(span[0]) <= amount and (span[1] is None or amount <= yuan(span[1]))


def both_ends_are_attained_and_hold_everything(application: Json) -> None:
    """Compare ranges, missing facts and settled sums with every completion of the grid."""
    shown = assessed(application)
    amounts: list[set[Fraction]] = [set() for _ in shown["awards"]]
    sums: set[Fraction] = set()
    results: dict[tuple[Any, ...], tuple[tuple[Fraction, str], ...]] = {}
    for values, filled in completions(application):
        assessment = summed(filled)
        found = tuple(yuan(award["amount"]) for award in assessment["awards"])
        for seen, amount in zip(amounts, found, strict=True):
            seen.add(amount)
        sums.add(yuan(assessment["totals"]["max"]))
        totals = [where_it_counts(award) for award in assessment["awards"]]
        results[values] = tuple(zip(found, totals, strict=True))

    loose = any(map(bound, shown["awards"]))
    assert_span(shown["totals"]["range"], sums, yuan(shown["totals"]["max"]), loose)
    for award, seen in zip(shown["awards"], amounts, strict=True):
        firm = None if award["amount"] is None else yuan(award["amount"])
        assert_span(award["range"], seen, firm, bound(award))

    deciding = defaultdict(set)
    places = blanks(application)
    for at, (number, name) in enumerate(places):
        rows = defaultdict(set)
        for values, counted in results.items():
            rows[values[:at] + values[at + 1 :]].add(counted)
        if any(len(row) > 1 for row in rows.values()):
            deciding[number].add(name)
    for number, award in enumerate(shown["awards"]):
        if not bound(award):
            assert set(award["missing"]) == deciding[number]
        assert (award["status"] == "needs-facts") == bool(award["missing"])


def where_it_counts(award: Json) -> str:
    """Return the total to which a sum adds: a fact that changes only this decides, too."""
    if yuan(award["amount"]) == 0:
        return ""
    return "reference" if award["status"] == "needs-review" else award["status"]


def assert_span(
    span: list[str | None] | None, seen: set[Fraction], firm: Fraction | None, loose: bool
) -> None:
    if span is None:
        assert len(seen) == 1
        assert firm is None or firm in seen
        return
    assert all(inside(amount, span) for amount in seen)
    if firm is not None:
        assert inside(firm, span)
    if not loose:
        assert min(seen) == yuan(span[0])
        assert max(seen) > UNLIMITED if span[1] is None else max(seen) == yuan(span[1])


SAME_SUM_ELSEWHERE = {
    "claims": [
        {"id": "c0", "award": "21-insurance-premium", "subject": "甲", "date": "2020-01-01",
         "facts": {"kind": "first-batch", "premium": "100", "central_subsidised": None,
                   "central_subsidy": "0"}},
    ],
    "paid": [],
}  # fmt: skip
"""A subsidy of nothing changes no sum, but whether it is reviewed (A28)."""


@settings(suppress_health_check=SLOW, max_examples=25)
@given(partly_unknown(MIXED, most=2))
@example(SAME_SUM_ELSEWHERE)
def test_the_ends_of_any_line(application: Json) -> None:
    both_ends_are_attained_and_hold_everything(application)


@settings(suppress_health_check=SLOW, max_examples=20)
@given(partly_unknown(ON_ONE_PROJECT, most=4, most_paid=2, subjects="甲"))
def test_the_ends_on_one_project(application: Json) -> None:
    both_ends_are_attained_and_hold_everything(application)


@settings(suppress_health_check=SLOW, max_examples=20)
@given(partly_unknown(STEPS, most=4, most_paid=2, subjects="甲"))
def test_the_ends_of_steps_and_titles(application: Json) -> None:
    both_ends_are_attained_and_hold_everything(application)


@settings(suppress_health_check=SLOW, max_examples=20)
@given(partly_unknown(LIMITS, most=8, most_paid=5, subjects=MANY))
def test_the_ends_under_the_limits(application: Json) -> None:
    both_ends_are_attained_and_hold_everything(application)


@settings(suppress_health_check=SLOW, max_examples=60)
@given(
    st.one_of(
        applications(MIXED, unknown=True, most=10),
        applications(ON_ONE_PROJECT, unknown=True, most=10),
        applications(LIMITS, unknown=True, most=12, most_paid=6, subjects=MANY),
    ),
    st.randoms(use_true_random=False),
)
def test_a_range_contains_any_completion_however_wide_the_search(
    application: Json, random: Any
) -> None:
    shown = assessed(application)
    places = blanks(application)
    grids = [values_of(application, place) for place in places]
    for _ in range(8):
        filled = completed(application, places, tuple(map(random.choice, grids)))
        if filled is None:
            continue
        assessment = summed(filled)
        for award, whole in zip(shown["awards"], assessment["awards"], strict=True):
            amount = yuan(whole["amount"])
            if award["range"]:
                assert inside(amount, award["range"])
            elif award["amount"] is not None:
                assert amount == yuan(award["amount"])
        span = shown["totals"]["range"] or [shown["totals"]["max"]] * 2
        assert inside(yuan(assessment["totals"]["max"]), span)
