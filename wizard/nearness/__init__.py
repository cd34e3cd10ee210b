"""How near a file is to a higher sum: the least change of one fact, and what it would add.

    for found in near_misses(policy, application):   None, or a near miss, after each trial
        ...
    curves(policy, application)                      what a sum does as its figure grows

A pure package beside the engine. It knows no rule of its own: the values worth trying come from
the compiled policy, and every sum from `eligibility.assess` on a changed application.
"""

from nearness.curves import curves
from nearness.search import near_misses, worthwhile

__all__ = ["curves", "near_misses", "worthwhile"]
