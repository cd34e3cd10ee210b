"""Items of whom or what a sentence supports that are nowhere in the other text.

Where a list lost an item and a condition came in its place, the words alone look like an exchange.
"""

import re
from collections.abc import Iterator, Sequence

from clauses.revision.change import Change
from clauses.revision.figures import figures
from clauses.revision.likeness import held
from clauses.revision.roles import gives
from clauses.revision.words import GENERAL

_ITEMS = re.compile("、|以及")
_BRACKETS = re.compile("（[^（）]*）")
_LONG = 6
"""A shorter item may be named in other words."""
_THERE = 0.5
"""So much of an item that is said in other words is in the other text."""


def items_gone(old: str, new: str, whole: str, told: Sequence[str]) -> Iterator[Change]:
    """Report the items of the subject that are gone from a text and not reported yet.

    `whole` is the other text of the clause, `told` what the changes of the clause name.
    """
    if not (gives(old) and gives(new)):
        return
    before, after = _items(old), _items(new)
    if len(before) <= len(after):
        return
    for item in before[1:]:
        if len(item) < _LONG or figures(item) or held(item, whole) >= _THERE:
            continue
        if not any(held(item, words) >= _THERE for words in told):
            whom = item.rstrip("等的").endswith(tuple(GENERAL))
            yield Change("beneficiary" if whom else "condition", item, None)


def _items(text: str) -> list[str]:
    subject = _BRACKETS.sub("", text).partition("，")[0]
    return [one for one in _ITEMS.split(subject) if one]
