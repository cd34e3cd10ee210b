"""Which conditions of the text are met, and how many, from the steps and notes of a claim."""

from collections.abc import Callable, Mapping
from typing import Any

from eligibility.mechanisms import MECHANISMS
from results.view import CheckedCondition
from results.words import Words

Json = Mapping[str, Any]
Say = Callable[[Json], str]

MET = frozenset({"condition", "threshold", "share"}).union(
    own.as_stated
    for own in MECHANISMS.values()
    if own.as_stated and "fact" in own.steps.get(own.as_stated, ())
)
"""Steps which say that a condition is met, or a level or step of the text is reached."""
UNMET = frozenset({"condition-unmet", "threshold-unmet", "share-unmet", "no-tier", "no-step"})
"""Notes which say the opposite."""


def conditions(claim: Json, say_step: Say, say_note: Say) -> list[CheckedCondition]:
    """List the conditions that the engine checked, those that are met first."""
    met = [CheckedCondition(True, say_step(step)) for step in claim["steps"] if step["code"] in MET]
    unmet = [
        CheckedCondition(False, say_note(note)) for note in claim["notes"] if note["code"] in UNMET
    ]
    return met + unmet


def counted(words: Words, found: list[CheckedCondition]) -> str:
    """Say how many of how many are met; empty if none was checked."""
    if not found:
        return ""
    met = sum(condition.met for condition in found)
    return words.part("labels", "conditions-met", met=str(met), all=str(len(found)))
