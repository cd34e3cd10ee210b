"""Says what another reading would give, and what a claim outside the term would come to."""

from collections.abc import Mapping
from typing import Any

import amounts
from results.lines import Line
from results.params import Phrases

Json = Mapping[str, Any]


def other_reading(phrases: Phrases, line: Line, claim: Json, other: Json) -> str:
    """Say one alternative of a claim: the option, the sum, the total, and what it assumes."""
    words = phrases.words
    key = "alternative"
    if other["amount"] == claim["amount"]:
        key = "alternative-unchanged"
    elif amounts.is_zero(other["amount"]):
        key = "alternative-nothing"
    params = {
        "reading": other["reading"],
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
    """Tell how a total of these claims is worded: a ceiling as soon as one of them is."""
    wordings = {phrases.lines[claim["award"]].wording for claim in phrases.claims.values()}
    return "ceiling" if "ceiling" in wordings else "exact"


def _assumption(document: Json, other: Json) -> Mapping[str, str] | None:
    """Find what the option leaves open, among the readings that are computed."""
    for effect in document["alternatives"]:
        if (effect["reading"], effect["option"]) == (other["reading"], other["option"]):
            assumes: Mapping[str, str] | None = effect["assumes"]
            return assumes
    return None


def as_if(phrases: Phrases, line: Line, found: Json) -> str:
    """Say what a claim outside the term would come to, had the draft applied on its day."""
    words = phrases.words
    if found["missing"]:
        missing = words.join(phrases.fact(line, name) for name in found["missing"])
        return words.say("labels", "as-if-open", missing=missing)
    if found["amount"] is None or amounts.is_zero(found["amount"]):
        status = words.catalogue["statuses"][found["status"]]["name"]
        return words.say("labels", "as-if-nothing", status=status)
    amount = words.worded(found["amount"], line.wording)
    return words.say("labels", "as-if", amount=amount)
