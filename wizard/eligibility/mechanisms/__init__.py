"""The ways in which the policy states a sum: one module each, registered here.

To add one, write its module next to these and name its class in `MECHANISMS`; see CONTRIBUTING.
What several share, and no mechanism itself: `mechanism`, `thresholds`, `declaration`.
Everything else (check, proof, pages, form, results, near misses, mutation) asks the class.
"""

from collections.abc import Mapping

from eligibility.mechanisms.capped_rate import CappedRate
from eligibility.mechanisms.excess import Excess
from eligibility.mechanisms.first_time import FirstTime
from eligibility.mechanisms.fixed import Fixed
from eligibility.mechanisms.halved import Halved
from eligibility.mechanisms.matched import Matched
from eligibility.mechanisms.mechanism import Json, Mechanism
from eligibility.mechanisms.price_floor import PriceFloor
from eligibility.mechanisms.tiered import Tiered

MECHANISMS: Mapping[str, type[Mechanism]] = {
    mechanism.name: mechanism
    for mechanism in (
        Fixed,
        Tiered,
        Excess,
        FirstTime,
        Halved,
        Matched,
        PriceFloor,
        CappedRate,
    )
}
"""By name. A sum in a clause file belongs to the first whose key it has: `beyond` before `rate`.

A sum of parts (`composed`) is not among them: its code is loaded only if a policy has one.
"""


COMPOSED = "composed"


def mechanism_of(entry: Json) -> type[Mechanism]:
    """Return the mechanism of the `sum` of an award in the policy document."""
    if entry["mechanism"] == COMPOSED:
        from eligibility.mechanisms.composed import Composed

        return Composed
    return MECHANISMS[entry["mechanism"]]


def sum_of(entry: Json) -> Mechanism:
    """Make the sum of an award out of its `sum` in the policy document."""
    return mechanism_of(entry)(entry)
