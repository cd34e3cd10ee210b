"""What holds for every application, whatever is claimed."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eligibility import assess
from eligibility.codes import NOTES, STATUSES
from tests.policy import document, policy

AWARDS = {award["id"]: award for award in document()["awards"]}
LINES = [line["id"] for line in document()["lines"]]
CODES: dict[str, list[Any]] = {
    "yes-no": [True, True, True, False],
    "level": ["national", "provincial", "municipal", "district", "none"],
    "star": [1, 2, 3, 4, 5],
    "scope": ["domestic", "provincial", "municipal", "none"],
}

numbers = st.one_of(
    st.sampled_from(["0", "0.01", "2000000", "2000000.01", "50000000", "5000000000.01"]),
    st.integers(0, 10**12).map(lambda fen: f"{fen // 100}.{fen % 100:02d}"),
)
subjects = st.sampled_from(["甲", "乙", "丙"])
dates = st.dates(date(2019, 7, 1), date(2023, 6, 30)).map(date.isoformat)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def claims(draw: st.DrawFn, unknown: bool = False) -> dict[str, Any]:
    """One claim of any line, its facts possible."""
    award = draw(st.sampled_from([*AWARDS, *LINES]))
    facts: dict[str, Any] = {}
    for fact in AWARDS.get(award, {"facts": []})["facts"]:
        codes = list(fact["options"] or CODES.get(fact["type"], []))
        value = st.sampled_from(codes) if codes else numbers
        facts[fact["name"]] = draw(st.none() | value if unknown else value)
    if facts.get("central_subsidised") is False:
        facts["central_subsidy"] = "0"
    day = draw(st.none() | dates if unknown else dates)
    return {"award": award, "subject": draw(subjects), "date": day, "facts": facts}


payments = st.fixed_dictionaries(
    {
        "award": st.sampled_from(list(AWARDS)),
        "subject": subjects,
        "date": dates,
        "amount": numbers,
    }
)


@st.composite
def applications(draw: st.DrawFn, unknown: bool = False, most: int = 30) -> dict[str, Any]:
    """A whole application of one enterprise."""
    made = draw(st.lists(claims(unknown), max_size=most))
    return {
        "claims": [claim | {"id": f"c{n}"} for n, claim in enumerate(made)],
        "paid": draw(st.lists(payments, max_size=3)),
    }


@given(applications())
def test_totals_are_the_sums_of_the_awards(application: dict[str, Any]) -> None:
    assessment = assess(policy(), application)
    sums = {"exact": Fraction(0), "ceiling": Fraction(0), "reference": Fraction(0)}
    for award in assessment["awards"]:
        assert award["status"] in STATUSES
        assert {note["code"] for note in award["notes"]} <= set(NOTES)
        if award["status"] == "payable":
            sums[award["wording"]] += Fraction(award["amount"])
            assert Fraction(award["amount"]) > 0
            if award["stages"]:
                assert sum(Fraction(s) for _, s in award["stages"]) == Fraction(award["amount"])
        elif award["status"] in ("reference", "needs-review"):
            sums["reference"] += Fraction(award["amount"])
        elif award["status"] != "non-cash":
            assert award["amount"] in ("0", None)
    totals = assessment["totals"]
    assert {key: Fraction(totals[key]) for key in sums} == sums
    assert Fraction(totals["max"]) == sums["exact"] + sums["ceiling"]
    assert totals["range"] is None


def most_of(award: dict[str, Any]) -> Fraction | None:
    """The largest sum that the words of an award allow, or None where they set no limit."""
    rule = award["sum"]
    if rule["mechanism"] == "tiered":
        return max(Fraction(sum_) for _, sum_ in rule["tiers"])
    if rule["mechanism"] == "first-time":
        return max(Fraction(sum_) for _, sum_ in rule["steps"])
    ceiling = rule.get("amount", rule.get("at_most"))
    return None if ceiling is None else Fraction(ceiling)


@given(applications())
def test_no_sum_exceeds_its_ceiling_and_no_limit_is_passed(application: dict[str, Any]) -> None:
    awards = assess(policy(), application)["awards"]
    payable = [award for award in awards if award["status"] == "payable"]
    for award in payable:
        most = most_of(AWARDS[award["award"]])
        assert most is None or Fraction(award["amount"]) <= most
    products = {a["subject"] for a in payable if a["award"] == "13-green-product"}
    assert len(products) <= 5
    marks = [a for a in payable if a["award"] in ("22-pin-enterprise", "22-pin-product")]
    received = sum(
        Fraction(paid["amount"])
        for paid in application["paid"]
        if paid["award"] in ("22-pin-enterprise", "22-pin-product")
    )
    assert not marks or sum(Fraction(a["amount"]) for a in marks) + received <= 500_000


@given(applications(most=8), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_total(application: dict[str, Any], random: Any) -> None:
    shuffled = application["claims"][:]
    random.shuffle(shuffled)
    totals = assess(policy(), application)["totals"]
    assert assess(policy(), application | {"claims": shuffled})["totals"] == totals


@given(applications(most=6), st.text(), anything)
def test_an_unasked_fact_changes_no_amount(
    application: dict[str, Any], name: str, value: Any
) -> None:
    before = assess(policy(), application)
    for claim in application["claims"]:
        claim["facts"] = {f"not asked {name}": value} | claim["facts"]
    after = assess(policy(), application)
    assert after["totals"] == before["totals"]
    for one, other in zip(before["awards"], after["awards"], strict=True):
        assert (one["status"], one["amount"]) == (other["status"], other["amount"])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(applications(unknown=True, most=10))
def test_what_is_unknown_is_named_or_changes_nothing(application: dict[str, Any]) -> None:
    assessment = assess(policy(), application)
    for award, claim in zip(assessment["awards"], application["claims"], strict=True):
        unknown = {name for name, value in claim["facts"].items() if value is None}
        unknown |= {"date"} if claim["date"] is None else set()
        assert set(award["missing"]) <= unknown
        assert (award["status"] == "needs-facts") == bool(award["missing"])
        if award["range"] and award["range"][1] is not None:
            assert Fraction(award["range"][0]) < Fraction(award["range"][1])


@given(st.lists(st.dictionaries(st.sampled_from(["level", "rd", "sales", "premium"]), anything)))
def test_impossible_facts_make_a_claim_invalid_and_nothing_raises(facts: list[Any]) -> None:
    lines = ["05-demo-base", "09-software-rd", "21-insurance-premium"]
    claims_made = [
        {"id": f"{n}{line}", "award": line, "subject": "甲", "date": "2021-01-01", "facts": one}
        for n, one in enumerate(facts)
        for line in lines
    ]
    assessment = assess(policy(), {"claims": claims_made})
    assert len(assessment["awards"]) == len(claims_made)
