"""The chart of 从高、不重复: which claims competed on one subject, which won, and why.

It is based on the notes `displaced` and `lower-tier` of the claims that gave way.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import amounts
from results.params import Phrases
from results.view import Candidate, Contest, Item

Json = Mapping[str, Any]

GAVE_WAY = frozenset({"displaced", "lower-tier"})
NET = frozenset({"less-paid", "limit", "stage"})
"""Steps that come after the award's own sum."""


def alone(claim: Json) -> str:
    """Return the sum of a claim on its own, before other claims and limits are considered."""
    sums = [
        step["params"]["amount"]
        for step in claim["steps"]
        if "amount" in step["params"] and step["code"] not in NET
    ]
    return sums[-1] if sums else "0"


def contests(phrases: Phrases, items: Sequence[Item], awards: Sequence[Json]) -> list[Contest]:
    """Return a contest for each claim that others gave way to, in the order of the claims."""
    losers: dict[str, list[tuple[Item, Json, Json]]] = {}
    for item, award in zip(items, awards, strict=True):
        for note in award["notes"]:
            if note["code"] in GAVE_WAY:
                losers.setdefault(note["params"]["claim"], []).append((item, award, note))
    by_id = {award["claim"]: (item, award) for item, award in zip(items, awards, strict=True)}
    return [
        _contest(phrases, *by_id[winner], losers[winner]) for winner in by_id if winner in losers
    ]


def _contest(
    phrases: Phrases,
    item: Item,
    award: Json,
    losers: Sequence[tuple[Item, Json, Json]],
) -> Contest:
    """Describe one contest; the winner includes everything that is counted with it (再给予)."""
    words = phrases.words
    gross = amounts.largest([note["params"]["amount"] for _, _, note in losers])
    longest = amounts.largest([gross, *(alone(other) for _, other, _ in losers)])
    together = gross != alone(award)
    name = words.part("contest", "together", name=item.name) if together else item.name
    won = Candidate(
        item.number,
        name,
        words.worded(gross, words.lines[item.award].wording),
        True,
        amounts.thousandths(gross, longest),
        words.say("contest", "won"),
    )
    lost = [
        Candidate(
            other.number,
            other.name,
            words.worded(alone(entry), words.lines[other.award].wording),
            False,
            amounts.thousandths(alone(entry), longest),
            phrases.note(words.lines[other.award], note),
        )
        for other, entry, note in losers
    ]
    lost.sort(key=lambda candidate: -candidate.length)
    return Contest(item.own_subject, [won, *lost])
