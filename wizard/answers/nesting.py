"""How deeply a JSON text is nested, found out before it is parsed.

In the browser the stack of WebAssembly ends before Python's own limit of recursion, so that a
hostile file would not be refused but stop the whole engine.
"""

import re
from itertools import accumulate

DEEPEST = 100

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


def nesting(text: str) -> int:
    """Return how many brackets are open at once, at most; those inside strings do not count."""
    brackets = _BRACKET.findall(_STRING.sub("", text))
    return max(accumulate(1 if bracket in "[{" else -1 for bracket in brackets), default=0)
