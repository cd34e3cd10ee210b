"""Finds codes in texts for readers, who should see only sentences."""

import copy
import re
from functools import cache
from typing import Any

from clauses.cases import all_cases
from eligibility import assess
from eligibility.codes import NOTES, STATUSES, STEPS
from tests.policy import document, policy

_AWARD = re.compile(r"[0-9]{2}(?:-[a-z0-9]+)+")
_KEBAB = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)+(?![\w-])")
_SNAKE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")


def raw_codes(text: str, language: str) -> set[str]:
    """Return the codes in a text, except the ids of awards, which are published names.

    Since some English words have a hyphen, only the register's own codes count in English.
    """
    rest = _AWARD.sub("", text)
    found = set(_KEBAB.findall(rest)) if "-" in rest else set()  # most texts have neither
    if language == "en":
        names = {fact["name"] for award in document()["awards"] for fact in award["facts"]}
        found &= {*STATUSES, *NOTES, *STEPS, *names} - {"non-cash"}
    return found | set(_SNAKE.findall(rest)) if "_" in rest else found


@cache
def assessed(case: str) -> dict[str, Any]:
    """Assess a case, with a neutral word in place of typed text that could look like a code."""
    application = next(one.application for one in all_cases() if one.name == case)
    quiet = copy.deepcopy(assess(policy(), application))
    for award in quiet["awards"]:
        for note in award["notes"]:
            for name, value in note["params"].items():
                if isinstance(value, str) and value.startswith("“"):
                    note["params"][name] = "“x”"
    return quiet
