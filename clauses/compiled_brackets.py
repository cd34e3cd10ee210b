"""Compiles brackets by size: where each begins and ends, and to which of two a bound belongs.

The words at a bound decide: 至3000万元（含） keeps the bound from 3000万元以上, which includes its
figure only where the bracket before it does not say （含）. 以下 without a word leaves the bound to
a bracket that begins there, and takes it from one that begins beyond it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from clauses.notation import number, read_figure

Json = Mapping[str, Any]
_BEGINNINGS = ("from", "beyond", "range")
_INCLUDED = re.compile("(?<!不)含|及以上")
_ALONE = re.compile("^[0-9].*|以上$|起$")
"""Words of a beginning that do not say whether its figure is included: 500万元, 500万元以上."""
_END_INCLUDED = re.compile("（含[^）]*）$")
_LEAST_INCLUDED = re.compile("[^（）至—–~～-]*（含")


@dataclass(frozen=True)
class Bound:
    """One end of a bracket."""

    value: Decimal
    included: bool
    said: bool
    """Whether the words say so themselves: （含）, 达到, 超过, 不足; 以上 and 以下 alone do not."""


@dataclass(frozen=True)
class Ends:
    """Where a bracket begins and ends; one without a beginning begins at nothing."""

    lower: Bound
    upper: Bound | None

    def meets(self, other: "Ends") -> bool:
        """Whether another bracket begins where this one ends."""
        return self.upper is not None and self.upper.value == other.lower.value

    def keeps_from(self, other: "Ends") -> bool:
        """Whether the bound with the next bracket belongs to this one by its words."""
        kept = self.upper is not None and self.upper.included and self.upper.said
        return kept and self.meets(other)

    def overlaps(self, other: "Ends") -> bool:
        """Whether a figure is in this bracket and in the next by the words of both."""
        if self.upper is None or (other.lower.value == 0 and not other.lower.said):
            return False
        if self.meets(other):
            return self.keeps_from(other) and other.lower.included and other.lower.said
        return other.lower.value < self.upper.value


def ends_of(entries: Sequence[Json]) -> list[tuple[int, Ends]]:
    """Return the ends of each bracket with its place in the clause file, the lowest first."""
    found: list[tuple[int, Ends]] = []
    for place, entry in sorted(enumerate(entries), key=lambda pair: _place(pair[1])):
        found.append((place, _ends(entry, found[-1][1] if found else None)))
    return sorted(found, key=lambda pair: pair[1].lower.value)


def compiled_brackets(
    entries: Sequence[Json], quantity: Callable[[Any], dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the brackets of the policy document, the lowest first."""
    found = ends_of(entries)
    parted = _parted([ends for _, ends in found])
    return [
        {
            "lower": number(ends.lower.value),
            "compare": ">=" if ends.lower.included else ">",
            "upper": None if ends.upper is None else number(ends.upper.value),
            "closed": ends.upper is not None and ends.upper.included,
            "use": quantity(entries[place]["use"]),
        }
        for ends, (place, _) in zip(parted, found, strict=True)
    ]


def _parted(ends: Sequence[Ends]) -> Iterator[Ends]:
    """Give each bound between two brackets to one of them."""
    for place, one in enumerate(ends):
        before = ends[place - 1] if place else None
        after = ends[place + 1] if place + 1 < len(ends) else None
        if before and before.keeps_from(one) and not one.lower.said:
            one = replace(one, lower=replace(one.lower, included=False))
        if one.upper and not one.upper.said and after and one.meets(after):
            one = replace(one, upper=replace(one.upper, included=not after.lower.included))
        yield one


def _place(entry: Json) -> tuple[Decimal, bool]:
    """Return what brackets are sorted by; the rest, which names no figure, comes last."""
    for key in (*_BEGINNINGS, "up_to"):
        if entry.get(key):
            figure = read_figure(entry[key])
            return (figure.value if figure.least is None else figure.least), key != "up_to"
    return Decimal("Infinity"), True


def _ends(entry: Json, before: Ends | None) -> Ends:
    upper = _upper(entry)
    key = next((key for key in _BEGINNINGS if entry.get(key)), None)
    if key is not None:
        return Ends(_lower(key, entry[key]), upper)
    end = before and before.upper
    if end and (upper is None or end.value < upper.value):
        # the rest goes on where the one before ends: 不足500万元 leaves 500万元 to it
        return Ends(Bound(end.value, end.said and not end.included, said=True), upper)
    return Ends(Bound(Decimal(0), included=True, said=False), upper)


def _lower(key: str, words: str) -> Bound:
    figure = read_figure(words)
    if figure.least is not None:
        return Bound(figure.least, included=True, said=bool(_LEAST_INCLUDED.match(words)))
    if key == "beyond":
        return Bound(figure.value, included=False, said=True)
    said = bool(_INCLUDED.search(words)) or not _ALONE.search(words)
    return Bound(figure.value, included=True, said=said)


def _upper(entry: Json) -> Bound | None:
    words = entry.get("up_to") or entry.get("range")
    if not words:
        return None
    figure = read_figure(words)
    if figure.meaning == "less-than":
        return Bound(figure.value, included=False, said=not words.endswith("以下"))
    if "不含" in words[words.rfind("（") :]:
        return Bound(figure.value, included=False, said=True)
    said = figure.meaning == "at-most" or bool(_END_INCLUDED.search(words))
    return Bound(figure.value, included=True, said=said)
