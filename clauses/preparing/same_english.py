"""Evens out words of the Chinese whose English is the same, so that the translation may stay."""

import re
from functools import cache

from clauses.preparing.template import words


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    said = words()["same_english"]
    table = {word: group[-1] for group in said["groups"] for word in group}
    table |= dict.fromkeys(said["empty"], "")
    longest = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), table


def evened(text: str) -> str:
    """Return a text for comparison only: 予以 for 给予, without 的."""
    pattern, table = _table()
    return pattern.sub(lambda match: table[match[0]], text)
