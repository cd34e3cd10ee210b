"""Describes the result under another reading, and that of a claim outside the term."""

from collections.abc import Mapping
from typing import Any

import amounts
from results.lines import ResultLine
from results.params import Phrases

Json = Mapping[str, Any]


def other_reading(phrases: Phrases, line: ResultLine, claim: Json, other: Json) -> str:
    """Describe one alternative of a claim: the option, the sum, the total, the assumption."""
    words = phrases.words
    key = "alternative"
    if other["amount"] == claim["amount"]:
        key = "alternative-unchanged"
    elif amounts.is_zero(other["amount"]):
        key = "alternative-nothing"
    params = {
        "option": words.of(
            words.document["readings"][other["reading"]]["options"][other["option"] - 1]
        ),
        "total": words.worded(other["total_max"], _wording(phrases)),
    }
    if key == "alternative":
        params["amount"] = words.worded(other["amount"], line.wording)
    sentence = words.say("labels", key, **params)
    assumes = _assumption(words.document, other)
    if assumes is None:
        return sentence
    return words.part(
        "labels", "alternative-assumed", sentence=sentence, assumption=words.of(assumes)
    )


def _wording(phrases: Phrases) -> str:
    """Return the wording of a total of these claims: a ceiling if any of them is one."""
    wordings = {phrases.words.lines[claim["award"]].wording for claim in phrases.claims.values()}
    return "ceiling" if "ceiling" in wordings else "exact"


def _assumption(document: Json, other: Json) -> Mapping[str, str] | None:
    """Return what the computation assumes where the option leaves something open."""
    for effect in document["alternatives"]:
        if (effect["reading"], effect["option"]) == (other["reading"], other["option"]):
            assumes: Mapping[str, str] | None = effect["assumes"]
            return assumes
    return None


def as_if(phrases: Phrases, line: ResultLine, found: Json) -> str:
    """Describe the result of a claim outside the term if the policy had applied on its date."""
    words = phrases.words
    if found["missing"]:
        missing = words.join(phrases.fact(line, name) for name in found["missing"])
        return words.say("labels", "as-if-open", missing=missing)
    if found["amount"] is None or amounts.is_zero(found["amount"]):
        status = words.catalogue["statuses"][found["status"]]["name"]
        return words.say("labels", "as-if-nothing", status=status)
    amount = words.worded(found["amount"], line.wording)
    return words.say("labels", "as-if", amount=amount)
