"""Compiles a composed sum from the policy's notation to figures, and walks through it.

The model of the clause file, the compilation, the proof and the pages follow what each part
declares of its fields (`eligibility.mechanisms.parts`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clauses.compiled_brackets import compiled_brackets
from clauses.key_path import KeyPath
from clauses.notation import COMPARISON, decimal, number, read_figure
from clauses.ordinal_years import ORDINAL_YEAR, ordinal_years
from eligibility.mechanisms.declaration import Field, Kind
from eligibility.mechanisms.parts import PARTS
from eligibility.mechanisms.parts.declaration import PartField, PartKind

Json = Mapping[str, Any]
FACT_NAME = re.compile(r"^[a-z][a-z0-9_]*$")
HELD = ("at_most", "at_least")
"""The keys that limit any part."""


@dataclass(frozen=True)
class Leaf:
    """A fact or a figure of a composed sum, with its place in the clause file."""

    path: KeyPath
    kind: Kind
    value: Any
    paid: bool

    @property
    def field(self) -> Field:
        """The same as a field of a sum."""
        return PlacedField(str(self.path[-1]), self.kind, paid=self.paid, place=self.path)


@dataclass(frozen=True, slots=True)
class PlacedField(Field):
    """A field at a place inside a composed sum."""

    place: tuple[Any, ...] = ()

    @property
    def path(self) -> tuple[Any, ...]:
        """Its keys in the clause file, the outer one first."""
        return self.place


def part_of_keys(keys: Any) -> str | None:
    """Return the part that owns one of the keys, or None if none does."""
    return next((name for name in PARTS if name in keys), None)


_CONTEXT: Mapping[PartKind, Kind] = {
    "money": "money",
    "rate": "rate",
    "rates": "rate",
    "ceiling": "ceiling",
    "floor": "floor",
    "base": "figure",
    "bound": "figure",
    "figure": "figure",
}
"""What a figure in a field is: paid, the most, or only compared with."""


def walk(
    node: Any, kind: Kind = "money", path: KeyPath = (), *, paid: bool = True
) -> Iterator[Leaf]:
    """Yield the facts and figures of a quantity as a clause file states it, in their order.

    `kind` is what a figure means here, and `paid` whether it is paid or limits what is paid.
    """
    if isinstance(node, str):
        if not ORDINAL_YEAR.fullmatch(node):
            yield Leaf(path, "fact" if FACT_NAME.fullmatch(node) else kind, node, paid)
        return
    part = PARTS[part_of_keys(node) or ""]
    for field in part.declared.fields:
        if node.get(field.key) is not None:
            inner = _CONTEXT.get(field.kind, kind)
            within = paid and inner != "figure"
            yield from _in_field(field, node[field.key], inner, (*path, field.key), within)
    for index, one in enumerate(_list(node.get("at_most"))):
        single = not isinstance(node["at_most"], list)
        at = (*path, "at_most") if single else (*path, "at_most", index)
        yield from walk(one, "ceiling", at, paid=paid)
    if node.get("at_least") is not None:
        yield from walk(node["at_least"], "floor", (*path, "at_least"), paid=paid)


def _in_field(field: PartField, value: Any, kind: Kind, at: KeyPath, paid: bool) -> Iterator[Leaf]:
    match field.kind:
        case "fact":
            yield Leaf(at, "fact", value, False)
        case "uplift":
            yield Leaf(at, "figure", value, False)
        case "given":
            for name, asked in value.items():
                yield Leaf((*at, name), "fact", name, False)
                if isinstance(asked, str):
                    yield Leaf((*at, name, "figure"), "figure", asked, False)
        case "brackets" | "rates" | "periods":
            for index, entry in enumerate(value):
                for key in ("from", "beyond", "range", "up_to", "for"):
                    if entry.get(key) and not ORDINAL_YEAR.fullmatch(entry[key]):
                        yield Leaf((*at, index, key), "figure", entry[key], False)
                yield from walk(entry["use"], kind, (*at, index, "use"), paid=paid)
        case _:
            for inside, one in _quantities(field, value):
                yield from walk(one, kind, (*at, *inside), paid=paid)


def _quantities(field: PartField, value: Any) -> Iterator[tuple[KeyPath, Any]]:
    """Yield the quantities that a field holds, each with its keys there."""
    match field.kind:
        case "fact" | "uplift" | "given" | "name":
            return
        case "cases":
            yield from (((code,), one) for code, one in value.items())
        case "brackets" | "rates" | "periods":
            yield from (((index, "use"), entry["use"]) for index, entry in enumerate(value))
        case _ if field.many:
            yield from (((index,), one) for index, one in enumerate(value))
        case _:
            yield (), value


def parts(node: Any, at: KeyPath) -> Iterator[tuple[KeyPath, Json]]:
    """Yield each part of a quantity as a clause file states it, with its place, the outer first.

    Only what a field declares is looked into: a code, a fact or a bracket may bear a part's name.
    """
    if isinstance(node, str):
        return
    yield at, node
    for field in PARTS[part_of_keys(node) or ""].declared.fields:
        if node.get(field.key) is not None:
            for inside, one in _quantities(field, node[field.key]):
                yield from parts(one, (*at, field.key, *inside))
    for key in HELD:
        if isinstance(node.get(key), list):
            for index, one in enumerate(node[key]):
                yield from parts(one, (*at, key, index))
        elif node.get(key) is not None:
            yield from parts(node[key], (*at, key))


def claims(node: Any) -> Iterator[str]:
    """Yield the kinds of words of the text that the parts of a quantity account for."""
    for _, part in parts(node, ()):
        declared = PARTS[part_of_keys(part) or ""].declared
        yield from declared.claims
        if any(f.kind == "bound" and counts_after_year(part[f.key]) for f in declared.fields):
            yield "years"
        if "at_least" in part:
            yield "floor"


def counts_after_year(bound: Any) -> bool:
    """Return whether a bound is a year by its number: 第一年."""
    return isinstance(bound, str) and ORDINAL_YEAR.fullmatch(bound) is not None


def compiled_quantity(node: Any) -> dict[str, Any]:
    """Return a quantity of the policy document for one that passed the check."""
    if isinstance(node, str):
        if FACT_NAME.fullmatch(node):
            return {"fact": node}
        years = ordinal_years(node)
        return {"figure": decimal(node) if years is None else str(years[1])}
    part = PARTS[part_of_keys(node) or ""]
    made = {
        field.key: _field(field.kind, node.get(field.key), field.many)
        for field in part.declared.fields
        if field.kind != "name"
    }
    floor = node.get("at_least")
    return {
        "part": part.name,
        **made,
        "at_most": [compiled_quantity(one) for one in _list(node.get("at_most"))],
        "at_least": None if floor is None else compiled_quantity(floor),
    }


def _field(kind: PartKind, value: Any, many: bool) -> Any:
    if value is None or kind == "fact":
        return value
    if kind == "given":
        return {name: _given(asked) for name, asked in value.items()}
    if kind == "uplift":
        figure = read_figure(value)
        return [figure.measure, number(figure.value)]
    if kind == "range":
        figure = read_figure(value)
        assert figure.least is not None
        return [number(figure.least), number(figure.value)]
    if kind == "cases":
        return [[code, compiled_quantity(one)] for code, one in value.items()]
    if kind in ("brackets", "rates"):
        return compiled_brackets(value, compiled_quantity)
    if kind == "periods":
        return list(_periods(value))
    return [compiled_quantity(one) for one in value] if many else compiled_quantity(value)


def _periods(entries: Sequence[Json]) -> Iterator[dict[str, Any]]:
    """Yield the periods one after another; nothing is due in years that none names."""
    end = Decimal(0)
    for entry in entries:
        years = ordinal_years(entry["for"])
        if years is None:
            length = read_figure(entry["for"]).value
        else:
            first, last = years
            if first - 1 > end:
                yield {"for": number(first - 1 - end), "use": {"figure": "0"}}
                end = Decimal(first - 1)
            length = last - end
        end += length
        yield {"for": number(length), "use": compiled_quantity(entry["use"])}


def _given(asked: Any) -> list[Any]:
    """Return the codes of a fact, or the thresholds that it has to pass."""
    if not isinstance(asked, str):
        return list(asked)
    figure = read_figure(asked)
    compare = COMPARISON.get(figure.meaning, ">=")
    tests = [{"compare": compare, "figure": number(figure.value)}]
    if figure.least is not None:
        upper = "<" if figure.meaning == "less-than" else "<="
        tests[0]["compare"] = upper
        tests.append({"compare": ">=", "figure": number(figure.least)})
    return tests


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
