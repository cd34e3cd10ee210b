"""What comes before a text: a letter that asks for opinions, or the notice that issues it."""

import re
from collections.abc import Iterable

_ISSUES = re.compile("关于(?:印发|发布|公布)")
_ASKS = re.compile("征求|修改意见")
DISCLOSED = re.compile("^（此件[^（）]{0,6}公开[^（）]{0,4}）$")
"""The line of a notice about its publication: （此件公开发布）."""


def is_notice(lines: Iterable[str]) -> bool:
    """Return whether what comes before a text is the notice that issues it."""
    return any(_ISSUES.search(line) and not _ASKS.search(line) for line in lines)
