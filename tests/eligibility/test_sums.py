"""For every application, sums add up and none exceeds what the words allow."""

from fractions import Fraction

from hypothesis import given

from eligibility.codes import NOTES, STATUSES
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

NO_SUM = {"discretionary", "unspecified", "preference", "pending", "needs-facts"}


@given(applications(unknown=True, wrong=True))
def test_sums_add_up_and_stay_below_what_the_words_allow(application: Json) -> None:
    assessment = summed(application)
    totals_are_the_sums_of_the_awards(application, assessment)
    stages_add_up_to_the_amount(assessment)
    no_sum_exceeds_its_ceiling_or_its_share_of_the_base(application, assessment)
    one_project_product_or_platform_is_paid_under_one_line(application, assessment)


def totals_are_the_sums_of_the_awards(application: Json, assessment: Json) -> None:
    sums = {"exact": Fraction(0), "ceiling": Fraction(0), "reference": Fraction(0)}
    assert [a["claim"] for a in assessment["awards"]] == [c["id"] for c in application["claims"]]
    for award in assessment["awards"]:
        assert award["status"] in STATUSES
        assert {note["code"] for note in award["notes"]} <= set(NOTES)
        if award["status"] in NO_SUM:
            assert award["amount"] is None
        elif award["status"] == "payable":
            assert yuan(award["amount"]) > 0
            sums[award["wording"]] += yuan(award["amount"])
        elif award["status"] in ("reference", "needs-review"):
            sums["reference"] += yuan(award["amount"])
        elif award["status"] != "non-cash":
            assert award["amount"] == "0"
    totals = assessment["totals"]
    assert {key: yuan(totals[key]) for key in sums} == sums
    assert yuan(totals["max"]) == sums["exact"] + sums["ceiling"]


def stages_add_up_to_the_amount(assessment: Json) -> None:
    for award in assessment["awards"]:
        staged = award["status"] == "payable" and AWARDS[award["award"]]["stages"]
        assert bool(award["stages"]) == bool(staged)
        if staged:
            assert sum(yuan(amount) for _, amount in award["stages"]) == yuan(award["amount"])


def most_of(award: Json, facts: Json) -> Fraction | None:
    """Return the largest sum that the words of an award allow, or None if they set no limit."""
    rule = award["sum"]
    if "tiers" in rule:
        return max(Fraction(sum_) for _, sum_ in rule["tiers"])
    if rule["mechanism"] == "first-time":
        return max(Fraction(sum_) for _, sum_ in rule["steps"])
    if rule["mechanism"] == "fixed":
        return Fraction(rule["amount"])
    bounds = [] if rule.get("at_most") is None else [Fraction(rule["at_most"])]
    if "rate" in rule and facts[rule["of"]] is not None:
        bounds.append(Fraction(rule["rate"]) * Fraction(facts[rule["of"]]))
    return min(bounds, default=None)


def no_sum_exceeds_its_ceiling_or_its_share_of_the_base(
    application: Json, assessment: Json
) -> None:
    for award, claim in zip(assessment["awards"], application["claims"], strict=True):
        if award["status"] == "payable":
            most = most_of(AWARDS[award["award"]], claim["facts"])
            assert most is None or yuan(award["amount"]) <= most
        if award["range"] and AWARDS[award["award"]]["sum"].get("at_most"):
            assert yuan(award["range"][1]) <= Fraction(AWARDS[award["award"]]["sum"]["at_most"])


PRODUCTS = (*LIMITED, "17-chokepoint-product", "21-first-set")


@given(applications(awards=PRODUCTS, wrong=True, subjects=MANY))
def test_no_limit_over_the_whole_file_is_passed(application: Json) -> None:
    payable = [a for a in summed(application)["awards"] if a["status"] == "payable"]
    paid = [p for p in application["paid"] if Fraction(p["amount"])]
    new = {a["subject"] for a in payable if a["award"] == "13-green-product"}
    old = {p["subject"] for p in paid if p["award"] == "13-green-product"}
    assert not new - old or len(new | old) <= 5
    marks = [yuan(a["amount"]) for a in payable if a["award"] in PIN]
    received = sum(Fraction(p["amount"]) for p in paid if p["award"] in PIN)
    assert not marks or sum(marks) + received <= 500_000


def one_project_product_or_platform_is_paid_under_one_line(
    application: Json, assessment: Json
) -> None:
    """Only a base with its top-up, and the years of a yearly award, are paid together."""
    facts = {claim["id"]: claim["facts"] for claim in application["claims"]}
    grouped: dict[str, list[Json]] = {}
    for award in assessment["awards"]:
        if award["status"] != "payable":
            continue
        kind = AWARDS[award["award"]]["subject"]
        named = kind["kinds"].get(facts[award["claim"]].get(kind["by"]), kind["otherwise"])
        if named in ("project", "product", "platform"):
            grouped.setdefault(award["subject"], []).append(award)
    for together in grouped.values():
        lines = {award["award"] for award in together}
        rides = any(set(AWARDS[line]["adds_to"]) & (lines - {line}) for line in lines)
        assert len(lines) == 1 or (len(lines) == 2 and rides)
        yearly = AWARDS[together[0]["award"]]["frequency"] == "yearly"
        assert yearly or len(together) == len(lines)
