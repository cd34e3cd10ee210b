"""Finds near misses: the smallest change of one fact that raises the total, and by how much.

    for found in near_misses(policy, application):   None, or a near miss, after each trial
        ...
    curves(policy, application)                      each sum as its figure grows

A pure package next to the engine, without its own rules: the values to try come from the compiled
policy, and every sum from `eligibility.assess` on a changed application.
"""

from nearness.curves import curves
from nearness.search import near_misses, worthwhile

__all__ = ["curves", "near_misses", "worthwhile"]
