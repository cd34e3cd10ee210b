"""A larger base of a subsidy never lowers the subsidy.

The claim’s own amount and `totals.max` never fall. But another claim on the same project may fall
to nothing, since the higher one wins (从高、不重复), and `totals.exact` may fall if the sum that
now wins is a ceiling.
"""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.eligibility.applications import AWARDS, Json, applications, numbers, summed, yuan

BASES = {
    award: entry["sum"]["of"]
    for award, entry in AWARDS.items()
    if entry["sum"]["mechanism"] in ("rate", "excess", "matched")
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
    before, after = summed(application), summed(grown)
    one, other = before["awards"][place], after["awards"][place]
    assert yuan(other["amount"]) >= yuan(one["amount"])
    assert yuan(after["totals"]["max"]) >= yuan(before["totals"]["max"])
    assert yuan(after["totals"]["reference"]) >= yuan(before["totals"]["reference"])
