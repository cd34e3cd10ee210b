"""Puts claims together that differ only in their subject, such as three products of one award."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from results.arranging import counted
from results.view import Alternative, Item, ItemBundle
from results.words import Words

Json = Mapping[str, Any]


def bundles(
    words: Words,
    items: Sequence[Item],
    awards: Mapping[int, Json],
) -> list[ItemBundle]:
    """Bundle equal items, in the order of their first; `awards` are their entries by number."""
    alike: dict[str, list[tuple[Item, list[Item]]]] = {}
    found: list[list[Item]] = []
    for item in items:
        plain = replace(item, number=0, claim="", subject="", own_subject="", alternatives=[])
        same = alike.setdefault(item.award, [])
        members = next((members for other, members in same if other == plain), None)
        if members is None:
            members = []
            same.append((plain, members))
            found.append(members)
        members.append(item)
    return [_bundle(words, members, awards) for members in found]


def _bundle(
    words: Words,
    items: list[Item],
    awards: Mapping[int, Json],
) -> ItemBundle:
    first = items[0]
    subjects = words.join(item.own_subject for item in items)
    if len(items) == 1:
        return ItemBundle(first, items, "", first.headline, "", subjects, first.alternatives)
    payable = first.status == "payable"
    own = [awards[item.number] for item in items]
    together = counted(words, own) if payable else first.headline
    return ItemBundle(
        first,
        items,
        words.part("labels", "alike", count=str(len(items))),
        together,
        words.part("labels", "each", amount=first.headline),
        subjects,
        _alternatives(words, items),
    )


def _alternatives(words: Words, items: list[Item]) -> list[Alternative]:
    """Return what other readings give; what does not hold for all items names its own."""
    numbers: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        for other in item.alternatives:
            numbers.setdefault((other.reading.id, other.text), []).append(item)
    found: list[Alternative] = []
    for (id_, text), own in numbers.items():
        reading = next(o.reading for o in own[0].alternatives if o.reading.id == id_)
        if len(own) < len(items):
            which = words.join(str(item.number) for item in own)
            text = words.say("labels", "of-items", numbers=which, text=text)
        found.append(Alternative(reading, text))
    return found
