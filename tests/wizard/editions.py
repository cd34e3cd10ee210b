"""A second edition for the tests of the wizard: the policy in force, with some things changed."""

import copy
from functools import cache
from typing import Any

from tests.policy import document

Json = dict[str, Any]

LATER = "2099-01-01"
DROPPED = "13-green-title"
"""An award that the later edition does not have."""
RENAMED = ("03-industrial-investment", "actual_input", "input_of_the_year")
"""A question of an award that the later edition asks under another name."""


@cache
def later() -> Json:
    """Return the document of a later edition, in force from its day on without an end."""
    found: Json = copy.deepcopy(document())
    found["edition"] = LATER
    found["status"] = {
        "state": "in-force",
        "short": {"zh": "施行中", "en": "In force"},
        "long": {"zh": "本文件自2099年1月1日起施行。", "en": "In force from 1 January 2099."},
        "prevails": found["status"]["prevails"],
    }
    found["validity"] |= {"from": LATER, "to": "9999-12-31"}
    found["awards"] = [award for award in found["awards"] if award["id"] != DROPPED]
    for award in found["awards"]:
        award["excludes"] = [one for one in award["excludes"] if one != DROPPED]
        if award["id"] == RENAMED[0]:
            _rename(award, *RENAMED[1:])
    found["alternatives"] = []
    return found


def _rename(part: Any, old: str, new: str) -> None:
    """Give a fact another name wherever an award speaks of it."""
    for key, value in list(part.items()) if isinstance(part, dict) else enumerate(part):
        if value == old:
            part[key] = new
        elif isinstance(value, dict | list):
            _rename(value, old, new)
