"""The parts that a composed sum is made of: one module each, registered here.

To add one, write its module next to these and name its class in `PARTS`; see CONTRIBUTING. What
several parts share, and no part itself: `part`, `given`, `difference`, `declaration`.
"""

from collections.abc import Mapping

from eligibility.mechanisms.parts.between import Between
from eligibility.mechanisms.parts.beyond import Beyond
from eligibility.mechanisms.parts.by import By
from eligibility.mechanisms.parts.each import Each
from eligibility.mechanisms.parts.every import Every
from eligibility.mechanisms.parts.fact import FactPart
from eligibility.mechanisms.parts.first import First
from eligibility.mechanisms.parts.full_months import FullMonths
from eligibility.mechanisms.parts.growth import Growth
from eligibility.mechanisms.parts.highest import Highest
from eligibility.mechanisms.parts.instead import Instead
from eligibility.mechanisms.parts.interest import Interest
from eligibility.mechanisms.parts.less import Less
from eligibility.mechanisms.parts.lowest import Lowest
from eligibility.mechanisms.parts.match import Match
from eligibility.mechanisms.parts.mean import Mean
from eligibility.mechanisms.parts.not_under import NotUnder
from eligibility.mechanisms.parts.of_which import OfWhich
from eligibility.mechanisms.parts.only import Only
from eligibility.mechanisms.parts.part import Part
from eligibility.mechanisms.parts.plus import Plus
from eligibility.mechanisms.parts.progressive import Progressive
from eligibility.mechanisms.parts.rate import Rate
from eligibility.mechanisms.parts.reached import Reached
from eligibility.mechanisms.parts.reduce import Reduce
from eligibility.mechanisms.parts.rent import Rent
from eligibility.mechanisms.parts.share import Share
from eligibility.mechanisms.parts.size import Size
from eligibility.mechanisms.parts.times import Times
from eligibility.mechanisms.parts.uplift import Uplift
from eligibility.mechanisms.parts.year import Year

PARTS: Mapping[str, type[Part]] = {
    part.name: part
    for part in (
        # what is paid, and of what
        Rate,
        Match,
        Each,
        Every,
        Interest,
        Rent,
        Between,
        NotUnder,
        OfWhich,
        # what a figure is compared with
        Growth,
        Beyond,
        Less,
        Share,
        FullMonths,
        # which of several
        Only,
        Instead,
        Reached,
        By,
        Size,
        Progressive,
        Year,
        Uplift,
        Reduce,
        # several together
        Plus,
        Times,
        Mean,
        Highest,
        Lowest,
        First,
        FactPart,
    )
}
"""By key. A mapping in a clause file is the first part whose key it has: `rate` before `by`."""
