"""Which figures of a composed sum differ between two editions, where nothing else of it does."""

from collections.abc import Iterator, Mapping
from typing import Any

Place = tuple[str | int, ...]
Difference = tuple[str, str, str]
"""What a figure is (`rate`, `at_most` or `amount`), its old and its new value."""

_TERMS = ("plus", "highest", "lowest", "cases", "brackets", "periods", "use", "instead", "only")
"""Keys below which the parts of a sum are sums again."""


def differing_figures(old: object, new: object) -> list[Difference] | None:
    """Return the figures that differ, or None where more than figures does.

    None too for a figure of a base or a bound: it is no rate, ceiling or amount of its own.
    """
    found = []
    for place, before, after in _differing(old, new, ()):
        kind = _kind(place)
        if before is None or after is None or kind is None:
            return None
        found.append((kind, before, after))
    return found


def _differing(
    old: object, new: object, place: Place
) -> Iterator[tuple[Place, str | None, str | None]]:
    """Yield where two trees differ, with both figures where both have one there."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping) and old.keys() == new.keys():
        if old.keys() == {"figure"}:
            yield place, old["figure"], new["figure"]
            return
        pairs: Any = [(key, old[key], new[key]) for key in old]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = [(index, *both) for index, both in enumerate(zip(old, new, strict=True))]
    else:
        yield place, None, None
        return
    for key, one, other in pairs:
        yield from _differing(one, other, (*place, key))


def _kind(place: Place) -> str | None:
    """Return what a figure is by the keys that lead to it."""
    codes = {at + 1 for at, key in enumerate(place) if key == "cases"}
    keys = [
        key
        for at, key in enumerate(place)
        if isinstance(key, str) and key not in _TERMS and at not in codes
    ]
    if keys in (["rate"], ["at_most"]):
        return keys[0]
    return "amount" if keys in ([], ["each"]) else None
