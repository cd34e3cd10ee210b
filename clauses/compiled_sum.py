"""Compiles the sum of an award from the policy's notation to figures, as its mechanism declares."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clauses.compiled_parts import compiled_quantity, part_of_keys
from clauses.figure_pattern import BEFORE, Meaning
from clauses.notation import COMPARISON, decimal
from eligibility.mechanisms import COMPOSED, MECHANISMS
from eligibility.mechanisms.declaration import Field, Kind

Json = Mapping[str, Any]
COMPARED: Mapping[str, Meaning] = {
    word: BEFORE[word] for word in ("达到", "达", "超过", "超", "突破")
}
"""The words by which the steps of a ladder are compared."""


def compiled_sum(written: Json, written_of: Callable[[str], Json]) -> dict[str, Any]:
    """Return the `sum` of the policy document for the sum in a clause file that passed the check.

    `written_of` returns the sum of another award by its id, as written in its clause file.
    """
    name = mechanism_of_keys(written)
    assert name is not None
    if name == COMPOSED:
        return {"mechanism": COMPOSED, "sum": compiled_quantity(written)}
    declared = MECHANISMS[name].declared
    found = {
        field.key: _COMPILED[field.kind](stated(written, field))
        for field in declared.fields
        if field.kind != "word"
    }
    completed = declared.complete(found, lambda id_: compiled_sum(written_of(id_), written_of))
    return {"mechanism": name, **completed}


def mechanism_of_keys(written: Json) -> str | None:
    """Name the mechanism of a sum by its keys, or return None if none owns one of them.

    It is composed where a field holds a part, or where it has a key that only parts have.
    """
    own = next((own for own in MECHANISMS.values() if own.declared.key in written), None)
    if own is not None and _is_flat(written, own.declared.fields):
        return own.name
    if part_of_keys(written) is not None:
        return COMPOSED
    return own.name if own else None


def _is_flat(written: Json, fields: Iterable[Field]) -> bool:
    paths = [field.path for field in fields if field.kind not in ("tiers", "steps", "codes")]
    simple = {path[0] for path in paths if len(path) == 1}
    inner = {
        path[0]: {own[1] for own in paths if own[0] == path[0] and len(own) > 1} for path in paths
    }
    if {*written} - {field.path[0] for field in fields}:
        return False
    return all(
        not isinstance(value, Mapping | list)
        if key in simple
        else key not in inner
        or not isinstance(value, Mapping)
        or not any(isinstance(value.get(name), Mapping | list) for name in inner[key])
        for key, value in written.items()
    )


def stated(written: Json, field: Field) -> Any:
    """Return the value of a field in a clause file, or None if an optional one is left out."""
    found: Any = written
    for key in field.path:
        found = found.get(key) if field.optional else found[key]
    return found


def _figure(words: str | None) -> str | None:
    return decimal(words) if words else None


def _as_it_is(value: Any) -> Any:
    return value


def _comparison(word: str) -> str:
    return COMPARISON[COMPARED.get(word, "at-least")]


_COMPILED: Mapping[Kind, Callable[[Any], Any]] = {
    "money": _figure,
    "ceiling": _figure,
    "rate": _figure,
    "share": _figure,
    "fact": _as_it_is,
    "award": _as_it_is,
    "comparison": _comparison,
    "tiers": lambda tiers: [[code, decimal(words)] for code, words in tiers.items()],
    "steps": lambda steps: [[decimal(step["at"]), decimal(step["sum"])] for step in steps],
    "codes": lambda codes: codes or [],
}
