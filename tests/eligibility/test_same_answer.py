"""Order, facts not asked, saving and reading again do not change the result."""

import json
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from eligibility import assess, read_application
from tests.eligibility.applications import (
    AWARDS,
    LIMITED,
    MANY,
    Json,
    anything,
    applications,
    assessed,
    summed,
)
from tests.policy import policy

slow = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
COLLIDING = (*LIMITED, "17-chokepoint-product", "03-industrial-investment", "13-green-title")


def same_totals_in_any_order(application: Json, random: Any) -> None:
    """Shuffle claims and payments. Ties go to the earlier claim, so single amounts may move."""
    claims, paid = application["claims"][:], application["paid"][:]
    random.shuffle(claims)
    random.shuffle(paid)
    totals = summed(application)["totals"]
    assert summed(application | {"claims": claims, "paid": paid})["totals"] == totals


@slow
@given(applications(unknown=True, wrong=True), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_payments_changes_no_total(application: Json, random: Any) -> None:
    same_totals_in_any_order(application, random)


@slow
@given(
    applications(awards=COLLIDING, subjects=MANY, most_paid=8), st.randoms(use_true_random=False)
)
def test_nor_does_it_where_limits_bind(application: Json, random: Any) -> None:
    same_totals_in_any_order(application, random)


@slow
@given(applications(unknown=True, wrong=True), st.data())
def test_an_unasked_fact_changes_no_amount_and_no_status(
    application: Json, data: st.DataObject
) -> None:
    before = summed(application)
    for claim in application["claims"]:
        asked = {fact["name"] for fact in AWARDS.get(claim["award"], {"facts": []})["facts"]}
        # a fact that another award asks is the likeliest mistake
        name = data.draw(st.sampled_from(["rd", "level", "subject", "amount"]) | st.text())
        if name not in asked:
            claim["facts"] = {name: data.draw(anything)} | claim["facts"]
    after = summed(application)
    assert after["totals"] == before["totals"]
    for one, other in zip(before["awards"], after["awards"], strict=True):
        for field in ("status", "amount", "range", "missing", "stages"):
            assert one[field] == other[field]


def reversed_keys(value: Any) -> Any:
    """Return the same document with the keys of every object in reverse order."""
    if isinstance(value, dict):
        return {key: reversed_keys(inner) for key, inner in reversed(value.items())}
    return [reversed_keys(inner) for inner in value] if isinstance(value, list) else value


@slow
@given(applications(unknown=True, wrong=True))
def test_a_saved_application_is_computed_again_to_the_same_bytes(application: Json) -> None:
    first = json.dumps(assessed(application), ensure_ascii=False)
    for ensure_ascii in (True, False):
        try:
            saved = json.dumps(application, ensure_ascii=ensure_ascii, allow_nan=False)
        except ValueError:
            assume(False)  # not a number, which JSON cannot hold
        again = assess(policy(), read_application(saved))
        assert json.dumps(again, ensure_ascii=False) == first
    assert json.loads(first) == assessed(application)


@slow
@given(applications(unknown=True))
def test_the_order_of_keys_does_not_change_a_byte(application: Json) -> None:
    first = json.dumps(assessed(application), ensure_ascii=False)
    assert json.dumps(assessed(reversed_keys(application)), ensure_ascii=False) == first
