"""Parts that a text leaves unpaid beside what it pays: 超过500万元的部分不予补贴.

What is above a figure is left out by a ceiling, what is below one by `beyond`. A figure that is
said again (不足2万元的按2万元) is the floor or the ceiling that follows it.
"""

import re
from collections.abc import Iterator

from clauses.notation import UNPAID_PART, Found, scan
from clauses.proof.rule import Ties
from clauses.proof.said_of_sum import is_ceiling

_UNPAID = re.compile("的?，?(?:均|一律|则)?不(?:予|再|奖|补|给|享|兑)[^，。；]*")
"""奖励额不足2万元的不予奖励: what is paid begins at the figure."""


def unpaid_parts(ties: Ties) -> Iterator[tuple[Found, int]]:
    """Yield the figure of each part that the rule leaves out, with the end of its words."""
    tied = ties.under("sum")
    limits = [one.found for one in tied if is_ceiling(one.at)]
    bounds = [one.found.figure.value for one in tied if "beyond" in one.at]
    least = [one.found for one in tied if one.at[-1] == "from"]
    for found in scan(ties.text):
        whole = _UNPAID.match(ties.text, found.end)
        if whole and found in least and found.figure.meaning == "less-than":
            yield found, whole.end()
        match = UNPAID_PART.match(ties.text, found.end)
        if match and (found in limits or (_is_below(found) and found.figure.value in bounds)):
            yield found, match.end()


def said_again(ties: Ties) -> Iterator[Found]:
    """Yield the first of two figures of which the rule has the second as a limit."""
    limits = {one.found.start: one.found for one in ties.under("sum") if is_ceiling(one.at)}
    before: Found | None = None
    for found in scan(ties.text):
        limit = limits.get(found.start)
        if before and limit and limit.figure.meaning != "exact":
            same = before.figure.value == limit.figure.value
            if same and before.figure.meaning in ("less-than", "more-than"):
                yield before
        before = found


def limited_at(ties: Ties, limit: Found) -> int | None:
    """Return where the text says what a limit of these two kinds limits, else None."""
    if UNPAID_PART.match(ties.text, limit.end):
        return limit.start
    before = [one for one in said_again(ties) if one.end <= limit.start]
    again = before[-1].figure.value == limit.figure.value if before else False
    return before[-1].start if again else None


def _is_below(found: Found) -> bool:
    words = found.figure.words
    return found.figure.meaning in ("at-most", "less-than") and not words.startswith("超")
