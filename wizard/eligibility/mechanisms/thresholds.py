"""超过 and 不足 are strict; 达到, 以上, 不低于, 以下 and 不超过 include the number itself (A44)."""

from fractions import Fraction
from typing import Literal

Comparison = Literal[">", ">=", "<", "<="]


def passes(figure: Fraction, comparison: Comparison, threshold: Fraction) -> bool:
    """Return whether a figure passes a threshold."""
    match comparison:
        case ">":
            return figure > threshold
        case ">=":
            return figure >= threshold
        case "<":
            return figure < threshold
    return figure <= threshold
