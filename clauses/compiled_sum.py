"""Compiles the sum of an award from the policy's notation to figures, as its mechanism declares."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from clauses.notation import read_figure
from eligibility.mechanisms import MECHANISMS, Mechanism
from eligibility.mechanisms.declaration import Field, Kind

Json = Mapping[str, Any]
MORE_THAN = "超过"


def compiled_sum(written: Json, written_of: Callable[[str], Json]) -> dict[str, Any]:
    """Return the `sum` of the policy document for the sum in a clause file that passed the check.

    `written_of` returns the sum of another award by its id, as written in its clause file.
    """
    mechanism = mechanism_of_keys(written)
    assert mechanism is not None
    declared = mechanism.declared
    found = {
        field.key: _COMPILED[field.kind](stated(written, field))
        for field in declared.fields
        if field.kind != "word"
    }
    completed = declared.complete(found, lambda id_: compiled_sum(written_of(id_), written_of))
    return {"mechanism": mechanism.name, **completed}


def mechanism_of_keys(keys: Json) -> type[Mechanism] | None:
    """Return the mechanism that owns one of the keys, or None if none does."""
    return next((own for own in MECHANISMS.values() if own.declared.key in keys), None)


def stated(written: Json, field: Field) -> Any:
    """Return the value of a field in a clause file, or None if an optional one is left out."""
    found: Any = written
    for key in field.path:
        found = found.get(key) if field.optional else found[key]
    return found


def number(value: Decimal) -> str:
    """Write a number without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _figure(words: str | None) -> str | None:
    return number(read_figure(words).value) if words else None


def _as_it_is(value: Any) -> Any:
    return value


def _comparison(word: str) -> str:
    return ">" if word == MORE_THAN else ">="


def _tiers(tiers: Mapping[str | int, str]) -> list[list[Any]]:
    return [[code, _figure(words)] for code, words in tiers.items()]


def _steps(steps: list[Mapping[str, str]]) -> list[list[Any]]:
    return [[_figure(step["at"]), _figure(step["sum"])] for step in steps]


_COMPILED: Mapping[Kind, Callable[[Any], Any]] = {
    "money": _figure,
    "ceiling": _figure,
    "rate": _figure,
    "share": _figure,
    "fact": _as_it_is,
    "award": _as_it_is,
    "comparison": _comparison,
    "tiers": _tiers,
    "steps": _steps,
    "codes": lambda codes: codes or [],
}
