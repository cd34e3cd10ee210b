"""超过 is strict; 达到, 以上, （含）以上 and 不低于 include the number itself (A44)."""

from fractions import Fraction
from typing import Literal

Comparison = Literal[">", ">="]


def passes(figure: Fraction, comparison: Comparison, threshold: Fraction) -> bool:
    """Tell whether a figure passes a threshold."""
    return figure > threshold if comparison == ">" else figure >= threshold
