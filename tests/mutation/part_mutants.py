"""Lists every one-step change of a composed sum other than of its figures and the facts it names.

A ceiling, a floor or an option goes, two cases or quantities of a list are exchanged, a code is
added or removed, a threshold includes its figure or not. What a part declares of its fields says
what can be changed, so that a new part needs nothing here.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from clauses.compiled_parts import HELD, part_of_keys
from eligibility.mechanisms.parts import PARTS
from eligibility.mechanisms.parts.declaration import PartField
from tests.mutation.change import GONE, Path

Step = tuple[str, Path, Any, Any]

_ALIKE = frozenset({"plus", "times", "mean", "highest", "lowest"})
"""Parts that do not mind the order of their list."""


def of_parts(node: Any, at: Path, codes: Mapping[str, Sequence[Any]]) -> Iterator[Step]:
    """Yield the changes of a quantity and of what is inside; `codes` are those of each fact."""
    if not isinstance(node, Mapping):
        return
    part = PARTS[part_of_keys(node) or ""]
    for key in HELD:
        if node.get(key) is None:
            continue
        held, place = node[key], (*at, key)
        yield f"{'ceiling' if key == 'at_most' else 'floor'} gone", place, held, GONE
        many = enumerate(held) if isinstance(held, list) else [(None, held)]
        for index, one in many:
            yield from of_parts(one, place if index is None else (*place, index), codes)
    for field in part.declared.fields:
        if (value := node.get(field.key)) is not None:
            place = (*at, field.key)
            if field.optional:
                yield "option gone", place, value, GONE
            yield from _of_field(part.name, node, field, value, place, codes)


def _of_field(
    part: str, node: Any, field: PartField, value: Any, at: Path, codes: Mapping[str, Sequence[Any]]
) -> Iterator[Step]:
    match field.kind:
        case "cases":
            yield from _of_cases(value, at, codes[node["by"]])
            for code, one in value.items():
                yield from of_parts(one, (*at, code), codes)
        case "brackets" | "rates" | "periods":
            for one, other in combinations(range(len(value)), 2):
                yield "exchanged", at, value, _uses_exchanged(value, one, other)
            for index, entry in enumerate(value):
                if len(value) > 1:
                    rest = [one for one in value if one is not entry]
                    yield "bracket gone", at, value, rest
                for key, other_key in (("from", "beyond"), ("beyond", "from")):
                    if key in entry:
                        turned = {other_key if k == key else k: v for k, v in entry.items()}
                        yield "comparison", (*at, index), entry, turned
                yield from of_parts(entry["use"], (*at, index, "use"), codes)
        case "given":
            for name, given in value.items():
                for fact in codes:
                    if fact != name and codes[fact] == codes[name]:
                        yield "fact named", at, value, _renamed(value, name, fact)
                for code in codes[name]:
                    rest = [one for one in given if one != code]
                    changed = rest if code in given else [*given, code]
                    yield "condition", (*at, name), given, changed
        case "fact" | "uplift" | "name" | "figure":
            return
        case _ if field.many:
            for one, other in combinations(range(len(value)), 2):
                if part not in _ALIKE and part != "less":
                    yield "exchanged", at, value, _exchanged(value, one, other)
            for index, one in enumerate(value):
                if len(value) > 1:
                    yield "one gone", at, value, [*value[:index], *value[index + 1 :]]
                yield from of_parts(one, (*at, index), codes)
        case _:
            yield from of_parts(value, at, codes)


def _of_cases(cases: dict[Any, Any], at: Path, codes: Sequence[Any]) -> Iterator[Step]:
    for one, other in combinations(cases, 2):
        if cases[one] != cases[other]:
            swapped = cases | {one: cases[other], other: cases[one]}
            yield "exchanged", at, cases, swapped
    for code in codes:
        if code in cases:
            rest = {key: value for key, value in cases.items() if key != code}
            yield "case", at, cases, rest
        else:
            yield "case", (*at, code), None, list(cases.values())[-1]


def _renamed(entries: dict[str, Any], name: str, other: str) -> dict[str, Any]:
    return {other if key == name else key: one for key, one in entries.items()}


def _uses_exchanged(entries: list[Any], one: int, other: int) -> list[Any]:
    uses = [entry["use"] for entry in _exchanged(entries, one, other)]
    return [entry | {"use": use} for entry, use in zip(entries, uses, strict=True)]


def _exchanged(entries: list[Any], one: int, other: int) -> list[Any]:
    changed = list(entries)
    changed[one], changed[other] = changed[other], changed[one]
    return changed
