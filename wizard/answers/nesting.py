"""Measures how deeply a JSON text is nested, before it is parsed.

In the browser the WebAssembly stack overflows before Python's own recursion limit, so that a
hostile file would not be refused but would stop the whole engine.
"""

import re
from itertools import accumulate

DEEPEST = 100

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


def nesting(text: str) -> int:
    """Return the greatest number of brackets open at once, not counting those inside strings."""
    brackets = _BRACKET.findall(_STRING.sub("", text))
    return max(accumulate(1 if bracket in "[{" else -1 for bracket in brackets), default=0)
