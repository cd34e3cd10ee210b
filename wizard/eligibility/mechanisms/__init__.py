"""The ways in which the policy states a sum: one small pure function each.

All quantities are exact fractions of yuan; None stands for “no figure under this rule”.
"""

from eligibility.mechanisms.capped_rate import capped_rate
from eligibility.mechanisms.excess import excess
from eligibility.mechanisms.first_time import first_time, steps_added, sum_reached
from eligibility.mechanisms.matched import matched
from eligibility.mechanisms.price_floor import price_floor
from eligibility.mechanisms.review_figure import review_figure
from eligibility.mechanisms.room import room_in_pool
from eligibility.mechanisms.thresholds import passes
from eligibility.mechanisms.tiered import tiered

__all__ = [
    "capped_rate",
    "excess",
    "first_time",
    "matched",
    "passes",
    "price_floor",
    "review_figure",
    "room_in_pool",
    "steps_added",
    "sum_reached",
    "tiered",
]
