"""The claims arranged by subject, clause, department and payee, each part with its sum."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import amounts
from results.view import Item, ItemArrangement, ItemPart
from results.words import Words

Json = Mapping[str, Any]
Key = Callable[[Item, Json], tuple[object, str]]
"""Maps an item and its entry in the assessment to a sort key and a heading."""


def arrangements(
    words: Words, items: Sequence[Item], awards: Sequence[Json]
) -> list[ItemArrangement]:
    """Return the four arrangements. Each part has the counted sums, exact and ceilings separately,
    or a dash if nothing is counted."""
    titles = {clause["number"]: clause["title"] for clause in words.document["clauses"]}
    first: dict[str, int] = {}
    for item in items:
        first.setdefault(item.own_subject, item.number)

    def subject(item: Item, _: Json) -> tuple[object, str]:
        return first[item.own_subject], item.own_subject

    def clause(item: Item, _: Json) -> tuple[object, str]:
        number = words.lines[item.award].entry["clause"]
        title = words.of(titles[number])
        return number, words.say("labels", "clause-titled", number=str(number), title=title)

    def department(item: Item, _: Json) -> tuple[object, str]:
        return 0, item.departments

    def payee(item: Item, award: Json) -> tuple[object, str]:
        return award["payee"] != "enterprise", words.sentence(words.say("payees", award["payee"]))

    keys: dict[str, Key] = {
        "subject": subject, "clause": clause, "department": department, "payee": payee,
    }  # fmt: skip
    pairs = list(zip(items, awards, strict=True))
    return [
        ItemArrangement(name, words.say("views", name), _parts(words, pairs, key))
        for name, key in keys.items()
    ]


def counted(words: Words, awards: Sequence[Json]) -> str:
    """Add up the counted sums of some claims, exact sums and ceilings separately."""
    sums: dict[str, list[str]] = {}
    for award in awards:
        if award["status"] == "payable":
            wording = words.lines[award["award"]].wording or "exact"
            sums.setdefault(wording, []).append(award["amount"])
    worded = [
        words.worded(amounts.add(sums[wording]), wording)
        for wording in ("exact", "ceiling")
        if wording in sums
    ]
    return words.join(worded, "clauses") if worded else words.say("marks", "none")


def _parts(words: Words, pairs: Sequence[tuple[Item, Json]], key: Key) -> list[ItemPart]:
    found: dict[tuple[Any, str], list[tuple[Item, Json]]] = {}
    for item, award in pairs:
        found.setdefault(key(item, award), []).append((item, award))
    return [
        ItemPart(title, counted(words, [a for _, a in members]), [i for i, _ in members])
        for (_, title), members in sorted(found.items(), key=lambda pair: pair[0][0])
    ]
