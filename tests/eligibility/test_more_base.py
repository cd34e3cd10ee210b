"""A larger base of a subsidy never lowers what it gives.

The claim’s own amount and `totals.max` never fall. What is *not* true, and why:

- Another claim on the same project may fall to nothing, since the higher one wins (从高、不重复);
  and `totals.exact` may fall, where the sum that now wins is one “at most”.
- A sum that was nothing and becomes something may be the first award of its title to that subject
  (outside the groups the same award in a later year is then `not-eligible`): an insurance policy
  with a premium of 0.02 in 2020 bars its own premium of 2021, whatever it comes to. The words fix
  no year, so the earlier claim is the award; the property asks for a base that already pays.
"""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.eligibility.applications import AWARDS, Json, applications, assessed, numbers, yuan

BASES = {
    award: entry["sum"]["of"]
    for award, entry in AWARDS.items()
    if entry["sum"]["mechanism"] in ("rate", "excess", "matched")
}
TITLES = {
    award
    for award in BASES
    if AWARDS[award]["frequency"] != "yearly"
    and AWARDS[award]["subject"]["otherwise"] not in ("project", "product", "platform")
}
BESIDE = ("08-demo-topup", "05-demo-base", "22-pin-product", "10-service-manufacturing")


def grow(application: Json, data: st.DataObject) -> tuple[int, Json]:
    """Raise the base of one claim."""
    places = [n for n, claim in enumerate(application["claims"]) if claim["award"] in BASES]
    assume(places)
    place = data.draw(st.sampled_from(places))
    name = BASES[application["claims"][place]["award"]]
    old = Fraction(application["claims"][place]["facts"][name])
    more = Fraction(data.draw(st.one_of(st.sampled_from(["0.01", "0.05"]), numbers)))
    fen = (old + more) * 100
    assert fen.denominator == 1
    figure = f"{fen.numerator // 100}.{fen.numerator % 100:02d}"
    grown = [dict(claim) for claim in application["claims"]]
    grown[place]["facts"] = grown[place]["facts"] | {name: figure}
    return place, application | {"claims": grown}


@given(applications(awards=(*BASES, *BESIDE), least=1, most=12), st.data())
def test_a_larger_base_lowers_neither_its_amount_nor_the_most(
    application: Json, data: st.DataObject
) -> None:
    place, grown = grow(application, data)
    before, after = assessed(application), assessed(grown)
    one, other = before["awards"][place], after["awards"][place]
    assert yuan(other["amount"]) >= yuan(one["amount"])
    if one["award"] not in TITLES or yuan(one["amount"]):
        assert yuan(after["totals"]["max"]) >= yuan(before["totals"]["max"])
        assert yuan(after["totals"]["reference"]) >= yuan(before["totals"]["reference"])


def test_a_premium_of_nearly_nothing_is_the_first_award_of_its_policy() -> None:
    """The case of the docstring: the policy’s second year is no new award."""

    def premiums(first: str) -> Json:
        facts = {"kind": "first-batch", "central_subsidised": False, "central_subsidy": "0"}
        policies = [("2020-06-30", first), ("2021-06-30", "1000000")]
        return {
            "claims": [
                {
                    "id": day,
                    "award": "21-insurance-premium",
                    "subject": "甲",
                    "date": day,
                    "facts": facts | {"premium": premium},
                }
                for day, premium in policies
            ]
        }

    assert assessed(premiums("0"))["totals"]["max"] == "800000"
    after = assessed(premiums("0.02"))
    assert [award["amount"] for award in after["awards"]] == ["0.01", "0"]
    assert after["awards"][1]["status"] == "not-eligible"
